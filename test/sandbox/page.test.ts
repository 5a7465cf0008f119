/** The sandbox serves its page and nothing else, and resets in the host's own way. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ResetSteps, type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import { WorldReset } from '../../sandbox/server/reset.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const directory = useTemporaryDirectory();
let running: RunningSandbox;

afterEach(() => running.close());

describe('the page', () => {
  const get = (path: string, init?: RequestInit) => fetch(running.url + path, init);

  beforeEach(async () => {
    mkdirSync(join(directory, 'page/assets'), { recursive: true });
    writeFileSync(join(directory, 'page/index.html'), '<!doctype html>');
    writeFileSync(join(directory, 'page/assets/index-abc123.js'), 'run();');
    writeFileSync(join(directory, 'page/.secret.json'), '{}');
    writeFileSync(join(directory, 'outside.js'), 'never();');
    running = await startSandbox({ page: join(directory, 'page') });
  });

  it('is at the root, whatever its address says, and is requested again each time', async () => {
    const page = await get('/?as=amina&channel=general');
    expect(await page.text()).toBe('<!doctype html>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  it('may load its own files alone, and make nothing but text of what it is given', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('may be linked to from elsewhere, and not taken into another page', async () => {
    const status = async (path: string, mode: string) => {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode };
      return new Promise<number | undefined>((resolve, reject) => {
        request(running.url + path, { headers }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
    };
    expect(await status('/?as=amina', 'navigate')).toBe(200);
    expect(await status('/', 'no-cors')).toBe(403);
    expect(await status('/control/world', 'navigate')).toBe(403);
  });

  it('has files that browsers keep, since their names change with their content', async () => {
    const file = await get('/assets/index-abc123.js');
    expect(await file.text()).toBe('run();');
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(file.headers.get('cache-control')).toContain('immutable');
    const head = await get('/assets/index-abc123.js', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '6', '']);
  });

  it.each([
    '/outside.js',
    '/%2e%2e/outside.js',
    '/assets/..%2f..%2foutside.js',
    '/assets/%2e%2e/%2e%2e/outside.js',
    '/.secret.json',
    '/assets/missing.js',
    '/assets/',
  ])('has no %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('is only read', async () => {
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('a reset', () => {
  it('resets the world where there is nothing else to reset', async () => {
    running = await startSandbox();
    await running.client.createGuild({ name: 'Another' });
    await running.client.reset();
    expect((await running.client.world()).guilds.map(({ name }) => name)).not.toContain('Another');
  });

  it('is the host’s, shows its progress, and runs once for all who ask meanwhile', async () => {
    let go: () => void = () => {};
    let count = 0;
    const reset = async (steps: ResetSteps) => {
      count += 1;
      steps.tell({ text: 'Filling', done: 1, all: 2 });
      await new Promise<void>((resolve) => (go = resolve));
      steps.begin({ guilds: [{ name: 'Fresh', channels: [], members: [] }] });
    };
    running = await startSandbox({ reset });
    const spy = vi.spyOn(WorldReset.prototype, 'reset');
    const asked = [running.client.reset(), running.client.reset()];
    await expect.poll(() => spy.mock.calls.length).toBe(2);
    spy.mockRestore();
    await expect.poll(() => running.client.resetProgress()).toEqual({ text: 'Filling', done: 1, all: 2 });
    go();
    await Promise.all(asked);
    expect(count).toBe(1);
    expect(await running.client.resetProgress()).toBeUndefined();
    expect((await running.client.world()).guilds.map(({ name }) => name)).toEqual(['Fresh']);
  });

  it('that fails says why, and can be asked for again', async () => {
    let isBroken = true;
    const reset = async (steps: ResetSteps) => {
      if (isBroken) throw new Error('The database is away.');
      steps.begin();
    };
    running = await startSandbox({ reset });
    await expect(running.client.reset()).rejects.toThrow('The database is away.');
    expect(await running.client.resetProgress()).toBeUndefined();
    isBroken = false;
    await running.client.reset();
  });

  it('begins with ids of the time that the clock then shows', async () => {
    running = await startSandbox();
    const later = await running.client.createGuild({ name: 'Now' });
    await running.setClock(-86_400_000 * 40);
    await running.client.reset();
    const earlier = await running.client.createGuild({ name: 'Then' });
    expect(BigInt(earlier.id)).toBeLessThan(BigInt(later.id));
  });
});
