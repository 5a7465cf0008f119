/** Honest first: what the sandbox doesn't do is answered, printed, journaled, listed, and an error in strict mode. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { README, withCoverage } from '../../sandbox/coverage.js';
import { ROUTES } from '../../sandbox/server/api/routes.js';
import { GapError, type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import { DESCRIBED_ROUTES } from '../../sandbox/server/served/description.js';
import { fieldsWithoutEffect } from '../../sandbox/server/served/fields.js';
import { describedFields } from '../../sandbox/server/validation/index.js';
import { routes as bodies } from '../../sandbox/server/validation/routes.js';
import { restOf } from './support/rest.js';
import { ADMIN_WORLD, GENERAL, GUILD, TOKEN, WORLD } from './support/stage.js';

const lines: string[] = [];
let sandbox: RunningSandbox;
const ask = restOf(() => sandbox);

beforeAll(async () => {
  sandbox = await startSandbox({
    world: ADMIN_WORLD,
    bots: [{ token: TOKEN }],
    rateLimits: false,
    strict: false,
    print: (line) => lines.push(line),
  });
});
afterAll(() => sandbox.close());

describe('a route that is not served', () => {
  test('answers 501 with its name, prints one line, and stands in the journal', async () => {
    const path = `/guilds/${GUILD}/templates`;
    const { status, body } = await ask('POST', path, { name: 'Ours' });
    expect([status, body.message]).toEqual([
      501,
      expect.stringContaining('POST /guilds/{guild_id}/templates'),
    ]);
    await ask('POST', path, { name: 'Ours' });
    expect(lines.filter((line) => line.includes('/templates'))).toHaveLength(1);
    const [entry] = (await sandbox.client.journal({ kind: 'request' })).slice(-1);
    expect(entry).toMatchObject({ status: 501, gaps: ['POST /guilds/{guild_id}/templates'] });
    expect(await sandbox.client.gaps()).toContainEqual({
      kind: 'route',
      name: 'POST /guilds/{guild_id}/templates',
      count: 2,
    });
  });

  test('is every one that the coverage table lists: stickers, voice, templates, onboarding and all others', async () => {
    const served = new Set(ROUTES.map(({ method, template }) => `${method} ${template}`));
    const unserved = DESCRIBED_ROUTES.filter(({ method, template }) => !served.has(`${method} ${template}`));
    expect(unserved.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const { method, template } of unserved) {
      const name = `${method} ${template}`;
      const path = template.replace('{guild_id}', GUILD).replaceAll(/\{\w+\}/g, '123456789012345678');
      const { status, body } = await ask(method, path, method === 'GET' ? undefined : {});
      if (status !== 501 || !String(body.message).includes(name)) wrong.push(`${name}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test('differs from one that Discord does not have', async () => {
    expect((await ask('GET', '/no/such/thing')).status).toBe(404);
    expect((await ask('DELETE', '/gateway')).status).toBe(405);
  });
});

describe('what has no effect', () => {
  test('is a gap: a field, one inside a list, a query, a reason where no audit log is written', async () => {
    const before = sandbox.gaps().length;
    await ask('POST', `/guilds/${GUILD}/channels`, { name: 'here', rtc_region: 'rotterdam' });
    await ask('POST', `/guilds/${GUILD}/roles`, {
      name: 'Painted',
      colors: { primary_color: 1, secondary_color: 2 },
    });
    await ask('GET', `/guilds/${GUILD}?with_everything=true`);
    await ask(
      'POST',
      `/channels/${GENERAL}/messages`,
      { content: 'Hi' },
      { 'x-audit-log-reason': 'because' },
    );
    await ask('POST', `/channels/${GENERAL}/messages`, {
      content: 'Hi',
      attachments: [{ id: 0, filename: 'a.ogg', waveform: 'AA' }],
    });
    expect(
      sandbox
        .gaps()
        .slice(before)
        .map(({ name }) => name),
    ).toEqual([
      'POST /guilds/{guild_id}/channels: field rtc_region',
      'POST /guilds/{guild_id}/roles: field colors.secondary_color',
      'GET /guilds/{guild_id}: query with_everything',
      'POST /channels/{channel_id}/messages: header X-Audit-Log-Reason',
      'POST /channels/{channel_id}/messages: field attachments.waveform',
    ]);
  });

  test('is none where nothing is asked for, or a request is refused', async () => {
    const before = sandbox.gaps().length;
    await ask('POST', `/guilds/${GUILD}/channels`, { name: 'there', rtc_region: null, available_tags: [] });
    expect((await ask('POST', `/guilds/${GUILD}/channels`, { rtc_region: 'rotterdam' })).status).toBe(400);
    expect(sandbox.gaps()).toHaveLength(before);
  });

  test('is found by paths that cover what is below them', () => {
    const body = { a: { b: 1, c: 2 }, d: [{ e: 1, f: 2 }, { f: 3 }], g: null };
    expect(fieldsWithoutEffect(body, ['a', 'd.e'])).toEqual(['d.f']);
    expect(fieldsWithoutEffect(body, ['a.b', 'd'])).toEqual(['a.c']);
    expect(fieldsWithoutEffect([body], [])).toEqual(['a', 'd']);
  });
});

describe('another version', () => {
  test.each(['/api', '/api/gateway', '/api/v9/gateway', '/api/v6/users/@me'])(
    '%s says which one is spoken',
    async (path) => {
      const { status, body } = await ask('GET', path);
      expect([status, body.code, body.message]).toEqual([400, 50041, expect.stringContaining('/api/v10')]);
    },
  );

  test('written twice says what the base is', async () => {
    const { status, body } = await ask('GET', '/api/v10/v10/gateway');
    expect([status, body.message]).toEqual([404, expect.stringContaining(`${sandbox.url}/api`)]);
  });
});

describe('strict mode', () => {
  const start = (strict: boolean) =>
    startSandbox({ world: WORLD, bots: [{ token: TOKEN }], strict, print: () => {} });

  test('fails when it closes, and lists what was used', async () => {
    const strict = await start(true);
    await restOf(() => strict)('GET', `/guilds/${GUILD}/welcome-screen`);
    await expect(strict.client.expectNoGaps()).rejects.toThrow('GET /guilds/{guild_id}/welcome-screen');
    await strict.client.reset();
    const failure = await strict.close().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(GapError);
    expect(String(failure)).toContain('GET /guilds/{guild_id}/welcome-screen (once)');
  });

  test('is content with what is served, and is not the default', async () => {
    const strict = await start(true);
    await restOf(() => strict)('GET', `/guilds/${GUILD}`);
    await strict.client.expectNoGaps();
    await strict.close();
    const lax = await start(false);
    await restOf(() => lax)('GET', `/guilds/${GUILD}/welcome-screen`);
    await lax.close();
  });

  test('is not needed to see refusals', async () => {
    const own = await start(false);
    await restOf(() => own)('GET', `/guilds/${GUILD}`);
    await own.client.expectNoRefusals();
    await restOf(() => own)('POST', `/channels/${GENERAL}/messages`, {});
    await expect(own.client.expectNoRefusals()).rejects.toThrow('400');
    await own.client.expectNoRefusals((entry) => entry.status === 400);
    await own.close();
  });
});

describe('the route table', () => {
  test('has routes of the API description alone, each once', () => {
    const names = ROUTES.map((one) => `${one.method} ${one.template}`);
    expect(new Set(names).size).toBe(names.length);
    const described = new Set(DESCRIBED_ROUTES.map((one) => `${one.method} ${one.template}`));
    // Thread members are in the description by the name of any user alone.
    expect(names.filter((name) => !described.has(name))).toEqual([]);
  });

  test.each(ROUTES.filter((route) => bodies.has(`${route.method} ${route.template}`)))(
    '$method $template takes fields that Discord has',
    (route) => {
      const known = describedFields(route.method, route.template);
      const taken = (route.takes ?? []).map((one) => one.split('.')[0]);
      // What Discord documents and its description lacks.
      const documented = [
        'nsfw',
        'type',
        'id',
        'flags',
        ...(route.template.includes('rules') ? ['enabled'] : []),
      ];
      expect(taken.filter((one) => one && !known.includes(one) && !documented.includes(one))).toEqual([]);
    },
  );
});

describe('the README', () => {
  test('has the coverage table as it is now', () => {
    const readme = readFileSync(README, 'utf8');
    expect(readme).toBe(withCoverage(readme));
    expect(readme).toMatch(/\d+ of 246 routes are served/);
  });
});
