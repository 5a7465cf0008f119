/** Discord's limit of requests a second for a whole bot, kept from this side: it is never exceeded, so nothing is refused. */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Discord counts so many requests of a bot in a second; answers to interactions are not among them. */
export const globalLimit = 50;

/** Reserved for interactive requests, which members wait for; jobs don't use these. */
const reserved = 2;

/** How long (ms) Discord may go on counting a request after its answer: its second, and a little for its clock. */
const countedFor = 1_005;

/** A request without answer has arrived, or never will, after this (ms). */
const arrivesWithinMs = 1_000;

/** Jobs that had to wait may make up for so much (ms) of their even pace. */
const madeUp = 60;

const background = new AsyncLocalStorage<true>();

/** Runs `work` so that its requests wait behind those that members wait for, and come at an even pace. */
export function inBackground<Result>(work: () => Result): Result {
  return background.run(true, work);
}

interface Spent {
  /** From here on Discord counts it no more. */
  until: number;
}

type Waiting = (spent: Spent) => void;

/**
 * Nobody outside knows where Discord's seconds begin. A request is counted somewhere between being sent and being
 * answered: while those under way and those answered within the last second stay within the limit, no second of
 * Discord's can hold more.
 */
export class RequestBudget {
  private spent: Spent[] = [];
  private readonly members: Waiting[] = [];
  private readonly jobs: Waiting[] = [];
  private jobsFrom = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param limit requests a second, at least 1 */
  constructor(private readonly limit = globalLimit) {}

  /** Sends a request as soon as there is room for it. Those of members, and those of jobs, keep their order. */
  async spend<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    const waiting = background.getStore() ? this.jobs : this.members;
    const request = await new Promise<Spent>((resolve) => {
      waiting.push(resolve);
      this.admit();
    });
    try {
      return await send();
    } finally {
      request.until = Math.min(request.until, performance.now() + countedFor);
      this.admit();
    }
  }

  private admit(): void {
    clearTimeout(this.timer);
    const now = performance.now();
    this.spent = this.spent.filter(({ until }) => until > now);
    const forJobs = Math.max(1, this.limit - reserved);
    while (this.members.length > 0 && this.spent.length < this.limit) this.admitNext(this.members, now);
    while (this.jobs.length > 0 && this.spent.length < forJobs && this.jobsFrom <= now) {
      this.jobsFrom = Math.max(this.jobsFrom, now - madeUp) + 1_000 / forJobs;
      this.admitNext(this.jobs, now);
    }
    if (this.members.length + this.jobs.length === 0) return;
    const hasRoom = this.members.length === 0 && this.spent.length < forJobs;
    const next = hasRoom ? this.jobsFrom : Math.min(...this.spent.map(({ until }) => until));
    this.timer = setTimeout(() => this.admit(), Math.max(0, next - now));
  }

  private admitNext(waiting: Waiting[], now: number): void {
    const request = { until: now + arrivesWithinMs + countedFor };
    this.spent.push(request);
    waiting.shift()?.(request);
  }
}
