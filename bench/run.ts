/**
 * `npm run bench [part …]`: what an interaction costs the built bot, compared with two floors that get the same ones in the
 * same run: `pong` answers immediately, `raw` first runs the one statement that the command can't do without.
 */
import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../scripts/build.mjs';
import { makeCohort } from './cohort.js';
import { countKept, fill, type Kept, openBenchDatabase, readImports } from './database.js';
import { benchDigests } from './digest/part.js';
import type { BotName, Load, LoadResult } from './messages.js';
import { benchMillion } from './million/part.js';
import { type Part, parts } from './payloads.js';
import { Bot, cores, Driver } from './processes.js';
import {
  type Figures,
  importTable,
  type MixedFigures,
  mixedTable,
  type PartFigures,
  partTable,
  processTable,
  targetsOf,
} from './report.js';
import { benchRetrieval } from './retrieval/part.js';

/** `npm run bench -- short …`: whether everything still runs; its figures say little. */
const isShort = process.argv.includes('short');

const atOnce = 16;
/** By then the compiler has seen enough; a busy machine gets there later. */
const warmUp = isShort ? { seconds: 0.5, atLeast: 200 } : { seconds: 2, atLeast: 3_000 };
/** The bots take turns, so that other work on the machine affects all of them. */
const rounds = isShort ? 1 : 3;
const roundSeconds = isShort ? 1 : 2;
const mixedEachSecond = 200;
const mixedSeconds = isShort ? 3 : 10;
const imports = isShort ? 2 : 20;

/** Where to write V8's profile of the bot under load, if anywhere. */
const profileFolder = process.env.BENCH_PROFILE;

/** Parts that are no load of one kind of interaction. */
const more: readonly string[] = ['mixed', 'import', 'digest', 'retrieval', 'million'];

/** Those that have a database and a stand-in of their own, one after the other. */
const alone: readonly {
  name: string;
  isLong?: boolean;
  run: (url: string, closing: (() => Promise<void>)[]) => Promise<boolean | void>;
}[] = [
  { name: 'retrieval', run: benchRetrieval },
  { name: 'digest', isLong: true, run: benchDigests },
  { name: 'million', isLong: true, run: benchMillion },
];

const botNames: readonly BotName[] = ['pong', 'raw', 'nexus'];

const say = (text: string) => process.stdout.write(`${text}\n`);

const closing: (() => Promise<void>)[] = [];
async function close(): Promise<void> {
  for (const end of closing.splice(0).reverse())
    await end().catch((error: unknown) => say(`could not be ended: ${String(error)}`));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().finally(() => process.exit(1)));

try {
  const wanted = process.argv.slice(2).filter((name) => name !== 'short');
  const beside = wanted.filter((name) => !alone.some((part) => part.name === name));
  if (wanted.length === 0 || beside.length > 0) await bench(beside);
  await close();
  for (const part of alone) {
    if (wanted.length > 0 ? !wanted.includes(part.name) : isShort && part.isLong) continue;
    await benchAlone(part.run);
    await close();
  }
} finally {
  await close();
}

