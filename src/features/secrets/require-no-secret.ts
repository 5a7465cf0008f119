/** Refuses what holds a secret, before anything of it is stored. */
import { UserError } from '../../platform/user-error.js';
import { type FoundSecret, secretIn } from './secrets.js';

/** What somebody wrote, by field. */
export type Texts = Readonly<Record<string, string>>;

/**
 * For the short texts that moderators and reporters write beside an action, such as reasons.
 * @throws UserError `secret-found`
 */
export function requireNoSecret(texts: Texts): void {
  refuseSecret(secretInTexts(texts));
}

/** @throws UserError `secret-found` when one was found */
export function refuseSecret(found: FoundSecret | null | undefined): void {
  if (!found) return;
  const { kind, service, line } = found;
  throw new UserError('secret-found', { kind, service, line });
}

/** The first secret in any of the texts. */
export function secretInTexts(texts: Texts): FoundSecret | undefined {
  for (const text of Object.values(texts)) {
    const found = secretIn(text);
    if (found) return found;
  }
  return undefined;
}

/** The first secret in a file, as it came or as it was read; in what was read it has no line of the file. */
export function secretInFile(name: string, raw: string, read: unknown): FoundSecret | undefined {
  const inFile = secretIn(raw);
  if (inFile) return inFile;
  const texts = [name];
  addTexts(texts, read);
  for (const text of texts) {
    const found = secretIn(text);
    if (found) return { ...found, lineNumber: null };
  }
  return undefined;
}

function addTexts(texts: string[], value: unknown): void {
  if (typeof value === 'string') texts.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) addTexts(texts, part);
}
