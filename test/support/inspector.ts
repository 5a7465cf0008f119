/** Texts inspected in the test's own thread, from what reaches another one: plain data alone. */
import { Inspecting } from '../../src/features/guard/inspecting.js';
import type { InspectionAnswers, InspectionTask, Inspector } from '../../src/features/guard/inspection.js';

const inspecting = new Inspecting();

export const inspector: Inspector = {
  async inspect<Task extends InspectionTask>(task: Task) {
    return inspecting.take(structuredClone(task)) as InspectionAnswers[Task['kind']];
  },
};
