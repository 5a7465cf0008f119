/** What goes wrong: the bot killed at four moments of posting a digest, and Postgres, the gateway and the API in trouble. */
import { setTimeout as sleep } from 'node:timers/promises';
import { between, type Chance } from '../chance.js';
import { guildCount, type Stage, until } from './stage.js';

const posting = { method: 'POST', route: '/channels/*/messages' } as const;

/** What the statement that marks a digest as sent is known by. */
const marking = "%SET state = 'sent'%";

/** What one fault is given: the stage, the round's chance, and what makes the digests due. */
export interface Scene {
  stage: Stage;
  chance: Chance;
  /** When this round's digests are due. */
  due: Date;
  makeDue(): Promise<void>;
  /** Messages there were before the round. */
  before: number;
}

export interface Fault {
  name: string;
  /** Whether the bot is dead afterwards, and has to be started again. */
  kills: boolean;
  /** Makes the digests due and the fault happen; false when its moment was missed. */
  strike(scene: Scene): Promise<boolean>;
}

/** The table is locked, so that the bot stands before its first look at the ledger. */
async function killBeforeClaim(scene: Scene): Promise<boolean> {
  const { stage, makeDue } = scene;
  const lock = await stage.connect();
  await lock.query('BEGIN; LOCK TABLE digests IN ACCESS EXCLUSIVE MODE');
  const moved = makeDue();
  const isHit = await until(() => isBlocked(stage, '%digests%'));
  await stage.killBot();
  await lock.query('ROLLBACK');
  await lock.end();
  await moved;
  return isHit && (await sent(scene)) === 0;
}

/** Some are sent; then posting gets no answer and does nothing, or the claimed digests wait for what they are made of. */
async function killBetweenClaimAndSend({ stage, chance, makeDue, before }: Scene): Promise<boolean> {
  const { client } = stage.sandbox;
  if (chance() < 0.5) {
    const lock = await stage.connect();
    await lock.query('BEGIN; LOCK TABLE entries IN ACCESS EXCLUSIVE MODE');
    const moved = makeDue();
    // Other jobs wait for entries too, perhaps before anything is claimed.
    const isHit = await until(async () => (await isBlocked(stage, '%entries%')) && anyClaimed(stage));
    await stage.killBot();
    await lock.query('ROLLBACK');
    await lock.end();
    await moved;
    return isHit;
  }
  const some = between(chance, 0, guildCount - 5);
  await client.trouble({ kind: 'delay', ...posting, ms: 15 });
  const moved = makeDue();
  await until(() => total(stage) >= before + some);
  await client.trouble({ kind: 'silent', ...posting });
  const isHit = await until(async () => {
    const [row] = await stage.query<{ aimed: number }>(
      "SELECT count(*)::integer AS aimed FROM digests WHERE state = 'claimed' AND channel_id IS NOT NULL",
    );
    return (row?.aimed ?? 0) > 0;
  });
  await sleep(between(chance, 0, 40));
  await stage.killBot();
  await moved;
  return isHit;
}

/** Discord takes a message and its answer never comes; the bot dies before it knows. */
async function killBetweenSendAndMark(scene: Scene): Promise<boolean> {
  const { stage, chance, makeDue, before } = scene;
  const some = between(chance, 0, guildCount - 5);
  await stage.sandbox.client.trouble({ kind: 'delay', ...posting, ms: 15 });
  const moved = makeDue();
  await until(() => total(stage) >= before + some);
  await stage.sandbox.client.trouble({ kind: 'lost', ...posting });
  const isUnmarked = async () => total(stage) > before + (await sent(scene));
  // What is only slow is marked a moment later; what was lost is not.
  const isHit = await until(async () => (await isUnmarked()) && (await sleep(60, true)) && isUnmarked());
  await sleep(between(chance, 0, 40));
  await stage.killBot();
  await moved;
  return isHit && (await isUnmarked());
}

