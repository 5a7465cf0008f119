/**
 * `npm run faults [rounds] [seed]`: a digest in each of 25 guilds a round, and something goes wrong in each round. Counts
 * in the stand-in's own log of messages that every guild got exactly one; fails when one got none, or two.
 */
import { randomInt } from 'node:crypto';
import { build } from '../../scripts/build.mjs';
import { oneOf, seededChance } from '../chance.js';
import { type Fault, moments, others } from './faults.js';
import { guildCount, Stage, until, week } from './stage.js';

const minute = 60_000;
/** How often a round's digests may be tried again, some minutes apart, before they count as lost. */
const tries = 12;
const momentsAtLeast = 20;
/** From this many rounds on, each of the four moments has to be hit so often. */
const fullRun = 200;
const firstDue = new Date('2027-01-04T09:00:00Z');

const rounds = Number(process.argv[2] ?? fullRun);
const seed = Number(process.argv[3] ?? randomInt(2 ** 31));
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  throw new Error('Usage: npm run faults [rounds] [seed], both whole numbers.');
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const figures = { posted: 0, lost: 0, doubled: 0 };
const hits = new Map<string, number>();

if (!(await build())) throw new Error('the bot does not compile');
say(`${rounds} rounds over ${guildCount} guilds, seed ${seed}`);
const begun = Date.now();
const stage = await Stage.open(firstDue);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stage.close().finally(() => process.exit(1)));
}
try {
  const chance = seededChance(seed);
  for (let round = 0; round < rounds; round += 1) await play(round, chance);
} finally {
  await stage.close();
}
report();

/** Three rounds of five kill the bot at one of the four moments, each in its turn; the others are drawn. */
function faultOf(round: number, chance: () => number): Fault {
  const turn = Math.floor(round / 5) * 3 + (round % 5);
  const moment = moments[turn % moments.length];
  return round % 5 < 3 && moment ? moment : oneOf(chance, others);
}

async function play(round: number, chance: () => number): Promise<void> {
  const due = new Date(firstDue.getTime() + round * week);
  const fault = faultOf(round, chance);
  await stage.shareEverywhere(new Date(due.getTime() - 60 * minute));
  const counts = stage.countMessages();
  const before = counts.reduce((sum, count) => sum + count, 0);
  const makeDue = () => stage.moveTo(due);
  if (await fault.strike({ stage, chance, due, makeDue, before })) {
    hits.set(fault.name, (hits.get(fault.name) ?? 0) + 1);
  }
  await stage.sandbox.client.endTrouble();
  await recover(fault, due);

  const posted = stage.countMessages().map((count, index) => count - (counts[index] ?? 0));
  figures.posted += posted.filter((count) => count > 0).length;
  const lost = posted.filter((count) => count === 0).length;
  const doubled = posted.filter((count) => count > 1).length;
  figures.lost += lost;
  figures.doubled += doubled;
  if (lost + doubled > 0) say(`round ${round + 1}, ${fault.name}: ${lost} lost, ${doubled} doubled`);
  else if ((round + 1) % 20 === 0) say(`${round + 1} rounds`);
}

/** Lets time pass until the ledger has nothing left to do. */
async function recover(fault: Fault, due: Date): Promise<void> {
  let now = due.getTime();
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (fault.kills && attempt === 0) {
      // The lease of the dead may have run out by now, or not.
      now += (attempt + 1) * minute;
      await stage.moveTo(new Date(now));
      await stage.startBot();
    }
    if (await until(() => isSettled(due), 1_500)) return;
    now += 10 * minute;
    await stage.moveTo(new Date(now));
  }
}

async function isSettled(due: Date): Promise<boolean> {
  const [row] = await stage
    .query<{ settled: number }>(
      `SELECT count(*)::integer AS settled FROM digests
        WHERE state IN ('sent', 'skipped') AND period_end = $1`,
      [due],
    )
    .catch(() => []);
  return row?.settled === guildCount;
}

function report(): void {
  say(`\n${((Date.now() - begun) / minute).toFixed(1)} minutes, seed ${seed}`);
  for (const { name } of [...moments, ...others])
    say(`  ${String(hits.get(name) ?? 0).padStart(4)}  ${name}`);
  say(
    `${rounds * guildCount} digests due: ${figures.posted} posted, ${figures.lost} lost, ${figures.doubled} doubled`,
  );
  const rare = rounds < fullRun ? [] : moments.filter(({ name }) => (hits.get(name) ?? 0) < momentsAtLeast);
  for (const { name } of rare) say(`hit less than ${momentsAtLeast} times: ${name}`);
  if (figures.lost + figures.doubled + rare.length > 0) process.exitCode = 1;
}
