/** The worker's side of reading READMEs: tells that it is there, and answers each document it is given. */
import { parentPort } from 'node:worker_threads';
import { type ReadmeDocument, UnreadableReadme, type UnreadableReason } from './document.js';
import { readReadme } from './read-readme.js';
import { assertReadable } from './readable.js';

/** What the worker says: that it is there, and then what became of the document. */
type WorkerAnswer = { ready: true } | { document: ReadmeDocument } | { unreadable: UnreadableReason };

const answer = (what: WorkerAnswer) => parentPort?.postMessage(what, []);

parentPort?.on('message', (bytes: Uint8Array) => {
  try {
    assertReadable(bytes);
    answer({ document: readReadme(bytes) });
  } catch (error) {
    if (error instanceof UnreadableReadme) answer({ unreadable: error.reason });
    // Recursion too deep for the stack is the document's doing, like running out of memory.
    else if (error instanceof RangeError) answer({ unreadable: 'too-heavy' });
    else throw error;
  }
});
answer({ ready: true });
