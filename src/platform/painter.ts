/** Paints drawings (SVG) as pictures (PNG), the same on every machine, in a thread that answers nobody. */
import type { Worker } from 'node:worker_threads';
import { startWorker, workerFile } from './worker.js';

export interface PainterLimits {
  /** Longest time (ms) from asking for a picture to having it, the start of the worker and its queue included. */
  timeMs: number;
  /** Pictures kept, of some 20 kB each: the same digest is looked at by many within a short time. */
  kept: number;
}

const limits: PainterLimits = { timeMs: 5_000, kept: 64 };

/** A worker keeps over a megabyte of each picture it painted until it ends: after so many another takes its place. */
const picturesOfWorker = 40;

type Answer = { id: number; png: Uint8Array } | { id: number; fault: string };

interface Waiting {
  done(picture: Buffer): void;
  failed(error: Error): void;
}

export class Painter {
  private readonly limits: PainterLimits;
  private readonly pictures = new Map<string, Promise<Buffer | undefined>>();
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  /** Has been given all its pictures, and ends with the last of them. */
  private retired: Worker | undefined;
  private given = 0;
  private asked = 0;

  /** `onFault` is told why a picture could not be painted. */
  constructor(
    private readonly onFault: (error: unknown) => void,
    changed: Partial<PainterLimits> = {},
    private readonly file: URL = workerFile('./painter-worker', import.meta.url),
  ) {
    this.limits = { ...limits, ...changed };
  }

  /** The picture, as PNG; undefined when it cannot be painted, or not in time. Never throws. */
  async paint(svg: string): Promise<Buffer | undefined> {
    const picture = this.pictures.get(svg) ?? this.paintAnew(svg);
    // The one asked for last is forgotten last.
    this.pictures.delete(svg);
    this.pictures.set(svg, picture);
    for (const oldest of this.pictures.keys()) {
      if (this.pictures.size <= this.limits.kept) break;
      this.pictures.delete(oldest);
    }
    return picture;
  }

  /** Whatever is being painted is given up. */
  async stop(): Promise<void> {
    await this.end(new Error('the painter was stopped'));
  }

  private async paintAnew(svg: string): Promise<Buffer | undefined> {
    try {
      return await this.paintInWorker(svg);
    } catch (error) {
      this.pictures.delete(svg);
      this.onFault(error);
      return undefined;
    }
  }

  private paintInWorker(svg: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.worker ??= this.start();
      const id = (this.asked += 1);
      const late = setTimeout(
        () => void this.end(new Error(`a picture took longer than ${this.limits.timeMs} ms`)),
        this.limits.timeMs,
      );
      const settled = () => {
        clearTimeout(late);
        this.waiting.delete(id);
      };
      this.waiting.set(id, {
        done: (picture) => {
          settled();
          resolve(picture);
        },
        failed: (error) => {
          settled();
          reject(error);
        },
      });
      this.worker.postMessage({ id, svg }, []);
      this.given += 1;
      if (this.given === picturesOfWorker) this.retire();
    });
  }

  private retire(): void {
    this.retired = this.worker;
    this.worker = undefined;
    this.given = 0;
  }

  private start(): Worker {
    const worker = startWorker(this.file);
    let answered = 0;
    worker.on('message', (answer: Answer) => {
      const waiting = this.waiting.get(answer.id);
      if ('png' in answer)
        waiting?.done(Buffer.from(answer.png.buffer, answer.png.byteOffset, answer.png.length));
      else waiting?.failed(new Error(answer.fault));
      answered += 1;
      if (answered === picturesOfWorker) void worker.terminate();
    });
    const onEnd = (error: Error) => {
      if (this.worker === worker) void this.end(error);
    };
    worker.on('error', onEnd).on('exit', () => onEnd(new Error('the worker that paints ended')));
    // It keeps no process alive: a picture is never all that is left to do.
    worker.unref();
    return worker;
  }

  /** Ends the worker, whatever it is at; the next picture starts another. */
  private async end(reason: Error): Promise<void> {
    const { worker, retired } = this;
    this.worker = undefined;
    this.retired = undefined;
    this.given = 0;
    for (const { failed } of this.waiting.values()) failed(reason);
    await Promise.all([worker?.terminate(), retired?.terminate()]);
  }
}
