/** The digests of all guilds as they arrive at the stand-in for Discord: how fast, how evenly, and what it refused. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningSandbox } from '../../sandbox/server/index.js';
import { digestChannelOf, digestGuildIds } from './guilds.js';

/** How long the digests may take (s). */
const timeoutSeconds = 240;

/** A bot's requests per second: Discord's limit, which the stand-in enforces. */
const postRoute = 'POST /channels/{channel_id}/messages';

export interface Deliveries {
  /** Guilds that got none, and that got more than one. */
  missing: number;
  doubled: number;
  /** Requests answered with 429. */
  refused: number;
  /** All requests that count towards the limit. */
  requests: number;
  /** From due to the first one, and from the first to the last (s). */
  secondsToFirst: number;
  seconds: number;
  perSecond: number;
  /** The most requests of any second. */
  most: number;
}

/** Moves the clock to when they are due, and waits until every guild has one. */
export async function watchDigests(
  { parts, setClock }: RunningSandbox,
  { dueAt, botId }: { dueAt: Date; botId: string },
): Promise<Deliveries> {
  const requests: number[] = [];
  const posts: number[] = [];
  let refused = 0;
  const { rateLimits } = parts;
  const take = rateLimits.take.bind(rateLimits);
  rateLimits.take = (bot, route, params) => {
    const verdict = take(bot, route, params);
    if (verdict.refused) refused += 1;
    if (bot !== undefined) requests.push(performance.now());
    if (route === postRoute && !verdict.refused) posts.push(performance.now());
    return verdict;
  };
  const due = performance.now();
  await setClock(dueAt.getTime() - Date.now());
  while (posts.length < digestGuildIds.length && performance.now() - due < timeoutSeconds * 1_000)
    await sleep(20);
  // A duplicate would come after the last one.
  await sleep(2_000);
  const counts = digestGuildIds.map(
    (id) =>
      parts.state.messagesOf(digestChannelOf(id), { limit: 100 }, (message) => message.authorId === botId)
        .length,
  );
  const [first = due] = posts;
  const last = posts.at(-1) ?? due;
  const seconds = (last - first) / 1_000;
  return {
    missing: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
    refused,
    requests: requests.length,
    secondsToFirst: (first - due) / 1_000,
    seconds,
    perSecond: (posts.length - 1) / seconds,
    most: mostInASecond(requests),
  };
}

/** @param times ms, ascending */
function mostInASecond(times: readonly number[]): number {
  let most = 0;
  let from = 0;
  for (const [index, time] of times.entries()) {
    while ((times[from] ?? time) <= time - 1_000) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}
