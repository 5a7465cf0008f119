/** What a test wants to be sure of at its end: that nothing was refused, and that the sandbox did all that was used. */
import { SandboxError } from './transport.js';
import type { GapView, JournalEntry } from './types.js';

/** Statuses that a bot meets without a mistake of its own: it is to slow down. */
const TOO_MANY_REQUESTS = 429;

/** Throws when a request of a bot was refused, and says which and why; `except` are those a test expects. */
export function expectNoRefusals(
  entries: readonly JournalEntry[],
  except: (entry: JournalEntry) => boolean = () => false,
): void {
  const refused = entries.filter(
    (entry) =>
      entry.kind === 'request' &&
      entry.trouble === undefined &&
      Number(entry.status) >= 400 &&
      entry.status !== TOO_MANY_REQUESTS &&
      !except(entry),
  );
  if (refused.length > 0)
    throw new SandboxError(`Requests were refused:\n${refused.map(lineOf).join('\n')}`, 409);
}

/** Throws when a bot used what the sandbox doesn't do, and lists it. */
export function expectNoGaps(gaps: readonly GapView[]): void {
  if (gaps.length === 0) return;
  const lines = gaps.map(({ name, count }) => `- ${name} (${count} ×)`);
  throw new SandboxError(`The sandbox doesn't do what the bot used:\n${lines.join('\n')}`, 409);
}

function lineOf({ method, path, status, answer, reasons = [] }: JournalEntry): string {
  const message = (answer as { message?: string } | undefined)?.message ?? '';
  const causes = reasons.map((one) => `${one.path.join('.')}: ${one.message}`);
  return `- ${method} ${path}: ${status} ${[message, ...causes].join('; ')}`;
}
