/** Threads that do long work, a task at a time, for whoever holds one: the bot answers others meanwhile. */
import type { Worker } from 'node:worker_threads';
import { startWorker } from './worker.js';

export interface WorkshopLimits {
  /** Longest time (ms) that one task takes. */
  timeMs: number;
  /** From the start of a thread to when it takes a task (ms). */
  startMs: number;
  /** The heap of each thread (MiB). */
  memoryMb: number;
  /** Threads at once; who comes later waits for one. */
  workers: number;
  /** How long a thread waits for another holder (ms); starting one takes a while. */
  idleMs: number;
}

const limits: WorkshopLimits = {
  timeMs: 120_000,
  startMs: 30_000,
  memoryMb: 256,
  workers: 2,
  idleMs: 60_000,
};

type Said<Answer> = { ready: true } | { answer: Answer } | { fault: string };

/** A thread, held by one until they let go of it. */
export interface Bench<Task, Answer> {
  ask(task: Task): Promise<Answer>;
  close(): void;
}

export class Workshop<Task, Answer> {
  private readonly limits: WorkshopLimits;
  private readonly workers = new Set<Worker>();
  /** Those that nobody holds, with what ends them when nobody comes. */
  private readonly idle = new Map<Worker, NodeJS.Timeout>();
  private readonly waiting: (() => void)[] = [];
  private taken = 0;
  private isStopped = false;

  constructor(
    private readonly file: URL,
    changed: Partial<WorkshopLimits> = {},
  ) {
    this.limits = { ...limits, ...changed };
  }

  /** @throws when the thread does not start, or the workshop was stopped */
  async open(): Promise<Bench<Task, Answer>> {
    while (this.taken >= this.limits.workers) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.taken += 1;
    try {
      if (this.isStopped) throw new Error('the workshop was stopped');
      const worker = this.takeIdle() ?? (await this.start());
      return this.benchOf(worker);
    } catch (error) {
      this.free();
      throw error;
    }
  }

  /** Ends all threads; those who wait for an answer are told. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private benchOf(worker: Worker): Bench<Task, Answer> {
    let state: 'free' | 'busy' | 'failed' | 'closed' = 'free';
    return {
      ask: async (task) => {
        if (state !== 'free') throw new Error(`a task was given to a thread that is ${state}`);
        state = 'busy';
        try {
          const answer = this.next(worker, this.limits.timeMs);
          worker.postMessage(task, []);
          const said = await answer;
          if (!('answer' in said)) throw new Error('fault' in said ? said.fault : 'the thread began anew');
          state = 'free';
          return said.answer;
        } catch (error) {
          state = 'failed';
          throw error;
        }
      },
      close: () => {
        if (state === 'closed') return;
        // What it is at, or how it failed, is nobody else's concern.
        if (state === 'free') this.keep(worker);
        else void worker.terminate();
        state = 'closed';
        this.free();
      },
    };
  }

  private free(): void {
    this.taken -= 1;
    this.waiting.shift()?.();
  }

  private takeIdle(): Worker | undefined {
    const [worker] = this.idle.keys();
    if (!worker) return undefined;
    clearTimeout(this.idle.get(worker));
    this.idle.delete(worker);
    worker.ref();
    return worker;
  }

  private keep(worker: Worker): void {
    // A thread that waits keeps no process alive.
    worker.unref();
    this.idle.set(worker, setTimeout(() => void worker.terminate(), this.limits.idleMs).unref());
  }

  private async start(): Promise<Worker> {
    const worker = startWorker(this.file, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    });
    this.workers.add(worker);
    // An error while nobody waits for an answer ends the thread, and concerns nobody.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      this.workers.delete(worker);
      clearTimeout(this.idle.get(worker));
      this.idle.delete(worker);
    });
    try {
      await this.next(worker, this.limits.startMs);
      return worker;
    } catch (error) {
      void worker.terminate();
      throw error;
    }
  }

  /** What the thread says next. */
  private async next(worker: Worker, withinMs: number): Promise<Said<Answer>> {
    const listening: (() => void)[] = [];
    try {
      return await new Promise<Said<Answer>>((resolve, reject) => {
        const onExit = () => reject(new Error('a thread ended in the middle of its work'));
        const timer = setTimeout(() => reject(new Error(`no answer within ${withinMs} ms`)), withinMs);
        worker.on('message', resolve).on('error', reject).on('exit', onExit);
        listening.push(() => {
          clearTimeout(timer);
          worker.off('message', resolve).off('error', reject).off('exit', onExit);
        });
      });
    } finally {
      for (const stop of listening) stop();
    }
  }
}
