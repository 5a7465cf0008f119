/** The built bot as an operator sees it: what it says of itself, and how it starts and stops while others are away. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';
import { startSwallowingProxy, targetOf } from '../support/swallowing-proxy.js';

const bot = useBot();
const entryPoint = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await bot.sandbox.client.endTrouble();
  for (const close of closing.splice(0).reverse()) await close().catch(() => undefined);
});

const portOf = (log: readonly Record<string, unknown>[]) =>
  Number(log.find(({ msg }) => msg === 'ready')?.['http']);
async function ask(port: number, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}
const readiness = async (port: number) => (await ask(port, '/readyz')).text.trim();

/** Starts the bot with other settings and waits for its end, or ends it after a while. */
function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, [entryPoint], {
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: 'sandbox-token-for-tests',
      DISCORD_API_URL: bot.sandbox.apiUrl,
      DATABASE_URL: bot.database.url,
      HTTP_PORT: '0',
      LOG_FORMAT: 'json',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  closing.push(async () => child.kill('SIGKILL'));
  return { child, said, ended };
}
const identifies = async (after: number) =>
  (await bot.sandbox.client.journal({ kind: 'gateway', after, limit: 1_000 })).filter(
    ({ what, op }) => what === 'received' && op === 2,
  ).length;

describe('/readyz', () => {
  it('says which shard has no gateway, and that it is back', async () => {
    const port = portOf(bot.log);
    expect(await readiness(port)).toBe('ready');
    await bot.sandbox.client.trouble({ kind: 'error', status: 503, route: '/gateway/bot' });
    await bot.sandbox.client.disturbGateway({ invalidate: true, resumable: false });
    await expect.poll(() => readiness(port)).toBe('not ready: discord shard 0');
    await bot.sandbox.client.endTrouble();
    await expect.poll(() => readiness(port)).toBe('ready');
  });

  it('names a standby, and the database', async () => {
    const other = await bot.startAnother();
    const port = portOf(other.log);
    expect(await readiness(port)).toBe('not ready: standby');
    expect((await ask(port, '/healthz')).status).toBe(200);
    expect((await ask(port, '/metrics')).text).toContain('nexus_shard_owner{shard="0"} 0');
    await other.stop();
  });

  it('answers in time when the database swallows everything, and members get an apology', async () => {
    const proxy = await startSwallowingProxy(targetOf(bot.database.url));
    closing.push(() => proxy.close());
    const url = new URL(bot.database.url);
    url.search = '';
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    await bot.stop();
    await bot.start({ DATABASE_URL: url.href });
    const port = portOf(bot.log);
    proxy.swallow();
    const begun = performance.now();
    expect(await readiness(port)).toBe('not ready: database');
    expect(performance.now() - begun).toBeLessThan(4_000);
    const exchange = await bot
      .as('amina')
      .command('/share', { kind: 'concept', title: 'Swallowed', body: 'Words' });
    expect(textOf(exchange.message), tell(exchange)).toContain('Sorry');
    proxy.deliver();
    await expect.poll(() => readiness(port), { timeout: 40_000 }).toBe('ready');
    await bot.stop();
    await bot.start();
  });
});

describe('a port that is taken', () => {
  it('gives way to the next with a warning, and the log names the version', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    closing.push(async () => taken.close());
    const { port } = taken.address() as { port: number };
    const other = await bot.startAnother({ HTTP_PORT: String(port) });
    closing.push(() => other.stop());
    const ready = other.log.find(({ msg }) => msg === 'ready');
    expect(ready?.['version']).toMatch(/^\d+\.\d+\.\d+/);
    expect(portOf(other.log)).toBeGreaterThan(port);
    expect((await ask(portOf(other.log), '/healthz')).status).toBe(200);
    const warnings = other.log.filter(({ msg }) => msg === 'the HTTP port is taken; another one is used');
    expect(warnings).toEqual([expect.objectContaining({ level: 40, wanted: port, port: portOf(other.log) })]);
  });
});

