/** The sandbox's clock: real time plus an offset that tests and people move, and everyone who follows it. */
import type { TimeLimits } from './options.js';

interface Waiter {
  answer: () => void;
  timer: NodeJS.Timeout;
}

export interface ClockReading {
  offsetMs: number;
  version: number;
}

export class Clock {
  offsetMs = 0;
  version = 1;
  /** Called whenever it was moved. */
  onChange: () => void = () => {};
  private readonly waiting = new Set<Waiter>();
  private outstanding = 0;
  private spread: (() => void) | undefined;

  constructor(private readonly limits: () => Pick<TimeLimits, 'clockPoll' | 'clockSpread'>) {}

  /** Milliseconds since 1970 as the sandbox has them. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** How many wait for the next change. */
  get followers(): number {
    return this.waiting.size;
  }

  reading(): ClockReading {
    return { offsetMs: this.offsetMs, version: this.version };
  }

  /** Answers once the version is another than the one known, or the poll has lasted its time. */
  async changedFrom(known: number, gone: AbortSignal): Promise<ClockReading> {
    if (known !== this.version) return this.reading();
    this.arrived();
    await new Promise<void>((resolve) => {
      const waiter: Waiter = { answer: resolve, timer: setTimeout(() => end(), this.limits().clockPoll) };
      const end = () => {
        clearTimeout(waiter.timer);
        this.waiting.delete(waiter);
        resolve();
      };
      waiter.answer = end;
      this.waiting.add(waiter);
      gone.addEventListener('abort', end, { once: true });
    });
    return this.reading();
  }

  /** Sets the offset; resolves when everyone who was waiting has come back for the next change. */
  async set(offsetMs: number): Promise<ClockReading> {
    this.offsetMs = offsetMs;
    this.version += 1;
    this.onChange();
    this.outstanding = this.waiting.size;
    for (const waiter of [...this.waiting]) waiter.answer();
    if (this.outstanding > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.limits().clockSpread);
        this.spread = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.spread = undefined;
    }
    return this.reading();
  }

  close(): void {
    for (const waiter of [...this.waiting]) waiter.answer();
  }

  private arrived(): void {
    if (this.outstanding === 0) return;
    this.outstanding -= 1;
    if (this.outstanding === 0) this.spread?.();
  }
}
