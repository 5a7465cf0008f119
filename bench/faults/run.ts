/**
 * `npm run faults -- [--rounds n] [--seed n] [--topic name]`: each round owes a message of one kind in many guilds, and
 * something goes wrong. Counts in the stand-in's own log of messages that each guild got exactly one; fails when one got
 * none, or two.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.mjs';
import { oneOf, seededChance } from '../chance.js';
import { type Fault, moments, others } from './faults.js';
import { guildIds, Stage, until, week } from './stage.js';
import { topics as firstTopics, type OwedTopic } from './topics.js';
import { topicsTogether } from './topics-together.js';

const minuteMs = 60_000;
/** How often a round's messages may be tried again, some minutes apart, before they count as lost. */
const tries = 14;
const momentsAtLeast = 20;
/** From this many rounds on, each of the four moments has to be hit so often. */
const fullRun = 200;
const firstDue = new Date('2027-01-04T09:00:00Z');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string' },
    topic: { type: 'string', multiple: true },
  },
});
const rounds = Number(values.rounds ?? positionals[0] ?? fullRun);
const seed = Number(values.seed ?? positionals[1] ?? randomInt(2 ** 31));
const topics = [...firstTopics, ...topicsTogether];
const chosen = topics.filter(({ name }) => values.topic?.includes(name) ?? true);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed) || chosen.length === 0) {
  const names = topics.map(({ name }) => name).join(', ');
  throw new Error(`Usage: npm run faults -- [--rounds n] [--seed n] [--topic name]; topics: ${names}.`);
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const figures = new Map(chosen.map(({ name }) => [name, { due: 0, delivered: 0, lost: 0, twice: 0 }]));
const hits = new Map<string, number>();

if (!(await build())) throw new Error('the bot does not compile');
say(`${rounds} rounds over ${chosen.length} topics, seed ${seed}`);
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

/** Three rounds of five of each topic kill the bot at one of the four moments, in turn; the others are drawn. */
function faultOf(round: number, chance: () => number): Fault {
  const place = Math.floor(round / chosen.length) + (round % chosen.length);
  const turn = Math.floor(place / 5) * 3 + (place % 5);
  const moment = moments[turn % moments.length];
  return place % 5 < 3 && moment ? moment : oneOf(chance, others);
}

async function play(round: number, chance: () => number): Promise<void> {
  const due = new Date(firstDue.getTime() + round * week);
  const topic = chosen[round % chosen.length] as OwedTopic;
  const guilds = guildIds.slice(0, topic.guildCount);
  const fault = faultOf(round, chance);
  await topic.cause({ stage, guilds, due, round });
  const counts = stage.countMessages(guilds);
  const before = counts.reduce((sum, count) => sum + count, 0);
  const makeDue = () => stage.moveTo(due);
  if (await fault.strike({ stage, topic, guilds, chance, makeDue, before })) {
    hits.set(fault.name, (hits.get(fault.name) ?? 0) + 1);
  }
  await stage.sandbox.client.endTrouble();
  await recover(fault, topic, due, guilds);
  await fault.heal?.(stage, guilds);

  const got = stage.countMessages(guilds).map((count, index) => count - (counts[index] ?? 0));
  const lost = got.filter((count) => count === 0).length;
  const twice = got.filter((count) => count > 1).length;
  const figure = figures.get(topic.name);
  if (figure) {
    figure.due += guilds.length;
    figure.delivered += got.filter((count) => count > 0).length;
    figure.lost += lost;
    figure.twice += twice;
  }
  if (lost + twice > 0) say(`round ${round + 1}, ${topic.name}, ${fault.name}: ${lost} lost, ${twice} twice`);
  else if ((round + 1) % 20 === 0) say(`${round + 1} rounds`);
  await endRound();
}

/** Nothing of a round reaches into the next one. */
async function endRound(): Promise<void> {
  await stage.query('DELETE FROM outbox_messages');
  await stage.query('UPDATE guilds SET digest_due_at = NULL, digest_period_start = NULL');
  await stage.query('DELETE FROM projects');
  await stage.query('DELETE FROM sessions');
  await stage.query(`UPDATE queue_items SET decided_at = now(), outcome = 'kept' WHERE decided_at IS NULL`);
}

/** Lets time pass until nothing is owed any more. */
async function recover(fault: Fault, topic: OwedTopic, due: Date, guilds: readonly string[]): Promise<void> {
  let now = due.getTime();
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (fault.kills && attempt === 0) {
      // The lease of the dead may have run out by now, or not.
      now += fault.awayMs ?? minuteMs;
      await stage.moveTo(new Date(now));
      await stage.startBot();
    }
    if (await until(() => isSettled(topic, due), 1_500)) break;
    if (attempt === 1) await fault.heal?.(stage, guilds);
    now += 10 * minuteMs;
    await stage.moveTo(new Date(now));
  }
}

async function isSettled({ name }: OwedTopic, due: Date): Promise<boolean> {
  // What a job finds is owed from then on: asked in this order, nothing can come in between.
  if (!(await isFound(name, due))) return false;
  const [row] = await stage
    .query<{ owed: number }>('SELECT count(*)::integer AS owed FROM outbox_messages WHERE topic = $1', [name])
    .catch(() => []);
  return row?.owed === 0;
}

/** Whether the job that looks for what is due has done so in this round; other topics are owed from the start. */
async function isFound(name: string, due: Date): Promise<boolean> {
  const statements: Record<string, string> = {
    digest: 'SELECT count(*)::integer AS count FROM guilds WHERE digest_due_at <= $1',
    'challenge-reminder': `SELECT count(*)::integer AS count FROM entries c WHERE type = 'challenge'
      AND created_at = $1::timestamptz - interval '4 days'
      AND NOT EXISTS (SELECT FROM challenge_reminders r WHERE r.guild_id = c.guild_id AND r.challenge_number = c.number)`,
    'queue-reminder': `SELECT count(*)::integer AS count FROM queue_items
      WHERE decided_at IS NULL AND reminded_at IS NULL AND opened_at < $1`,
  };
  const statement = statements[name];
  if (!statement) return true;
  const [row] = await stage.query<{ count: number }>(statement, [due]).catch(() => []);
  return row?.count === 0;
}

function report(): void {
  say(`\n${((Date.now() - begun) / minuteMs).toFixed(1)} minutes, seed ${seed}`);
  for (const { name } of [...moments, ...others])
    say(`  ${String(hits.get(name) ?? 0).padStart(4)}  ${name}`);
  say('\ntopic                  due  delivered  lost  twice');
  let faults = 0;
  for (const [name, { due, delivered, lost, twice }] of figures) {
    faults += lost + twice + (due === delivered ? 0 : 1);
    const columns = [due, delivered, lost, twice].map((figure, place) =>
      String(figure).padStart([6, 11, 6, 7][place] ?? 0),
    );
    say(`${name.padEnd(20)}${columns.join('')}`);
  }
  const rare = rounds < fullRun ? [] : moments.filter(({ name }) => (hits.get(name) ?? 0) < momentsAtLeast);
  for (const { name } of rare) say(`hit less than ${momentsAtLeast} times: ${name}`);
  if (faults + rare.length > 0) process.exitCode = 1;
}