async function bench(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !more.includes(name) && !parts.some((part) => part === name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; there are ${[...parts, ...more].join(', ')}`);
  if (!(await build())) throw new Error('the bot does not compile');
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

  const database = await openBenchDatabase();
  closing.push(database.remove);
  const driver = await Driver.start();
  closing.push(() => driver.stop());
  const { apiUrl } = driver;
  say(new Date().toISOString().slice(0, 10));
  say(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${database.description}`,
  );
  say(
    cores
      ? `driver on core ${cores.driver}, bots on core ${cores.bot}, Postgres on any`
      : 'all processes on any core: taskset, or a second core, is missing',
  );

  // The first start runs the migrations.
  const connections = { apiUrl, databaseUrl: database.url };
  await (await Bot.start('nexus', connections)).stop();
  const cohort = makeCohort();
  await fill(database.url, cohort.entries);
  say(`a guild of ${cohort.entries.length} entries, ${atOnce} interactions at once\n`);

  const bots = {} as Record<BotName, Bot>;
  for (const name of botNames) {
    const isProfiled = name === 'nexus' && profileFolder;
    const options = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [];
    const bot = await Bot.start(name, { ...connections, options });
    bots[name] = bot;
    closing.push(() => bot.stop());
  }

  const shared = { answered: 0, failed: 0 };
  const mostMemory: Record<BotName, number> = { pong: 0, raw: 0, nexus: 0 };
  const noteMemory = async (name: BotName) => {
    const usage = await bots[name].usage();
    mostMemory[name] = Math.max(mostMemory[name], usage.rss);
    return usage;
  };
  for (const name of botNames) await noteMemory(name);
  const run = async (load: Load): Promise<LoadResult & { cpuMs: number }> => {
    const before = await bots[load.bot].usage();
    const result = await driver.run(load);
    // An idle process returns memory: what it needs is visible right after a load.
    const after = await noteMemory(load.bot);
    if (load.bot === 'nexus' && load.part === 'share') {
      shared.answered += result.answered;
      shared.failed += result.failed;
    }
    if (result.failure) say(`${load.bot}, ${load.part}: ${result.failure}`);
    return { ...result, cpuMs: after.cpuMs - before.cpuMs };
  };

  const figures: Partial<Record<Part, PartFigures>> = {};
  const measure = async (part: Part) => {
    const results: Record<BotName, (LoadResult & { cpuMs: number })[]> = { pong: [], raw: [], nexus: [] };
    for (const bot of botNames) await run({ bot, part, pace: { atOnce }, ...warmUp });
    for (let round = 0; round < rounds; round += 1)
      for (const bot of botNames)
        results[bot].push(await run({ bot, part, pace: { atOnce }, seconds: roundSeconds }));
    figures[part] = {
      pong: together(results.pong),
      raw: together(results.raw),
      nexus: together(results.nexus),
    };
    say(`${partTable(part, figures[part])}\n`);
  };

  for (const part of parts) if (part !== 'share' && isWanted(part)) await measure(part);
  let mixed: Record<'raw' | 'nexus', MixedFigures> | undefined;
  if (isWanted('mixed')) {
    const pace = { eachSecond: mixedEachSecond };
    for (const bot of botNames) await run({ bot, part: 'mixed', pace: { atOnce }, seconds: warmUp.seconds });
    const load = (bot: BotName): Load => ({ bot, part: 'mixed', pace, seconds: mixedSeconds });
    mixed = { raw: together([await run(load('raw'))]), nexus: together([await run(load('nexus'))]) };
    say(`${mixedTable(mixed, mixedEachSecond)}\n`);
  }
  if (isWanted('import')) {
    const before = await bots.nexus.usage();
    const times = await driver.import({ imports });
    // Not in a table with the other bots: they have no workers to compare with.
    const after = await bots.nexus.usage();
    const usage = { cpuMs: (after.cpuMs - before.cpuMs) / imports, rss: after.rss };
    say(`${importTable(times, usage, await readImports(database.url, imports))}\n`);
  }
  // Last, because the bots share at different speeds, and then have guilds of different sizes.
  if (isWanted('share')) {
    const before = await countKept(database.url);
    await measure('share');
    await checkKept(database.url, before, shared);
  }

  const processOf = (name: BotName) => ({
    rss: mostMemory[name],
    secondsToReady: bots[name].secondsToReady,
  });
  const processes = { pong: processOf('pong'), raw: processOf('raw'), nexus: processOf('nexus') };
  say(`${processTable(processes)}\n`);
  for (const { text, reached } of targetsOf(figures, mixed?.nexus, processes))
    say(`${reached ? 'reached' : 'MISSED '}  ${text}`);
}

/** A part in a database of its own, which the bot has migrated. */
async function benchAlone(run: (typeof alone)[number]['run']): Promise<void> {
  if (!(await build())) throw new Error('the bot does not compile');
  const database = await openBenchDatabase();
  closing.push(database.remove);
  say(`\n${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${database.description}`);
  say(
    `load averages of the machine before: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}`,
  );
  const driver = await Driver.start();
  await (await Bot.start('nexus', { apiUrl: driver.apiUrl, databaseUrl: database.url })).stop();
  await driver.stop();
  if ((await run(database.url, closing)) === false) process.exitCode = 1;
}

/** The rounds of one bot combined. */
function together(results: readonly (LoadResult & { cpuMs: number })[]): Figures {
  const sum = (of: (result: LoadResult & { cpuMs: number }) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const answered = sum((result) => result.answered);
  const seconds = sum((result) => result.seconds);
  const latencies = results.flatMap((result) => result.latencies).sort((first, second) => first - second);
  const percentile = (part: number) => latencies[Math.floor((latencies.length - 1) * part)] ?? Number.NaN;
  return {
    perSecond: answered / seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
    cpu: sum((result) => result.cpuMs) / answered,
    driverShare: sum((result) => result.driverShare * result.seconds) / seconds,
    failed: sum((result) => result.failed),
  };
}

/**
 * An answer to `/share` means that the entry is committed, and its card is recorded soon after. What was not answered in
 * time may be kept or not.
 */
async function checkKept(
  url: string,
  before: Kept,
  { answered, failed }: { answered: number; failed: number },
): Promise<void> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const now = await countKept(url);
    const entries = now.entries - before.entries;
    const cards = now.cards - before.cards;
    const isRight = (count: number) => count >= answered && count <= answered + failed;
    if (isRight(entries) && isRight(cards)) return;
    if (performance.now() > deadline)
      throw new Error(
        `${answered} entries were answered for, ${failed} were not; kept are ${entries} with ${cards} cards`,
      );
    await sleep(100);
  }
}
