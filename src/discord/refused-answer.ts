/**
 * When the action is done but Discord refuses the answer, because the thread was archived or the message is gone.
 * The member gets the answer in another way, without an error.
 */
import type { Catalogue } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import { UserError } from '../platform/user-error.js';
import { isRefused, isTooLate } from './errors.js';
import { note } from './message/blocks.js';
import type { Outcome } from './outcome.js';
import type { Reply } from './reply.js';

interface Refused {
  reply: Pick<Reply, 'send'>;
  outcome: Outcome;
  words: Pick<Catalogue, 'general'>;
  log: Pick<Logger, 'warn'>;
}

/**
 * Shows the answer to the member alone, or says at least that it is done. Gives the result for the metrics.
 * @throws the error where nothing was done yet, or nobody knows
 */
export async function showRefused(error: unknown, { reply, outcome, words, log }: Refused): Promise<string> {
  if (error instanceof UserError || outcome.kind === 'form') throw error;
  if (outcome.kind === 'delivery' && !isRefused(error)) throw error;
  log.warn({ error: plainError(error) }, 'an answer was refused; what it was about is done');
  if (isTooLate(error)) return 'too late';
  const done = note(words.general.doneUnshown);
  for (const view of outcome.kind === 'message' ? [outcome.view, done] : [done]) {
    try {
      await reply.send(view, 'ephemeral');
      return 'answered';
    } catch (unshown) {
      log.warn({ error: plainError(unshown) }, 'the member could not be told');
    }
  }
  return 'not shown';
}
