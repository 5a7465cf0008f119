/** Reads READMEs in worker threads, so that no document can hold up the bot, exhaust its memory or end its process. */
import type { Worker } from 'node:worker_threads';
import { startWorker, workerFile } from '../../platform/worker.js';
import {
  type ReadmeDocument,
  type ReadmeReader,
  UnreadableReadme,
  type UnreadableReason,
} from '../../readme/readme-document.js';

export interface ReaderLimits {
  /**
   * From when the worker has the document to its answer (ms). A worker that was slow to start is on a machine that is
   * busy with other things, which is not the document's doing: it has four times as long as it took to start, and at
   * most three times this.
   */
  timeMs: number;
  /** From the start of a worker to when it takes a document (ms). */
  startMs: number;
  /** The worker's heap (MiB). */
  memoryMb: number;
  /** Documents read at the same time; more wait for their turn. */
  workers: number;
  /** How long a worker waits for another document (ms); starting one takes longer than reading most documents. */
  idleMs: number;
}

/**
 * A learner's document takes some tens of milliseconds, and any mebibyte less than two seconds on a machine that does
 * nothing else.
 */
const limits: ReaderLimits = { timeMs: 5_000, startMs: 15_000, memoryMb: 120, workers: 2, idleMs: 60_000 };

type Answer = { ready: true } | { document: ReadmeDocument } | { unreadable: UnreadableReason };

const readmeWorker = workerFile('../../readme/readme-worker', import.meta.url);

export class WorkerReadmeReader implements ReadmeReader {
  private readonly limits: ReaderLimits;
  private readonly workers = new Set<Worker>();
  /** Those that wait for a document, with what ends them when none comes. */
  private readonly idle = new Map<Worker, NodeJS.Timeout>();
  private readonly waiting: (() => void)[] = [];
  private taken = 0;
  private isStopped = false;

  constructor(
    changed: Partial<ReaderLimits> = {},
    private readonly worker: URL = readmeWorker,
  ) {
    this.limits = { ...limits, ...changed };
  }

  /**
   * @throws UnreadableReadme when it is no README, or more than the limits of time and memory let in
   * @throws Error when the reader failed, or was stopped
   */
  async read(bytes: Uint8Array): Promise<ReadmeDocument> {
    while (this.taken >= this.limits.workers)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.taken++;
    try {
      if (this.isStopped) throw new Error('the reader was stopped');
      const { worker, timeMs } = await this.takeWorker();
      return await this.readIn(worker, bytes, timeMs);
    } finally {
      this.taken--;
      this.waiting.shift()?.();
    }
  }

  /** Ends what is being read; those who wait for it are told. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([...this.workers].map((worker) => this.end(worker)));
  }

  private async takeWorker(): Promise<{ worker: Worker; timeMs: number }> {
    const { timeMs, startMs } = this.limits;
    const [idle] = this.idle.keys();
    if (idle) {
      clearTimeout(this.idle.get(idle));
      this.idle.delete(idle);
      return { worker: idle, timeMs };
    }
    const begun = performance.now();
    const worker = this.start();
    const late = new Error('the worker that reads READMEs does not start');
    await this.answerOf(worker, startMs, late);
    return { worker, timeMs: Math.min(Math.max(timeMs, (performance.now() - begun) * 4), timeMs * 3) };
  }

  private start(): Worker {
    const worker = startWorker(this.worker, {
      resourceLimits: {
        maxOldGenerationSizeMb: this.limits.memoryMb,
        maxYoungGenerationSizeMb: 16,
        stackSizeMb: 4,
      },
    });
    this.workers.add(worker);
    // An error while nobody waits for an answer ends the worker, and concerns nobody.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      this.workers.delete(worker);
      clearTimeout(this.idle.get(worker));
      this.idle.delete(worker);
    });
    return worker;
  }

  private async readIn(worker: Worker, bytes: Uint8Array, timeMs: number): Promise<ReadmeDocument> {
    const answer = this.answerOf(worker, timeMs, new UnreadableReadme('too-heavy'));
    worker.postMessage(bytes, []);
    const said = await answer;
    // A worker that waits keeps no process alive.
    worker.unref();
    this.idle.set(worker, setTimeout(() => void this.end(worker), this.limits.idleMs).unref());
    if ('document' in said) return said.document;
    throw 'unreadable' in said
      ? new UnreadableReadme(said.unreadable)
      : new Error('the worker started again');
  }

  /** The worker's next answer; one that gives none in time, or fails, is ended. */
  private async answerOf(worker: Worker, withinMs: number, late: Error): Promise<Answer> {
    const listening: (() => void)[] = [];
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const onError = (error: NodeJS.ErrnoException) =>
          reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableReadme('too-heavy') : error);
        const onExit = () => reject(new Error('the worker that reads READMEs ended'));
        const timer = setTimeout(reject, withinMs, late);
        worker.on('message', resolve).on('error', onError).on('exit', onExit).ref();
        listening.push(() => {
          clearTimeout(timer);
          worker.off('message', resolve).off('error', onError).off('exit', onExit);
        });
      });
    } catch (error) {
      void this.end(worker);
      throw error;
    } finally {
      for (const stop of listening) stop();
    }
  }

  private async end(worker: Worker): Promise<void> {
    clearTimeout(this.idle.get(worker));
    this.idle.delete(worker);
    await worker.terminate();
  }
}
