/** Whose fault an error is: the log's level follows from that, since only `error` calls for an operator. */
import { isDatabaseAway } from './database-away.js';

/** `away`: the database or Discord didn't answer, which passes; `refused`: Discord said no, which a server decides. */
export type OutsideCause = 'away' | 'refused';

/** Discord's code for a request that is malformed: that is the bot's own fault. */
const invalidBody = 50_035;

/** What outside the bot an error comes from; undefined when the bot itself is at fault. */
export function outsideCauseOf(error: unknown): OutsideCause | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isDatabaseAway(error) || isUnanswered(error)) return 'away';
  // An error of Discord's API, or of its gateway in between.
  const { status, url, code, cause } = error as Error & { status?: unknown; url?: unknown; code?: unknown };
  if (typeof status === 'number' && typeof url === 'string') {
    if (status >= 500 || status === 429) return 'away';
    return status === 401 || code === invalidBody ? undefined : 'refused';
  }
  return cause === undefined ? undefined : outsideCauseOf(cause);
}

/** `warn` for what passes or what Discord refuses, `error` for what somebody has to repair. */
export function levelOf(error: unknown): 'warn' | 'error' {
  return outsideCauseOf(error) ? 'warn' : 'error';
}

/** A request that got no answer in time, or lost its connection. */
function isUnanswered(error: Error): boolean {
  const { name, code } = error as Error & { code?: string | number };
  return name === 'AbortError' || name === 'TimeoutError' || String(code ?? '').startsWith('UND_ERR_');
}
