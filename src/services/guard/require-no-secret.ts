/** Refuses what holds a secret, before anything of it is stored. */
import { UserError } from '../user-error.js';
import { secretIn } from './secrets.js';

/** What somebody wrote, by field. */
export type Texts = Readonly<Record<string, string>>;

/**
 * For what members write, and for what moderators do, such as their reasons.
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
