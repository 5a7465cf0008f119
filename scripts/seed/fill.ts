/** Fills a sandbox with the sample cohort's six weeks, through the bot's own commands and its clock. */
import type { Message, SandboxClient } from '../../sandbox/client.js';
import { timeline } from '../cohort/timeline.js';
import { channelIds, timeZone } from '../cohort/world.js';
import { digestInstants, instantOf } from './calendar.js';
import { Player, RefusedAct } from './player.js';

/** How long a digest may take after it is due (ms). */
const digestTimeoutMs = 60_000;
const pollPauseMs = 10;

export interface Filling {
  client: SandboxClient;
  /** The midnight at which the story starts; see `storyStart`. */
  start: Date;
  /** Stops the filling between two acts. */
  signal?: AbortSignal;
  /** Called after each act. */
  onProgress?(done: number, all: number): void;
}

/**
 * Plays the whole timeline with the sandbox's clock at each act's time, and leaves it at the last one; the
 * bot must be connected and its data empty.
 * @throws RefusedAct if an act isn't answered as expected; Error if a digest isn't posted
 */
export async function fillCohort({ client, start, signal, onProgress }: Filling): Promise<void> {
  const player = new Player(client);
  const digests = digestInstants(start, new Date());
  await moveClock(client, start);
  await setUp(client);
  for (const [index, act] of timeline.entries()) {
    signal?.throwIfAborted();
    const instant = instantOf(start, act.at);
    while (digests[0] && digests[0] <= instant) await passDigest(client, digests.shift() ?? instant);
    await moveClock(client, instant);
    await player.play(act);
    onProgress?.(index + 1, timeline.length);
  }
  for (const digest of digests) await passDigest(client, digest);
}

async function setUp(client: SandboxClient): Promise<void> {
  const answer = await client.as('nyambura', { channel: channelIds.cohort }).command('/admin setup', {
    channel: channelIds.cohort,
    timezone: timeZone,
    'moderator-role': 'Moderator',
    'log-channel': channelIds.moderators,
  });
  if (answer.outcome !== 'message') throw new RefusedAct('/admin setup', answer);
}

/** Moves the clock past a digest's due time, and waits until the bot has posted it. */
async function passDigest(client: SandboxClient, due: Date): Promise<void> {
  const last = (await readChannel(client, { limit: 1 })).at(-1);
  await moveClock(client, due);
  const deadline = Date.now() + digestTimeoutMs;
  while ((await readChannel(client, { after: last?.id })).length === 0) {
    if (Date.now() > deadline) throw new Error(`The digest for ${due.toISOString()} was not posted.`);
    await new Promise((resolve) => setTimeout(resolve, pollPauseMs));
  }
}

function readChannel(client: SandboxClient, range: { limit?: number; after?: string }): Promise<Message[]> {
  return client.as('nyambura').read(channelIds.cohort, range);
}

function moveClock(client: SandboxClient, instant: Date): Promise<void> {
  return client.setClock(instant.getTime() - Date.now());
}
