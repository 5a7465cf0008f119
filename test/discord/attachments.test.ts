/** Fetching attachments: from the addresses that are allowed alone, and never more than the limit. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { Attachments } from '../../src/discord/attachments.js';
import { attachmentLimit } from '../../src/features/readme/attachment-port.js';

const bounds = { limitBytes: attachmentLimit };
const servers: Server[] = [];

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('an attachment', () => {
  it('is read whole, whatever type it says it has', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).end('# README ✓');
    });
    const bytes = await new Attachments([origin], bounds).read(`${origin}/attachments/1/2/README.md?ex=1`);
    expect(Buffer.from(bytes).toString()).toBe('# README ✓');
  });

  it('may have exactly the limit', async () => {
    const origin = await serve((_request, response) => response.end(Buffer.alloc(attachmentLimit)));
    expect(await new Attachments([origin], bounds).read(origin)).toHaveLength(attachmentLimit);
    const larger = await serve((_request, response) => response.end(Buffer.alloc(attachmentLimit + 1)));
    await expect(new Attachments([larger], bounds).read(larger)).rejects.toMatchObject({
      code: 'attachment-too-large',
      facts: { mebibytes: 1 },
    });
  });

  it('without end is given up at the limit', async () => {
    let sent = 0;
    const origin = await serve((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    });
    await expect(new Attachments([origin], bounds).read(origin)).rejects.toMatchObject({
      code: 'attachment-too-large',
    });
    expect(sent).toBeLessThan(20 * attachmentLimit);
  });

  it.each([
    'https://cdn.discordapp.com.example.org/README.md',
    'https://cdn.discordapp.com@example.org/README.md',
    'http://cdn.discordapp.com/README.md',
    'https://cdn.discordapp.com:8443/README.md',
    'file:///etc/passwd',
    'data:text/plain,README',
    'no address',
  ])('elsewhere is not even asked for: %s', async (url) => {
    await expect(new Attachments(['https://cdn.discordapp.com'], bounds).read(url)).rejects.toMatchObject({
      code: 'attachment-foreign',
    });
  });

  it('is not followed to where it redirects', async () => {
    let asked = 0;
    const elsewhere = await serve((_request, response) => {
      asked += 1;
      response.end('secret');
    });
    const origin = await serve((_request, response) => {
      response.writeHead(302, { location: `${elsewhere}/secret` }).end();
    });
    await expect(new Attachments([origin], bounds).read(origin)).rejects.toMatchObject({
      code: 'attachment-unavailable',
    });
    expect(asked).toBe(0);
  });

  it.each([
    [404, 'attachment-gone'],
    [403, 'attachment-gone'],
    [500, 'attachment-unavailable'],
  ])('that is answered by %i is %s', async (status, code) => {
    const origin = await serve((_request, response) => response.writeHead(status).end());
    await expect(new Attachments([origin], bounds).read(origin)).rejects.toMatchObject({ code });
  });

  it('that is refused is not waited for: its connection is closed at once', async () => {
    let isOpen = true;
    const origin = await serve((_request, response) => {
      response.on('close', () => {
        isOpen = false;
      });
      response.writeHead(404).write('Nothing here, and it goes on');
    });
    await expect(new Attachments([origin], bounds).read(origin)).rejects.toMatchObject({
      code: 'attachment-gone',
    });
    await expect.poll(() => isOpen).toBe(false);
  });

  it('that grows when it is unpacked is given up at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * attachmentLimit), { level: 1 });
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const before = process.memoryUsage().arrayBuffers;
    await expect(new Attachments([origin], bounds).read(origin)).rejects.toMatchObject({
      code: 'attachment-too-large',
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * attachmentLimit);
  });

  it('that does not come, or does not end, is given up in time', async () => {
    const silent = await serve(() => undefined);
    const slow = await serve((_request, response) => void response.write('# RE'));
    for (const origin of [silent, slow]) {
      await expect(
        new Attachments([origin], { ...bounds, timeoutMs: 150 }).read(origin),
      ).rejects.toMatchObject({
        code: 'attachment-unavailable',
      });
    }
  });
});
