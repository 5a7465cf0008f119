/** The worker threads, so that no document, export or chart blocks the bot. */
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
  return {
    workers: { reader, textInspector, exportWriter, painter },
    async stop() {
      await Promise.all([painter.stop(), exportWriter.stop(), reader.stop(), textInspector.stop()]);
    },
  };
}
