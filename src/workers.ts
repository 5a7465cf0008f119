/** The worker threads, so that no document, export, chart or round of buddies blocks the bot. */
import { type BuddyMatcher, WorkerBuddyMatcher } from './features/buddies/index.js';
import {
  type ExportAnswer,
  type ExportTask,
  type ExportWriter,
  exportWorker,
} from './features/export/index.js';
import { type Inspector, WorkerInspector } from './features/guard/index.js';
import { WorkerReadmeReader } from './features/readme/index.js';
import { type Logger, plainError } from './platform/logging.js';
import { Painter } from './platform/painter.js';
import type { Painter as PainterPort } from './platform/painter-port.js';
import { WorkerPool } from './platform/worker-pool.js';
import type { ReadmeReader } from './readme/readme-document.js';

export interface Workers {
  reader: ReadmeReader;
  textInspector: Inspector;
  exportWriter: ExportWriter;
  painter: PainterPort;
  buddyMatcher: BuddyMatcher;
}

/** Starts them; `stop` ends their threads. */
export function startWorkers(log: Logger): { workers: Workers; stop(): Promise<void> } {
  const reader = new WorkerReadmeReader();
  const textInspector = new WorkerInspector();
  // So that the first text doesn't wait for a thread.
  void textInspector.warmUp().catch(() => undefined);
  const exportWriter = new WorkerPool<ExportTask, ExportAnswer>(exportWorker);
  const painter = new Painter((error) =>
    log.warn({ error: plainError(error) }, 'a chart could not be painted'),
  );
  const buddyMatcher = new WorkerBuddyMatcher((error) =>
    log.warn({ error: plainError(error) }, 'a round of study buddies is matched roughly'),
  );
  return {
    workers: { reader, textInspector, exportWriter, painter, buddyMatcher },
    async stop() {
      await Promise.all([
        buddyMatcher.stop(),
        painter.stop(),
        exportWriter.stop(),
        reader.stop(),
        textInspector.stop(),
      ]);
    },
  };
}
