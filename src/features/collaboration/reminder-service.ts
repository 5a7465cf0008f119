/** Which challenges that stay open are reminded of: each once, by day, asking members who chose to be asked. */
import type { Clock } from '../../platform/clock.js';
import { inZone } from '../../platform/wall-clock.js';
import type { ReminderSpan, ReminderStore } from './reminder-store.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long a challenge is open before it is reminded of, and after how long that would help no more (ms). */
export const openForMs = 3 * dayMs;
const tooOldAfterMs = 14 * dayMs;

/** A guild gets one at a time, and the next one no sooner than this (ms). */
const quietForMs = hourMs;

/** Hours of the guild's own day in which somebody may be pinged: from, and up to but not including. */
const wakingHours = { from: 8, to: 20 } as const;

/** Reminders owed by one tick at most. */
const atOnce = 100;

export class ReminderService {
  constructor(
    private readonly store: Pick<ReminderStore, 'timezones' | 'enqueueDue'>,
    private readonly clock: Clock,
  ) {}

  /** Owes what is due. Any number of processes may do so at once. */
  async enqueueDue(): Promise<void> {
    const now = this.clock();
    const timezones = (await this.store.timezones()).filter((timezone) => isWakingHour(timezone, now));
    if (timezones.length === 0) return;
    const quietSince = new Date(now.getTime() - quietForMs);
    await this.store.enqueueDue(spanAt(now), { timezones, quietSince, limit: atOnce, now });
  }
}

/** The challenges that may be reminded of at `now`, by when they were asked. */
export function spanAt(now: Date): ReminderSpan {
  return { after: new Date(now.getTime() - tooOldAfterMs), until: new Date(now.getTime() - openForMs) };
}

export function isWakingHour(timezone: string, now: Date): boolean {
  const local = inZone(now, timezone).hour;
  return local >= wakingHours.from && local < wakingHours.to;
}
