/** Worker threads for long tasks. A caller leases a thread and gives it one task at a time, so the bot keeps answering. */
import type { Worker } from 'node:worker_threads';
import { startWorker } from './worker.js';

export interface WorkerPoolLimits {
  /** Longest time one task takes (ms). */
  timeMs: number;
  /** From the start of a thread until it is ready for a task (ms). */
  startMs: number;
  /** Heap size of each thread (MiB). */
  memoryMb: number;
  /** Number of threads; when all are leased, callers wait. */
  workers: number;
  /** How long an idle thread is kept for the next lease (ms), because starting one takes a while. */
  idleMs: number;
}

const limits: WorkerPoolLimits = {
  timeMs: 120_000,
  startMs: 30_000,
  memoryMb: 256,
  workers: 2,
  idleMs: 60_000,
};

type WorkerMessage<Answer> = { ready: true } | { answer: Answer } | { fault: string };

/** The use of one thread until `close`. */
export interface WorkerLease<Task, Answer> {
  ask(task: Task): Promise<Answer>;
  close(): void;
}

export class WorkerPool<Task, Answer> {
  private readonly limits: WorkerPoolLimits;
  private readonly workers = new Set<Worker>();
  /** Threads without a lease, each with the timer that ends it. */
  private readonly idle = new Map<Worker, NodeJS.Timeout>();
  private readonly waiting: (() => void)[] = [];
  private taken = 0;
  private isStopped = false;

  constructor(
    private readonly file: URL,
    changed: Partial<WorkerPoolLimits> = {},
  ) {
    this.limits = { ...limits, ...changed };
  }

  /** Waits for a free thread. @throws when the thread does not start, or the pool was stopped */
  async open(): Promise<WorkerLease<Task, Answer>> {
    while (this.taken >= this.limits.workers) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.taken += 1;
    try {
      if (this.isStopped) throw new Error('the worker pool was stopped');
      const worker = this.takeIdle() ?? (await this.start());
      return this.leaseOf(worker);
    } catch (error) {
      this.free();
      throw error;
    }
  }

  /** Ends all threads; pending `ask` calls reject. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private leaseOf(worker: Worker): WorkerLease<Task, Answer> {
    let state: 'free' | 'busy' | 'failed' | 'closed' = 'free';
    return {
      ask: async (task) => {
        if (state !== 'free') throw new Error(`a task was given to a thread that is ${state}`);
        state = 'busy';
        try {
          const answer = this.next(worker, this.limits.timeMs);
          worker.postMessage(task, []);
          const message = await answer;
          if (!('answer' in message))
            throw new Error('fault' in message ? message.fault : 'the thread started again');
          state = 'free';
          return message.answer;
        } catch (error) {
          state = 'failed';
          throw error;
        }
      },
      close: () => {
        if (state === 'closed') return;
        // A thread that is busy or has failed is not reused.
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
    // An idle thread must not keep the process alive.
    worker.unref();
    this.idle.set(worker, setTimeout(() => void worker.terminate(), this.limits.idleMs).unref());
  }

  private async start(): Promise<Worker> {
    const worker = startWorker(this.file, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    });
    this.workers.add(worker);
    // An error between tasks only ends the thread; without a listener it would end the process.
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

  /** The next message of the thread. */
  private async next(worker: Worker, withinMs: number): Promise<WorkerMessage<Answer>> {
    const listening: (() => void)[] = [];
    try {
      return await new Promise<WorkerMessage<Answer>>((resolve, reject) => {
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
