/** The thread that inspects texts: takes a task, and answers it. */
import { parentPort } from 'node:worker_threads';
import { Inspecting } from './inspecting.js';
import type { InspectionTask } from './inspection.js';

const inspecting = new Inspecting();

parentPort?.on('message', (task: InspectionTask) => {
  try {
    parentPort?.postMessage({ answer: inspecting.take(task) }, []);
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? error.stack : String(error) }, []);
  }
});
parentPort?.postMessage({ ready: true }, []);
