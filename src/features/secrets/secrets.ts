/** Secrets in what members write: where they are, and the text without them. Nothing here is kept or logged. */

import { withoutInvisible } from '../../platform/invisible.js';
import { cleanText } from '../../platform/text.js';
import { type Finding, keysIn } from './key-shapes.js';
import { passwordsIn } from './password-shapes.js';
import type { SecretTold } from './secret-model.js';

const mask = '••••';

/** How much of the line that holds the secret is shown (UTF-16 units). */
const lineShown = 100;

export interface FoundSecret extends SecretTold {
  /** Counted from 1; null where lines mean nothing. */
  lineNumber: number | null;
}

/** The first secret in a text, told without it. */
export function secretIn(raw: string): FoundSecret | undefined {
  const text = seen(raw);
  const [first, ...others] = findingsIn(text);
  if (!first) return undefined;
  const { kind, service, start } = first;
  const masked = masking(text, [first, ...others]);
  const from = masked.lastIndexOf('\n', start - 1) + 1;
  const line = masked.slice(from).split('\n', 1)[0] ?? '';
  const lead = Math.max(0, start - from - lineShown / 2);
  const shown = line.slice(lead, lead + lineShown).trim();
  return {
    kind,
    service,
    line: `${lead > 0 ? '…' : ''}${shown.replaceAll('`', '’')}${line.length > lead + lineShown ? '…' : ''}`,
    lineNumber: text.slice(0, start).split('\n').length,
  };
}

/** Whether any text within a value, such as the fields of a form, holds a secret. */
export function holdsSecret(value: unknown): boolean {
  if (typeof value === 'string') return findingsIn(seen(value)).length > 0;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSecret);
}

/** The text with every secret in it masked; as it is when there is none. */
export function withoutSecrets(raw: string): string {
  const text = seen(raw);
  const found = findingsIn(text);
  return found.length > 0 ? masking(text, found) : raw;
}

/** From first to last, those that overlap made one; the most telling one, found first, names it. */
function findingsIn(text: string): Finding[] {
  const merged: Finding[] = [];
  const found = [...keysIn(text), ...passwordsIn(text)];
  for (const finding of found.sort((first, second) => first.start - second.start)) {
    const last = merged.at(-1);
    if (!last || finding.start >= last.end) merged.push({ ...finding });
    else last.end = Math.max(last.end, finding.end);
  }
  return merged;
}

function masking(text: string, found: readonly Finding[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of found) {
    masked += text.slice(from, start) + mask;
    from = end;
  }
  return masked + text.slice(from);
}

/** As it is stored, and without what nobody sees: what is checked is what others would read. */
function seen(raw: string): string {
  return withoutInvisible(cleanText(raw));
}