/** The answers are slow; meanwhile the ledger's claimed rows are locked, so that marking waits, and there the bot dies. */
async function killWhileMarking({ stage, chance, makeDue }: Scene): Promise<boolean> {
  await stage.sandbox.client.trouble({ kind: 'delay', ...posting, ms: 120 });
  const moved = makeDue();
  await until(() => anyClaimed(stage));
  await sleep(between(chance, 0, 300));
  const lock = await stage.connect();
  await lock.query("BEGIN; SELECT 1 FROM digests WHERE state = 'claimed' FOR UPDATE");
  const isHit = await until(() => isBlocked(stage, marking), 3_000);
  await stage.killBot();
  // Half of the time the statement dies with its process, as when the machine goes; else Postgres finishes it.
  if (chance() < 0.5) await stage.query(`SELECT pg_terminate_backend(pid) ${blocked}`, [marking]);
  await lock.query('ROLLBACK');
  await lock.end();
  await moved;
  return isHit;
}

async function killAnywhen({ stage, chance, makeDue }: Scene): Promise<boolean> {
  await stage.sandbox.client.trouble({ kind: 'delay', ...posting, ms: between(chance, 0, 30) });
  const moved = makeDue();
  await sleep(between(chance, 0, 400));
  await stage.killBot();
  await moved;
  return true;
}

async function crashPostgres({ stage, chance, makeDue }: Scene): Promise<boolean> {
  await stage.sandbox.client.trouble({ kind: 'delay', ...posting, ms: 20 });
  await makeDue();
  await sleep(between(chance, 0, 200));
  await stage.crashPostgres();
  return true;
}

async function dropGateway({ stage, chance, makeDue }: Scene): Promise<boolean> {
  await stage.sandbox.client.trouble({ kind: 'delay', ...posting, ms: 20 });
  await makeDue();
  await sleep(between(chance, 0, 150));
  await stage.sandbox.client.disturbGateway(chance() < 0.5 ? { cut: true } : { reconnect: true });
  return true;
}

const refuse = (trouble: { kind: 'error'; status: number } | { kind: 'rate-limit'; retryAfter: number }) =>
  async function strike({ stage, chance, makeDue }: Scene): Promise<boolean> {
    await stage.sandbox.client.trouble({ ...posting, ...trouble, times: between(chance, 1, 12) });
    await makeDue();
    return true;
  };

/** Discord takes messages, and the connection ends instead of an answer. */
async function cutAnswers({ stage, chance, makeDue }: Scene): Promise<boolean> {
  await stage.sandbox.client.trouble({ ...posting, kind: 'cut', times: between(chance, 1, 12) });
  await makeDue();
  return true;
}

/** The four moments the bot is killed at. */
export const moments: Fault[] = [
  { name: 'killed before the claim', kills: true, strike: killBeforeClaim },
  { name: 'killed between claim and send', kills: true, strike: killBetweenClaimAndSend },
  { name: 'killed between send and mark', kills: true, strike: killBetweenSendAndMark },
  { name: 'killed while marking', kills: true, strike: killWhileMarking },
];

export const others: Fault[] = [
  { name: 'killed anywhen', kills: true, strike: killAnywhen },
  { name: 'Postgres crashed', kills: false, strike: crashPostgres },
  { name: 'gateway dropped', kills: false, strike: dropGateway },
  { name: 'API answers 429', kills: false, strike: refuse({ kind: 'rate-limit', retryAfter: 0.2 }) },
  { name: 'API answers 500', kills: false, strike: refuse({ kind: 'error', status: 500 }) },
  { name: 'API posts and cuts the line', kills: false, strike: cutAnswers },
];

const blocked = `FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE $1 AND pid <> pg_backend_pid()`;

async function isBlocked(stage: Stage, query: string): Promise<boolean> {
  return (await stage.query(`SELECT 1 ${blocked}`, [query])).length > 0;
}

async function anyClaimed(stage: Stage): Promise<boolean> {
  return (await stage.query("SELECT 1 FROM digests WHERE state = 'claimed' LIMIT 1")).length > 0;
}

/** Digests of the round that the ledger knows as sent. */
async function sent({ stage, due }: Scene): Promise<number> {
  const [row] = await stage.query<{ sent: number }>(
    `SELECT count(*)::integer AS sent FROM digests
      WHERE state = 'sent' AND period_end = $1`,
    [due],
  );
  return row?.sent ?? 0;
}

function total(stage: Stage): number {
  return stage.countMessages().reduce((sum, count) => sum + count, 0);
}
