/** The thread that matches a round: it takes a task and answers the groups. */
import { parentPort } from 'node:worker_threads';
import { matchBuddies } from './buddies-matching.js';
import type { MatchingTask } from './buddies-model.js';

parentPort?.on('message', (task: MatchingTask) => {
  parentPort?.postMessage({ answer: matchBuddies(task) }, []);
});
parentPort?.postMessage({ ready: true }, []);
