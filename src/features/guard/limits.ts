/** How much one member may contribute in a minute, an hour and a day. */
import type { Guild } from '../../entities/guild.js';

export const limitedWindows = ['minute', 'hour', 'day'] as const;
export type LimitedWindow = (typeof limitedWindows)[number];

const lengths: Record<LimitedWindow, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Within a minute a quarter of the hour's number, and so many at least. */
const leastAMinute = 5;

export interface Reached {
  window: LimitedWindow;
  limit: number;
  /** When the next one is taken (ms since 1970). */
  freeAt: number;
}

/** The limit that keeps a member waiting longest; undefined while they may go on. `times` ascend (ms since 1970). */
export function reachedLimit(
  times: readonly number[],
  { hourlyLimit, dailyLimit }: Pick<Guild, 'hourlyLimit' | 'dailyLimit'>,
  now: number,
): Reached | undefined {
  const limits: Record<LimitedWindow, number> = {
    minute: Math.max(leastAMinute, Math.ceil(hourlyLimit / 4)),
    hour: hourlyLimit,
    day: dailyLimit,
  };
  let longest: Reached | undefined;
  for (const window of limitedWindows) {
    const within = times.filter((time) => time > now - lengths[window] && time <= now);
    const limit = limits[window];
    if (within.length < limit) continue;
    const freeAt = (within[within.length - limit] ?? now) + lengths[window];
    if (!longest || freeAt > longest.freeAt) longest = { window, limit, freeAt };
  }
  return longest;
}
