/** Why something went wrong, in words for the page. */
import { SandboxError } from '../../client/transport.js';
import { refused, words } from '../words/words.js';

/** What the sandbox said, in the viewer's language; a browser's own words for a request without an answer differ and help nobody. */
export function reasonOf(error: unknown): string {
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message))
    return words().unreachable;
  if (error instanceof SandboxError && error.refusal) return refused(error.refusal);
  return error instanceof Error ? error.message : String(error);
}