describe('/metrics', () => {
  it('has every interaction from 0 on, the version, and what alerts are built on', async () => {
    const { text } = await ask(portOf(bot.log), '/metrics');
    for (const line of [
      /^nexus_build_info\{version="[\d.]+",node="/m,
      /^nexus_interactions_total\{name="\/share",result="failed"\} 0$/m,
      /^nexus_gateway_connected\{shard="0"\} 1$/m,
      /^nexus_shard_owner\{shard="0"\} 1$/m,
      /^nexus_guilds 2$/m,
      /^nexus_database_connections\{state="waiting"\} 0$/m,
      /^nexus_database_up 1$/m,
      /^nexus_database_query_seconds_count [1-9]/m,
      /^nexus_discord_requests_total\{method="POST",status="429"\} 0$/m,
      /^nexus_job_runs_total\{job="digest",result="failed"\} 0$/m,
      /^nodejs_eventloop_lag_p99_seconds /m,
    ]) {
      expect(text).toMatch(line);
    }
  });
});

describe('Discord', () => {
  it('refuses the token once: everything goes on', async () => {
    await bot.sandbox.client.trouble({ kind: 'error', status: 401, route: '/channels/*/messages', times: 1 });
    const exchange = await bot
      .as('amina', 'general')
      .command('/share', { kind: 'concept', title: 'After one 401', body: 'x' });
    expect(textOf(exchange.message), tell(exchange)).toMatch(/Kept as|Your card/);
    await bot.as('kofi').waitFor((message) => textOf(message).includes('After one 401'));
  });

  it.each([
    ['an archived thread', { message: 'Thread is archived', code: 50083 }],
    ['a deleted message', { message: 'Unknown Message', code: 10008 }],
  ])('refuses an answer because of %s: the change is made, and no error is shown', async (_, body) => {
    const share = async (title: string) =>
      bot.as('amina').command('/challenge post', { title, details: `Details of ${title}` });
    const shown = await share(`A question for ${body.code}`);
    const challenge = /#(\d+)/.exec(textOf(shown.message))?.[1] ?? '';
    const solved = await bot
      .as('kofi')
      .command('/challenge solve', { challenge, solution: `An answer for ${body.code}` });
    expect(solved.outcome, tell(solved)).toBe('message');
    const [newest] = await bot.database.query<{ number: number }>(
      "SELECT max(number) AS number FROM entries WHERE type = 'solution'",
    );
    const solution = String(newest?.number);
    await bot.sandbox.client.trouble({
      kind: 'error',
      status: 400,
      body,
      route: '/interactions/*',
      times: 1,
    });
    const exchange = await bot.as('amina').command('/challenge accept', { solution });
    expect(textOf(exchange.message), tell(exchange)).not.toContain('Sorry');
    const [row] = await bot.database.query('SELECT accepted_at FROM entries WHERE number = $1', [solution]);
    expect(row?.['accepted_at']).not.toBeNull();
  });

  it('is not available at the start: no crash, no IDENTIFY, and ready when it is', async () => {
    await bot.stop();
    const [last] = await bot.sandbox.client.journal({ limit: 1 });
    await bot.sandbox.client.trouble({ kind: 'error', status: 503, route: '/gateway/bot' });
    const { said, child, ended } = run({});
    await expect.poll(() => said.out).toContain('Discord is not available; trying again');
    expect(child.exitCode).toBeNull();
    expect(await identifies(last?.number ?? 0)).toBe(0);
    await bot.sandbox.client.endTrouble();
    await expect.poll(() => said.out).toContain('"msg":"ready"');
    expect(await identifies(last?.number ?? 0)).toBe(1);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await bot.start();
  });

  it('refuses the commands at the start: one session, and members are served', async () => {
    await bot.stop();
    await bot.sandbox.client.trouble({ kind: 'error', status: 503, route: '/applications/*/commands' });
    const { said, child, ended } = run({ NEXUS_CLOCK_URL: `${bot.sandbox.url}/clock` });
    await expect.poll(() => said.out).toContain('"msg":"ready"');
    expect(said.out).toContain('"commands":"pending"');
    const exchange = await bot.as('amina').command('/help');
    expect(textOf(exchange.message)).toContain('Getting started');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await bot.sandbox.client.endTrouble();
    await bot.start();
  });
});

describe('the end', () => {
  it.each([
    ['a refused token', { DISCORD_TOKEN: 'another-token-of-nobody' }, 78, /DISCORD_TOKEN is refused/],
    ['a wrong number', { HTTP_PORT: 'many' }, 78, /HTTP_PORT should be/],
    ['no shards', { SHARD_COUNT: '2', SHARD_IDS: ',' }, 78, /SHARD_IDS should be a comma-separated list/],
    [
      'a password with a %',
      { DATABASE_URL: 'postgres://nexus:a%zz@127.0.0.1/nexus' },
      78,
      /DATABASE_URL has a %/,
    ],
    ['a missing database', { DATABASE_URL: '', NODE_ENV: 'production' }, 78, /DATABASE_URL is missing/],
  ])('for %s is one sentence and its code', async (_, environment, code, sentence) => {
    const { said, ended } = run(environment);
    expect(await ended).toBe(code);
    expect(said.err).toMatch(sentence);
    expect(said.err).not.toMatch(/\n\s+at |zz/);
  });

  const changed = (change: (url: URL) => void) => {
    const url = new URL(bot.database.url);
    change(url);
    return url.href;
  };
  it.each([
    [
      'a database that is not there',
      () => ({ DATABASE_URL: changed((url) => (url.pathname = '/none_of_this_name')) }),
      /^There is no database "none_of_this_name" .*DATABASE_URL.*createdb/,
    ],
    [
      'a user that the server refuses',
      () => ({ DATABASE_URL: changed((url) => (url.username = 'nobody_of_this_name')) }),
      /^The server at .* refuses the user "nobody_of_this_name" .*DATABASE_URL/,
    ],
    [
      'a search_path without the tables',
      () => ({ DATABASE_URL: changed((url) => url.searchParams.set('options', '-c search_path=pg_temp')) }),
      /search_path/,
    ],
  ])('for %s is one sentence on the standard error, and 78', async (_, environment, sentence) => {
    const { said, ended } = run(environment());
    expect(await ended).toBe(78);
    expect(said.err.trim()).toMatch(sentence);
    expect(said.err.trim().split('\n')).toHaveLength(1);
  });

  it('for an .env that this user cannot read is one sentence, and 78', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'nexus-env-'));
    closing.push(async () => rmSync(directory, { recursive: true }));
    writeFileSync(join(directory, '.env'), 'LOG_LEVEL=info\n', { mode: 0o000 });
    chmodSync(directory, 0o755);
    // Root reads everything.
    const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stderr } = spawnSync(process.execPath, [entryPoint], {
      cwd: directory,
      env: { PATH: process.env['PATH'] },
      encoding: 'utf8',
      ...identity,
    });
    expect(status, stderr).toBe(78);
    expect(stderr).toMatch(
      /^The configuration needs a change:\n  \.env cannot be read by this user: run chown/,
    );
  });

  /** A port where nobody listens. */
  const closedPort = async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    return port;
  };
  // No name may have a label of more than 63 characters, so no resolver knows it.
  const unknownHost = `${'n'.repeat(64)}.invalid`;
  const away: [string, () => Promise<string>, RegExp][] = [
    [
      'a host of which nobody knows the address',
      async () => `postgres://nexus:secret@${unknownHost}/nexus`,
      /^No host is named "n+\.invalid": correct the host in DATABASE_URL\.$/,
    ],
    [
      'a host that refuses the connection',
      async () => `postgres://nexus:secret@127.0.0.1:${await closedPort()}/nexus`,
      /^Nothing answers at 127\.0\.0\.1:\d+: start the database, or correct host and port in DATABASE_URL\.$/,
    ],
  ];

  it.each(away)(
    'for %s comes after a minute of waiting, with a sentence and 75',
    async (_, url, sentence) => {
      // The process's own clock runs sixty times as fast: its minute is a second.
      const fast = 'const now = performance.now.bind(performance); performance.now = () => 60 * now();';
      const { said, ended } = run({
        DATABASE_URL: await url(),
        NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(fast)}`,
      });
      expect(await ended).toBe(75);
      expect(said.err.trim()).toMatch(sentence);
      const warnings = said.out.trim().split('\n');
      expect(warnings.length).toBeGreaterThan(1);
      for (const line of warnings) {
        const { msg, level, problem } = JSON.parse(line) as Record<string, unknown>;
        expect({ msg, level }).toEqual({ msg: 'the database does not answer yet; waiting', level: 40 });
        expect(problem).toMatch(sentence);
      }
      expect(said.out + said.err).not.toContain('secret');
    },
  );

  it.each(away)(
    'for %s, with SIGTERM while it waits, is 0 within a second; /readyz names the database',
    async (_, url) => {
      const port = await closedPort();
      const { said, child, ended } = run({ DATABASE_URL: await url(), HTTP_PORT: String(port) });
      await expect.poll(() => said.out).toContain('the database does not answer yet; waiting');
      expect(await readiness(port)).toBe('not ready: database');
      expect((await ask(port, '/healthz')).status).toBe(200);
      const begun = performance.now();
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );

  it('comes within a second while it waits for a database that says nothing', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    closing.push(async () => silent.close());
    const { port } = silent.address() as { port: number };
    const { child, ended } = run({ DATABASE_URL: `postgres://nexus:x@127.0.0.1:${port}/nexus` });
    await once(silent, 'connection');
    const begun = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('comes while it waits for Discord', async () => {
    await bot.stop();
    await bot.sandbox.client.trouble({ kind: 'error', status: 503, route: '/gateway/bot' });
    const { said, child, ended } = run({});
    await expect.poll(() => said.out).toContain('Discord is not available; trying again');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await bot.sandbox.client.endTrouble();
    await bot.start();
  });

  it('is bounded although something under way hangs', async () => {
    const client = new Client(bot.database.url);
    await client.connect();
    await client.query('BEGIN; LOCK TABLE entries IN ACCESS EXCLUSIVE MODE');
    const hanging = bot
      .as('amina')
      .command('/share', { kind: 'concept', title: 'Hanging', body: 'Words' })
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const begun = performance.now();
    const code = await bot.stop();
    expect(performance.now() - begun).toBeLessThan(9_800);
    expect(code).toBe(0);
    await client.query('ROLLBACK');
    await client.end();
    await hanging;
    await bot.start();
  });
});
