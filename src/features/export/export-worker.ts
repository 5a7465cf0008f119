/** The thread that writes exports: takes a task, answers it, and hands finished zips over without copying them. */
import { parentPort } from 'node:worker_threads';
import type { ExportTask } from './export-tasks.js';
import { ExportWriting } from './writing.js';

const writing = new ExportWriting();

parentPort?.on('message', (task: ExportTask) => {
  writing.take(task).then(
    (answer) => {
      const owned = answer.parts.map((part) => Uint8Array.from(part));
      parentPort?.postMessage(
        { answer: { ...answer, parts: owned } },
        owned.map(({ buffer }) => buffer),
      );
    },
    (error: unknown) =>
      parentPort?.postMessage({ fault: error instanceof Error ? error.stack : String(error) }, []),
  );
});
parentPort?.postMessage({ ready: true }, []);
