/** Reads READMEs in worker threads, so that no document can hold up the bot, exhaust its memory or end its process. */
import { Worker } from 'node:worker_threads';
import {
  type ReadmeDocument,
  type ReadmeReader,
  UnreadableReadme,
  type UnreadableReason,
} from '../entities/readme-document.js';

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
}

/** A learner's document takes some tens of milliseconds; what takes so long is none. */
const limits: ReaderLimits = { timeMs: 1_700, startMs: 8_000, memoryMb: 160, workers: 2 };

type Answer = { ready: true } | { document: ReadmeDocument } | { unreadable: UnreadableReason };

// Built, the worker is a file of `dist/`; from its source it is compiled as it is loaded, as its parent was.
const isSource = import.meta.url.endsWith('.ts');
const readmeWorker = new URL(`../services/readme/readme-worker.${isSource ? 'ts' : 'js'}`, import.meta.url);

/** A worker's first lines that load a TypeScript file; Node's own loaders for it do not reach into workers. */
const compiling = ({ href }: URL) =>
  `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(href)}); });`;

export class WorkerReadmeReader implements ReadmeReader {
  private readonly limits: ReaderLimits;
  private readonly running = new Set<Worker>();
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
    await this.turn();
    try {
      if (this.isStopped) throw new Error('the reader was stopped');
      return await this.readIn(this.start(), bytes);
    } finally {
      this.taken--;
      this.waiting.shift()?.();
    }
  }

  /** Ends what is being read; those who wait for it are told. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([...this.running].map((worker) => worker.terminate()));
  }

  private async turn(): Promise<void> {
    while (this.taken >= this.limits.workers)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.taken++;
  }

  private start(): Worker {
    const isCompiled = !this.worker.href.endsWith('.ts');
    const worker = new Worker(isCompiled ? this.worker : compiling(this.worker), {
      eval: !isCompiled,
      resourceLimits: {
        maxOldGenerationSizeMb: this.limits.memoryMb,
        maxYoungGenerationSizeMb: 32,
        stackSizeMb: 4,
      },
      // Nothing of the bot's configuration is a parser's business.
      env: {},
    });
    this.running.add(worker);
    return worker;
  }

  private timeAfter(startedInMs: number): number {
    const { timeMs } = this.limits;
    return Math.min(Math.max(timeMs, startedInMs * 4), timeMs * 3);
  }

  private async readIn(worker: Worker, bytes: Uint8Array): Promise<ReadmeDocument> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ReadmeDocument>((resolve, reject) => {
        const within = (ms: number, error: Error) => {
          clearTimeout(timer);
          timer = setTimeout(reject, ms, error);
        };
        const begun = performance.now();
        within(this.limits.startMs, new Error('the worker that reads READMEs does not start'));
        worker.on('message', (answer: Answer) => {
          if ('ready' in answer) {
            within(this.timeAfter(performance.now() - begun), new UnreadableReadme('too-heavy'));
            worker.postMessage(bytes, []);
          } else if ('document' in answer) resolve(answer.document);
          else reject(new UnreadableReadme(answer.unreadable));
        });
        worker.once('error', (error: NodeJS.ErrnoException) =>
          reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableReadme('too-heavy') : error),
        );
        worker.once('exit', () => reject(new Error('the worker that reads READMEs ended')));
      });
    } finally {
      clearTimeout(timer);
      this.running.delete(worker);
      worker.removeAllListeners();
      // An error of a worker that is being ended concerns nobody.
      worker.on('error', () => undefined);
      void worker.terminate();
    }
  }
}
