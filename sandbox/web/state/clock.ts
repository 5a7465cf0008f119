/** The sandbox's clock on the page: how far it is from real time, and the minute it shows. */
import { computed, signal } from '@preact/signals';
import { words } from '../words/words.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Longer waits than this (ms) overflow a timer. */
const LONGEST = 0x7fffffff;

export class PageClock {
  readonly offsetMs = signal(0);
  /** Real time when the shown minute last changed. */
  private readonly at = signal(Date.now());
  /** Milliseconds since 1970 by the sandbox's clock, renewed with every minute of it and whenever it is moved. */
  readonly now = computed(() => this.at.value + this.offsetMs.value);

  constructor() {
    this.tick();
  }

  set(offsetMs: number): void {
    this.at.value = Date.now();
    this.offsetMs.value = offsetMs;
  }

  /** The sandbox's time to the millisecond, to calculate with. */
  exactly(): number {
    return Date.now() + this.offsetMs.peek();
  }

  private tick(): void {
    this.at.value = Date.now();
    const untilNext = MINUTE - (this.now.peek() % MINUTE);
    setTimeout(() => this.tick(), Math.min(Math.max(untilNext, 1), LONGEST));
  }
}

/** The next Monday at 09:00 after a moment, in this browser's zone. */
export function nextMondayMorning(now: number): number {
  const date = new Date(now);
  date.setHours(9, 0, 0, 0);
  const daysUntilMonday = (8 - date.getDay()) % 7;
  date.setDate(date.getDate() + daysUntilMonday);
  if (date.getTime() <= now) date.setDate(date.getDate() + 7);
  return date.getTime();
}

/** The same time of day one day on, wherever a change of the clocks makes it 23 or 25 hours. */
export function nextDay(now: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + 1);
  return date.getTime();
}

/** A distance in words: `3 days ahead`, `2 h behind`; empty when it is less than a minute. */
export function describeOffset(offsetMs: number): string {
  const distance = Math.abs(offsetMs);
  if (distance < MINUTE) return '';
  const isAhead = offsetMs > 0;
  const { minutes, hours, days } = words().time;
  if (distance < 60 * MINUTE) return minutes(Math.round(distance / MINUTE), isAhead);
  if (distance < 2 * DAY) return hours(Math.round(distance / (60 * MINUTE)), isAhead);
  return days(Math.round(distance / DAY), isAhead);
}
