/** Exports written in the test's own thread, from what reaches another one: plain data alone. */
import type { ExportWriter } from '../../src/services/cohort-export/export-tasks.js';
import { ExportWriting } from '../../src/services/cohort-export/writing.js';

export const exportWriter: ExportWriter = {
  async open() {
    const writing = new ExportWriting();
    return { ask: (task) => writing.take(structuredClone(task)), close: () => undefined };
  },
};
