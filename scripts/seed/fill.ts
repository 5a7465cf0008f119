/** Fills a sandbox with the sample cohort's six weeks, through the bot's own commands and its clock. */
import type { Message, SandboxClient } from '../../sandbox/client.js';
import { timeline } from '../cohort/timeline.js';
import { channelIds, timeZone } from '../cohort/world.js';
import { digestInstants, instantOf } from './calendar.js';
import { Player, RefusedAct } from './player.js';

/** How long (ms) a digest may take from its due instant on. */
const digestPatience = 60_000;
const pollPause = 10;

export interface Filling {
  client: SandboxClient;
  /** The midnight at which the story begins; see `storyStart`. */
  start: Date;
  /** Ends the filling between two acts. */
  signal?: AbortSignal;
  /** Told after each act. */
  onProgress?(done: number, all: number): void;
}

/**
 * Plays the whole timeline with the sandbox's clock at each act's instant, and leaves it at the last of them; the
 * bot must be connected and its data empty.
 * @throws RefusedAct when an act is not answered as it should be; Error when a digest does not come
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

/** Lets the clock pass a digest's instant, and waits until the bot has posted it. */
async function passDigest(client: SandboxClient, due: Date): Promise<void> {
  const last = (await readChannel(client, { limit: 1 })).at(-1);
  await moveClock(client, due);
  const deadline = Date.now() + digestPatience;
  while ((await readChannel(client, { after: last?.id })).length === 0) {
    if (Date.now() > deadline) throw new Error(`The digest of ${due.toISOString()} was not posted.`);
    await new Promise((resolve) => setTimeout(resolve, pollPause));
  }
}

function readChannel(client: SandboxClient, range: { limit?: number; after?: string }): Promise<Message[]> {
  return client.as('nyambura').read(channelIds.cohort, range);
}

function moveClock(client: SandboxClient, instant: Date): Promise<void> {
  return client.setClock(instant.getTime() - Date.now());
}
