/**
 * `npm run soak -- [--minutes n] [--rate n] [--out folder]`: the built bot under a mixed load for a long time, a day of
 * its clock each minute. Samples its metrics, writes `soak.csv` and `soak.svg`, and fails when memory, files, handles or
 * the pool grow, or when an interaction fails.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startSandbox } from '../../sandbox/server/index.js';
import { build } from '../../scripts/build.mjs';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';
import { seededChance } from '../chance.js';
import { makeCohort } from '../cohort.js';
import { Members, soakGuilds, soakMembers } from './members.js';
import { plotOf } from './plot.js';
import { csvOf, readSample, type Sample, valueOf, verdictsOf } from './samples.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '4' },
    out: { type: 'string', default: 'soak' },
  },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
if (!(minutes > 0 && minutes <= 10_000 && rate > 0 && rate <= 200))
  throw new Error('Usage: npm run soak -- [--minutes n] [--rate interactions a second] [--out folder]');

const minuteMs = 60_000;
const sampleMs = 5_000;
/** The clock of the bot moves a quarter of a day each quarter of a minute: digests, reminders and erasures come. */
const clockStep = { everyMs: 15_000, byMs: 6 * 3_600_000 };
/** Interactions under way at the same time, at most. */
const atOnce = 20;
const token = 'sandbox-token-for-soak';
const say = (text: string) => process.stdout.write(`${text}\n`);

if (!(await build())) throw new Error('the bot does not compile');
const closing: (() => Promise<unknown>)[] = [];
async function close(): Promise<void> {
  for (const end of closing.splice(0).reverse()) await end().catch(() => undefined);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().finally(() => process.exit(1)));

async function open() {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-soak-'));
  closing.push(() => rm(directory, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDirectory: directory, database: 'nexus' });
  closing.push(() => postgres.stop());
  const sandbox = await startSandbox({
    journal: 100,
    bots: [{ token, name: 'Nexus' }],
    world: {
      guilds: soakGuilds.map((name) => ({
        name,
        owner: 'owner',
        channels: [{ name: 'prodevprojectnexus' }, { name: 'moderators' }],
        members: ['owner', ...soakMembers].map((member) => ({ name: member })),
      })),
    },
  });
  closing.push(() => sandbox.close());
  const child = spawn(process.execPath, ['dist/index.js'], {
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      NEXUS_CLOCK_URL: `${sandbox.url}/clock`,
      ATTACHMENT_ORIGINS: sandbox.url,
      DATABASE_URL: postgres.url('nexus'),
      HTTP_PORT: '0',
      LOG_FORMAT: 'json',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closing.push(() => stop(child));
  return { sandbox, child, port: await portOf(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Where its metrics are, once it is ready. Errors of its log are shown. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}`)));
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const { msg, http, level } = JSON.parse(line) as { msg: string; http?: number; level: number };
        if (msg === 'ready' && http) resolve(http);
        if (level >= 50) say(`the bot: ${line.slice(0, 500)}`);
      }
    });
  });
}

/** Starts interactions in a steady stream; what is late isn't made up for, so that a busy machine isn't flooded. */
async function load(members: Members, until: number): Promise<number> {
  const underWay = new Set<Promise<void>>();
  let skipped = 0;
  while (Date.now() < until) {
    if (underWay.size < atOnce) {
      const work: Promise<void> = members.act().finally(() => underWay.delete(work));
      underWay.add(work);
    } else skipped += 1;
    await sleep(1_000 / rate);
  }
  await Promise.all(underWay);
  return skipped;
}

async function main(): Promise<boolean> {
  const { sandbox, child, port } = await open();
  const members = new Members(sandbox, makeCohort(2_000), seededChance(20_261_201));
  await sandbox.client
    .as('owner', { guild: 'Cohort 0', channel: 'moderators' })
    .command('/admin digest schedule', {
      day: 'monday',
      time: '9am',
      timezone: 'Africa/Nairobi',
    });
  const metrics = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const begun = Date.now();
  const end = begun + minutes * minuteMs;
  const samples: Sample[] = [];
  let moved = 0;
  const watch = (async () => {
    while (Date.now() < end && child.exitCode === null) {
      samples.push(readSample(await metrics(), (Date.now() - begun) / 1_000));
      const steps = Math.floor((Date.now() - begun) / clockStep.everyMs);
      if (steps > moved) {
        moved = steps;
        await sandbox.client.setClock(moved * clockStep.byMs);
      }
      if (samples.length % 60 === 0)
        say(`${Math.round((Date.now() - begun) / minuteMs)} minutes, ${members.counts.done} interactions`);
      await sleep(sampleMs);
    }
  })();
  const [skipped] = await Promise.all([load(members, end), watch]);
  const last = await metrics();
  const failed = last
    .split('\n')
    .filter((line) => /^nexus_interactions_total\{.*result="(failed|too late)"\} [1-9]/.test(line));
  const { done, unanswered, first } = members.counts;
  const started = valueOf(last, 'process_start_time_seconds');
  const title = `${minutes} minutes, ${done} interactions, ${(moved / 4).toFixed(0)} days of the bot’s clock`;
  await mkdir(values.out, { recursive: true });
  await writeFile(join(values.out, 'soak.csv'), csvOf(samples));
  await writeFile(join(values.out, 'soak.svg'), plotOf(samples, title));

  say(
    `\n${title}; ${(valueOf(last, 'process_cpu_seconds_total') / ((Date.now() / 1_000 - started) / 100)).toFixed(0)} % of a core`,
  );
  say(
    `${cpus()[0]?.model} × ${cpus().length}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}; ${skipped} left out because the machine was too busy`,
  );
  say(`${unanswered} without an answer${first ? ` (first: ${first})` : ''}, ${failed.length} kinds failed`);
  for (const line of failed) say(`  ${line}`);
  say('\n                        second third   last third         peak');
  const verdicts = verdictsOf(samples);
  for (const { name, unit, middle, last: level, peak, grows } of verdicts) {
    const columns = [middle, level, peak].map((value) => `${value.toFixed(1)} ${unit}`.trim().padStart(13));
    say(`${name.padEnd(22)}${columns.join('')}${grows ? '   GROWS' : ''}`);
  }
  return failed.length === 0 && unanswered === 0 && !verdicts.some(({ grows }) => grows);
}

let isSteady = false;
try {
  isSteady = await main();
} finally {
  await close();
}
process.exit(isSteady ? 0 : 1);
