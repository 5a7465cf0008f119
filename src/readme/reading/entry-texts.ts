/** Titles and bodies of entries, made of a document's words within the bounds of an entry. */

import { withoutContacts } from '../contacts.js';
import { cleanLine, cleanText, cut, entryBounds } from '../entry-shape.js';
import type { RichText } from '../passages/rich-text.js';

/** Words as a title: without the ornaments before them and the colon behind them. Not yet cut. */
export function titleWords(text: RichText): string {
  const bare = text.plain
    .replace(/[\ufffd]/g, '')
    .replace(/^(?:[\s•·▪◦‣–—→>*-]|:(?=\s))+/u, '')
    .replace(/[\s:：–—→-]+$/u, '')
    .replace(/^(?:\p{N}\ufe0f?\u20e3\s*)+/u, '')
    // '4.1 ' counts as in an outline; '2.5 times faster' does not.
    .replace(/^\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=\p{Lu})/u, '');
  const isOrnamented = text.pieces[0]?.marks.length === 0;
  const words = isOrnamented
    ? bare.replace(/^(?:[\p{Extended_Pictographic}\ufe0f\u200d\u20e3]\s*)+/u, '')
    : bare;
  return cleanLine(withoutContacts(words));
}

/** The words cut at a word's end to fit a title. */
export function shortTitle(words: string): string {
  if (words.length <= entryBounds.title) return words;
  const start = cut(words, entryBounds.title - 1);
  const end = start.lastIndexOf(' ');
  return `${(end > entryBounds.title / 2 ? start.slice(0, end) : start).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Paragraphs as a body, those without words left out, cut to the bound. */
export function bodyOf(...paragraphs: readonly string[]): string {
  const text = cleanText(
    paragraphs
      .map((each) => withoutContacts(each).trim())
      .filter((each) => each !== '')
      .join('\n\n'),
  );
  return text.length <= entryBounds.body ? text : `${cut(text, entryBounds.body - 1).trimEnd()}…`;
}

/** Words that only lead to what follows and are nothing without it: 'I learned to:' before 'Secure APIs'. */
const leading =
  /(?:^|[\s'’])(?:to|that|how|by|who|how to|me to|that i|where i|when|à|de|d|que|comment|qui)\s*[:：…]?\s*$/iu;

/**
 * A fragment behind the words that led to its list, as one sentence; null when it stands for itself.
 * 'I learned to:' and 'Secure APIs.' give 'I learned to secure APIs.'
 */
export function withLeadIn(leadIn: RichText | null, fragment: RichText): string | null {
  if (!leadIn || !leading.test(leadIn.plain)) return null;
  const lead = leadIn
    .markdown()
    .replace(/[\s:：…]+$/u, '')
    .replace(/[:：](\*{1,2})$/u, '$1');
  const words = fragment.markdown();
  const isName = /^\p{Lu}[\p{Lu}\p{N}]|^[^\p{L}]/u.test(fragment.plain);
  return `${lead} ${isName ? words : words.charAt(0).toLowerCase() + words.slice(1)}`;
}

/** A link of a member's, when it is one that an entry can keep. */
export function linkOf(text: RichText): string | null {
  const { link } = text;
  return link && /^https?:\/\/[^\s]+$/i.test(link) && link.length <= entryBounds.link ? link : null;
}
