/**
 * `npm run faults:processes`: several processes of one bot at once. Members of four guilds share all the time, while
 * the connections that hold the locks of shards are ended, while the number of shards goes from 1 to 2 to 4 and back,
 * while Discord is unavailable at the start, when an event loop hangs, and when a backup from before a digest is
 * restored. Fails when a share is kept twice, when one that was acknowledged is lost, when a digest is posted twice, or
 * when the bot identifies too often.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { WebSocket } from 'ws';
import { startSandbox } from '../../sandbox/server/index.js';
import { build } from '../../scripts/build.mjs';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';
import { channelOf, until } from './stage.js';

const token = 'sandbox-token-for-processes';
const guilds = Array.from({ length: 4 }, (_, index) =>
  String((BigInt(index) << 22n) + 1_210_000_000_000_000_000n),
);
const lockEnds = Number(process.argv[2] ?? 50);
const say = (text: string) => process.stdout.write(`${text}\n`);

if (!(await build())) throw new Error('the bot does not compile');
const directory = await mkdtemp(join(tmpdir(), 'nexus-processes-'));
const postgres = await startEmbeddedPostgres({ dataDirectory: directory, database: 'nexus' });
const sandbox = await startSandbox({
  rateLimits: false,
  bots: [{ token, name: 'Nexus' }],
  world: {
    guilds: guilds.map((id, index) => ({
      id,
      name: `Cohort ${index}`,
      owner: 'author',
      channels: [{ id: channelOf(id), name: 'prodevprojectnexus' }],
      members: [{ name: 'author' }],
    })),
  },
});
const queries = new pg.Client(postgres.url('nexus'));
queries.on('error', () => undefined);
await queries.connect();
const running = new Set<ChildProcess>();
let failures = 0;

interface Bot {
  child: ChildProcess;
  lines: Record<string, unknown>[];
}

function launch(environment: Record<string, string> = {}): Bot {
  const child = spawn(process.execPath, ['dist/index.js'], {
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: postgres.url('nexus'),
      HTTP_PORT: '0',
      LOG_FORMAT: 'json',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const lines: Bot['lines'] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part));
  });
  return { child, lines };
}
const said = (bot: Bot, text: string) => bot.lines.some(({ msg }) => String(msg).includes(text));
async function ready(bot: Bot): Promise<Bot> {
  if (!(await until(() => said(bot, 'ready'), 120_000))) throw new Error('the bot was not ready in time');
  return bot;
}
async function stop({ child }: Bot, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Shares in all guilds until it is told to end; gives what was acknowledged. */
function shareOn(name: string) {
  const acknowledged: string[] = [];
  let count = 0;
  let isOver = false;
  const loops = guilds.map(async (_, index) => {
    const author = sandbox.client.as('author', { guild: `Cohort ${index}`, channel: 'prodevprojectnexus' });
    while (!isOver) {
      const title = `${name} ${(count += 1)}`;
      const exchange = await author
        .command('/share', { kind: 'concept', title, body: `Words about ${title} ${Math.random()}` })
        .catch(() => undefined);
      // An apology gives the title back, too; only what was kept has a number.
      const answer = JSON.stringify(exchange?.message ?? '');
      if (exchange?.outcome === 'message' && answer.includes(title) && /#\d/.test(answer))
        acknowledged.push(title);
      await sleep(30);
    }
  });
  return {
    async end() {
      isOver = true;
      await Promise.all(loops);
      const { rows } = await queries.query<{ title: string; kept: number }>(
        'SELECT title, count(*)::integer AS kept FROM entries WHERE title LIKE $1 GROUP BY title',
        [`${name} %`],
      );
      const kept = new Map(rows.map((row) => [row.title, row.kept]));
      const doubled = rows.filter((row) => row.kept > 1).length;
      const lost = acknowledged.filter((title) => !kept.has(title)).length;
      failures += doubled + lost;
      say(
        `${name}: ${count} shares, ${acknowledged.length} acknowledged, ${doubled} kept twice, ${lost} acknowledged and lost`,
      );
    },
  };
}

async function raiseLimits(): Promise<void> {
  await queries.query(
    `INSERT INTO guilds (id, created_at, hourly_limit, daily_limit) SELECT id, now(), 500, 1000 FROM unnest($1::bigint[]) AS id
     ON CONFLICT (id) DO UPDATE SET hourly_limit = 500, daily_limit = 1000`,
    [guilds],
  );
}
const identifies = async (after: number) =>
  (await sandbox.client.journal({ kind: 'gateway', after, limit: 1_000 })).filter(
    ({ what, op }) => what === 'received' && op === 2,
  ).length;
const lastEntry = async () => (await sandbox.client.journal({ limit: 1 }))[0]?.number ?? 0;

async function endLocks(): Promise<void> {
  const pair = [await ready(launch()), await ready(launch())];
  await raiseLimits();
  const load = shareOn('locks ended');
  let ends = 0;
  while (ends < lockEnds) {
    await sleep(100 + Math.random() * 500);
    const { rowCount } = await queries.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (rowCount) ends += 1;
  }
  await load.end();
  say(
    `  locks ended ${ends} times; takeovers: ${pair.map((bot) => bot.lines.filter(({ msg }) => msg === 'this process answers from now on').length).join(' and ')}`,
  );
  await Promise.all(pair.map((bot) => stop(bot)));
}

async function changeShards(): Promise<void> {
  let former = [await ready(launch({ SHARD_COUNT: '1' }))];
  await raiseLimits();
  await queries.query('DELETE FROM entries');
  const load = shareOn('shards changed');
  for (const count of [2, 4, 2, 1]) {
    const added = Array.from({ length: count }, (_, id) =>
      launch({ SHARD_COUNT: String(count), SHARD_IDS: String(id) }),
    );
    await Promise.all(added.map(ready));
    await sleep(2_000);
    await Promise.all(former.map((bot) => stop(bot)));
    former = added;
    await sleep(1_000);
  }
  await load.end();
  await Promise.all(former.map((bot) => stop(bot)));
}

async function startDuringOutages(): Promise<void> {
  for (const [name, route] of [
    ['the gateway is unavailable', '/gateway/bot'],
    ['the commands are unavailable', '/applications/*/commands'],
  ] as const) {
    const before = await lastEntry();
    await sandbox.client.trouble({ kind: 'error', status: 503, route });
    const bot = launch();
    await sleep(30_000);
    const isAlive = bot.child.exitCode === null;
    await sandbox.client.endTrouble();
    await ready(bot);
    const count = await identifies(before);
    if (!isAlive || count !== 1) failures += 1;
    say(`${name} for 30 s at the start: ${isAlive ? 'waited' : 'ended'}, ${count} IDENTIFY`);
    await stop(bot);
  }
}

/** A backup, a digest and shares after it, then the backup again: nothing is posted twice, no number is given twice. */
async function restoreAfterDigest(): Promise<void> {
  const file = join(directory, 'faults.backup');
  const tool = (...parameters: string[]) => {
    const done = spawnSync(process.execPath, ['dist/database-tool.js', ...parameters], {
      env: { PATH: process.env['PATH'], DATABASE_URL: postgres.url('nexus') },
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(done.stderr);
  };
  const digests = () =>
    guilds.flatMap((id) =>
      sandbox.parts.state.messagesOf(channelOf(id), { limit: 100_000 }, ({ components }) =>
        JSON.stringify(components).includes('digest-more'),
      ),
    ).length;
  const numbers = async () =>
    (
      await queries.query<{ number: string }>("SELECT guild_id || ' #' || number AS number FROM entries")
    ).rows.map(({ number }) => number);
  const sentAll = async () =>
    (await queries.query("SELECT FROM digests WHERE state = 'sent'")).rowCount === guilds.length;

  await queries.query('DELETE FROM entries');
  await raiseLimits();
  const first = await ready(launch());
  const before = shareOn('before the backup');
  await sleep(3_000);
  await before.end();
  await stop(first);
  await queries.query(
    `UPDATE guilds SET timezone = 'UTC', digest_due_at = now(), digest_period_start = now() - interval '7 days'`,
  );
  tool('backup', file);
  const second = await ready(launch());
  // The job looks once a minute.
  if (!(await until(sentAll, 90_000))) failures += 1;
  const known = new Set(await numbers());
  const after = shareOn('after the backup');
  await sleep(3_000);
  await after.end();
  const lost = (await numbers()).filter((number) => !known.has(number));
  await stop(second);
  const posted = digests();

  tool('restore', file, '--yes');
  const third = await ready(launch());
  if (!(await until(sentAll, 90_000))) failures += 1;
  const again = shareOn('after the restore');
  await sleep(3_000);
  await again.end();
  const given = (await numbers()).filter((number) => lost.includes(number)).length;
  const twice = digests() - posted;
  if (posted !== guilds.length || twice > 0 || given > 0 || lost.length === 0) failures += 1;
  say(
    `restore after a digest: ${posted} digests, ${twice} posted again; ${lost.length} numbers lost, ${given} given again`,
  );
  await stop(third);
}

/** Makes an event loop hang through the debugger, as an endless loop would. */
async function hangLoop(): Promise<void> {
  const bot = await ready(launch());
  const standby = await ready(launch());
  bot.child.kill('SIGUSR1');
  let address: string | undefined;
  await until(async () => {
    const targets = await fetch('http://127.0.0.1:9229/json')
      .then((response) => response.json() as Promise<{ webSocketDebuggerUrl: string }[]>)
      .catch(() => []);
    address = targets[0]?.webSocketDebuggerUrl;
    return address !== undefined;
  });
  const debuggerOf = new WebSocket(address ?? '');
  await once(debuggerOf, 'open');
  const hung = Date.now();
  debuggerOf.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: 'for (;;);' } }));
  debuggerOf.on('error', () => undefined);
  const isEnded = await until(() => bot.child.signalCode !== null, 60_000);
  const endedAfter = Date.now() - hung;
  const isTakenOver = await until(() => said(standby, 'this process answers from now on'), 30_000);
  if (!isEnded || !isTakenOver) failures += 1;
  say(
    `a hung loop: ${isEnded ? `ended after ${(endedAfter / 1_000).toFixed(0)} s` : 'not ended'}, ${isTakenOver ? 'taken over' : 'not taken over'}`,
  );
  await stop(standby);
}

try {
  await endLocks();
  await changeShards();
  await startDuringOutages();
  await restoreAfterDigest();
  await hangLoop();
} finally {
  for (const child of running) child.kill('SIGKILL');
  await queries.end();
  await sandbox.close();
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
say(failures === 0 ? 'nothing doubled, nothing lost' : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
