/** The guard at the door: everything a member writes passes it before anything of it is stored or posted. */
import { UserError } from '../user-error.js';
import { secretIn } from './secrets.js';

/** What a member wrote, by field; empty ones are passed over. */
export type Texts = Readonly<Record<string, string>>;

export class Guard {
  /**
   * Whether the texts may be kept, as they were typed.
   * @throws UserError `secret-found`
   */
  async inspect(texts: Texts): Promise<void> {
    requireNoSecret(texts);
  }
}

/**
 * For texts that are a moderator's own, such as a reason.
 * @throws UserError `secret-found`
 */
export function requireNoSecret(texts: Texts): void {
  for (const text of Object.values(texts)) {
    const found = secretIn(text);
    if (!found) continue;
    const { kind, service, line } = found;
    throw new UserError('secret-found', { kind, service, line });
  }
}

/**
 * For a file, of which nothing is kept when it holds a secret: as it came, or put right by reading it.
 * @throws UserError `secret-in-file`
 */
export function requireNoSecretInFile(name: string, raw: string, read: unknown): void {
  const inFile = secretIn(raw);
  if (inFile) throw new UserError('secret-in-file', inFile);
  for (const text of [name, ...textsWithin(read)]) {
    const found = secretIn(text);
    if (found) throw new UserError('secret-in-file', { ...found, lineNumber: null });
  }
}

function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}
