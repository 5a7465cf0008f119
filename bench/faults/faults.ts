/** What goes wrong: the bot killed at four moments of delivering a message, and Postgres, the gateway and the API in trouble. */
import { setTimeout as sleep } from 'node:timers/promises';
import { between, type Chance } from '../chance.js';
import { guildIds, type Stage, until } from './stage.js';
import type { OwedTopic } from './topics.js';

const posting = { method: 'POST', route: '/channels/*/messages' } as const;

/** What the statement that settles a message is known by. */
const settling = '%DELETE FROM outbox_messages%';

/** What one fault is given: the stage, the round's chance, and what makes the digests due. */
export interface Scene {
  stage: Stage;
  chance: Chance;
  topic: OwedTopic;
  /** The guilds in which one is due. */
  guilds: readonly string[];
  makeDue(): Promise<void>;
  /** Messages there were before the round. */
  before: number;
}

export interface Fault {
  name: string;
  /** Whether the bot is dead afterwards, and has to be started again. */
  kills: boolean;
  /** How long the bot is away afterwards (ms). */
  awayMs?: number;
  /** Undone a while after the bot was started again. */
  heal?(stage: Stage, guilds: readonly string[]): Promise<void>;
  /** Makes the messages due and the fault happen; false when its moment was missed. */
  strike(scene: Scene): Promise<boolean>;
}

/** The table is locked, so that the bot stands before its first look at it. */
async function killBeforeClaim(scene: Scene): Promise<boolean> {
  const { stage, makeDue } = scene;
  const lock = await stage.connect();
  await lock.query('BEGIN; LOCK TABLE outbox_messages IN ACCESS EXCLUSIVE MODE');
  const moved = makeDue();
  const isHit = await until(() => isBlocked(stage, '%outbox_messages%'));
  await stage.killBot();
  await lock.query('ROLLBACK');
  await lock.end();
  await moved;
  return isHit && total(scene) === scene.before;
}

/** Some are sent; then posting gets no answer and does nothing, or the claimed messages wait for what they are made of. */
async function killBetweenClaimAndSend(scene: Scene): Promise<boolean> {
  const { stage, topic, chance, makeDue, before } = scene;
  const { client } = stage.sandbox;
  if (topic.readsEntries && chance() < 0.5) {
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
  const some = between(chance, 0, scene.guilds.length - 5);
  await client.trouble({ kind: 'delay', ...posting, ms: 15 });
  const moved = makeDue();
  await until(() => total(scene) >= before + some);
  await client.trouble({ kind: 'silent', ...posting });
  const isHit = await until(async () => {
    const [row] = await stage.query<{ aimed: number }>(
      'SELECT count(*)::integer AS aimed FROM outbox_messages WHERE leased_until IS NOT NULL AND channel_id IS NOT NULL',
    );
    return (row?.aimed ?? 0) > 0;
  });
  await sleep(between(chance, 0, 40));
  await stage.killBot();
  await moved;
  return isHit;
}

/** Discord takes a message and its answer never comes; the bot dies before it knows. */
async function killBetweenSendAndSettle(scene: Scene): Promise<boolean> {
  const { stage, chance, makeDue, before } = scene;
  const some = between(chance, 0, scene.guilds.length - 5);
  await stage.sandbox.client.trouble({ kind: 'delay', ...posting, ms: 15 });
  const moved = makeDue();
  await until(() => total(scene) >= before + some);
  await stage.sandbox.client.trouble({ kind: 'lost', ...posting });
  const isUnsettled = async () => total(scene) > before + (await settled(scene));
  // What is only slow is settled a moment later; what was lost is not.
  const isHit = await until(async () => (await isUnsettled()) && (await sleep(60, true)) && isUnsettled());
  await sleep(between(chance, 0, 40));
  await stage.killBot();
  await moved;
  return isHit && (await isUnsettled());
}

/** The answers are slow; meanwhile the claimed rows are locked, so that settling waits, and there the bot dies. */
async function killWhileSettling({ stage, chance, makeDue }: Scene): Promise<boolean> {
  await stage.sandbox.client.trouble({ kind: 'delay', ...posting, ms: 120 });
  const moved = makeDue();
  await until(() => anyClaimed(stage));
  await sleep(between(chance, 0, 300));
  const lock = await stage.connect();
  await lock.query('BEGIN; SELECT 1 FROM outbox_messages WHERE leased_until IS NOT NULL FOR UPDATE');
  const isHit = await until(() => isBlocked(stage, settling), 3_000);
  await stage.killBot();
  // Half of the time the statement dies with its process, as when the machine goes; else Postgres finishes it.
  if (chance() < 0.5) await stage.query(`SELECT pg_terminate_backend(pid) ${blocked}`, [settling]);
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

/** Discord takes the messages, no answer arrives, the bot dies, and is away longer than Discord knows any nonce. */
async function outlastNonces(scene: Scene): Promise<boolean> {
  const { stage, makeDue, before } = scene;
  await stage.sandbox.client.trouble({ kind: 'lost', ...posting });
  const moved = makeDue();
  const isHit = await until(() => total(scene) > before);
  await stage.killBot();
  await moved;
  return isHit;
}

/** The same, and nobody lets the bot read what is in its channels: it must not post what may be there. */
async function hideHistory(scene: Scene): Promise<boolean> {
  for (const guild of scene.guilds) {
    for (const channel of channels)
      await scene.stage.sandbox.client.closeChannel(cohortOf(guild), channel, ['READ_MESSAGE_HISTORY']);
  }
  return outlastNonces(scene);
}

async function showHistory(stage: Stage, guilds: readonly string[]): Promise<void> {
  for (const guild of guilds) {
    for (const channel of channels) await stage.sandbox.client.openChannel(cohortOf(guild), channel);
  }
}

const channels = ['prodevprojectnexus', 'moderators'];
const cohortOf = (guildId: string) => `Cohort ${guildIds.indexOf(guildId)}`;

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
  { name: 'killed between send and settle', kills: true, strike: killBetweenSendAndSettle },
  { name: 'killed while settling', kills: true, strike: killWhileSettling },
];

export const others: Fault[] = [
  { name: 'away longer than the nonces last', kills: true, awayMs: 6 * 3_600_000, strike: outlastNonces },
  {
    name: 'channels without history',
    kills: true,
    awayMs: 6 * 3_600_000,
    strike: hideHistory,
    heal: showHistory,
  },
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
  return (
    (await stage.query('SELECT 1 FROM outbox_messages WHERE leased_until IS NOT NULL LIMIT 1')).length > 0
  );
}

/** Messages of the round that the outbox let go of. */
async function settled({ stage, topic, guilds }: Scene): Promise<number> {
  const [row] = await stage.query<{ owed: number }>(
    'SELECT count(*)::integer AS owed FROM outbox_messages WHERE topic = $1',
    [topic.name],
  );
  return guilds.length - (row?.owed ?? 0);
}

function total({ stage, guilds }: Pick<Scene, 'stage' | 'guilds'>): number {
  return stage.countMessages(guilds).reduce((sum, count) => sum + count, 0);
}
