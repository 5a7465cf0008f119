/** One 401 is not the end of a token, two are. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DefaultRestOptions, REST } from '@discordjs/rest';
import { afterEach, describe, expect, it } from 'vitest';
import { keepToken, neverForget } from '../../src/discord/keep-token.js';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A REST client against a Discord that answers as the test says. */
async function against(statusOf: (request: IncomingMessage, count: number) => number) {
  const seen: string[] = [];
  let refused = 0;
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      response
        .writeHead(statusOf(request, seen.length), { 'content-type': 'application/json' })
        .end(JSON.stringify({ message: 'said', code: 0, echo: body && JSON.parse(body) }));
    });
  }).listen(0);
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const rest = new REST({
    api,
    makeRequest: keepToken(DefaultRestOptions.makeRequest, {
      apiUrl: () => `${api}/v10`,
      onRefused: () => void (refused += 1),
      wait: async () => undefined,
    }),
  }).setToken('a-token');
  neverForget(rest);
  return { rest, seen, refusals: () => refused };
}

describe('a 401', () => {
  it('that stays the only one: the request is sent again, whole, and the token is kept', async () => {
    const { rest, seen, refusals } = await against((_, count) => (count === 1 ? 401 : 200));
    expect(await rest.post('/channels/1/messages', { body: { content: 'kept' } })).toMatchObject({
      echo: { content: 'kept' },
    });
    await rest.get('/users/2');
    expect(seen.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'POST /api/v10/channels/1/messages',
      'GET /api/v10/users/@me',
      'POST /api/v10/channels/1/messages',
      'GET /api/v10/users/2',
    ]);
    expect(seen.every((line) => line.endsWith('Bot a-token'))).toBe(true);
    expect(refusals()).toBe(0);
  });

  it('that is repeated gives the token up', async () => {
    const { rest, refusals } = await against(() => 401);
    await expect(rest.get('/users/2')).rejects.toMatchObject({ status: 401 });
    expect(refusals()).toBe(1);
  });

  it('of one route alone: the others go on', async () => {
    const { rest, refusals } = await against((request) => (request.url?.includes('/channels/') ? 401 : 200));
    await expect(rest.get('/channels/1')).rejects.toMatchObject({ status: 401 });
    await rest.get('/users/2');
    expect(refusals()).toBe(0);
  });

  it('is ignored for a request without the token', async () => {
    const { rest, seen } = await against(() => 401);
    await expect(rest.post('/webhooks/1/abc', { auth: false, body: {} })).rejects.toMatchObject({
      status: 401,
    });
    expect(seen).toHaveLength(1);
  });
});
