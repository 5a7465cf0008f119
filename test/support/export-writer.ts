/** Exports written in the test's own thread, from what could be sent to another one: plain data only. */
import type { ExportWriter } from '../../src/features/export/export-tasks.js';
import { ExportWriting } from '../../src/features/export/writing.js';

export const exportWriter: ExportWriter = {
  async open() {
    const writing = new ExportWriting();
    return { ask: (task) => writing.take(structuredClone(task)), close: () => undefined };
  },
};
