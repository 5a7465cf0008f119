/** The digests of all guilds as the stand-in for Discord sees them arrive: how fast, how evenly, and what it refused. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningSandbox } from '../../sandbox/server/index.js';
import { digestChannelOf, digestGuildIds } from './guilds.js';

/** How long (s) the digests may take. */
const patience = 240;

/** What a bot's requests may number in a second: Discord's limit, which the stand-in keeps. */
const postRoute = 'POST /channels/{channel_id}/messages';

export interface Deliveries {
  /** Guilds that got none, and that got more than one. */
  missing: number;
  doubled: number;
  /** Requests answered with 429. */
  refused: number;
  /** Requests that count, all of them. */
  requests: number;
  /** From due to the first one, and from the first to the last (s). */
  secondsToFirst: number;
  seconds: number;
  perSecond: number;
  /** The most requests of any second. */
  most: number;
}

/** Moves the clock to when they are due, and watches until every guild has one. */
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
  while (posts.length < digestGuildIds.length && performance.now() - due < patience * 1_000) await sleep(20);
  // One too many would come after the last one.
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
