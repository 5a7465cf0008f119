/**
 * The shape of what is read and written: kinds, bounds in UTF-16 units, and text without what a parser leaves behind.
 * An import cleans each text again by the bot's own rules, which are stricter about invisible characters.
 */

export const learningKinds = [
  'technology',
  'concept',
  'practice',
  'takeaway',
  'collaboration',
  'resource',
  'goal',
] as const;
export type LearningKind = (typeof learningKinds)[number];

export type Track = 'backend' | 'frontend' | 'other';

export const entryBounds = { title: 120, body: 4000, link: 1000, tags: 5 } as const;
export const profileBounds = { summary: 4000, objective: 1000 } as const;

// NUL and other control characters, except tab and line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/g;
const loneSurrogates = /\p{Surrogate}/gu;
const nothingVisible = /^[\p{Cc}\p{Cf}\p{Z}\s\u2800\u3164\ufe00-\ufe0f]*$/u;

/** Text over several lines: NFC, `\n` line ends, without control characters; empty when nothing of it can be seen. */
export function cleanText(raw: string): string {
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogates, '\ufffd')
    .replace(controls, '')
    .replace(directionOverrides, '')
    .normalize('NFC')
    .replace(/[ \t]+$/gm, '')
    .trim();
  return nothingVisible.test(text) ? '' : text;
}

/** Text on one line, white space folded; empty when nothing of it can be seen. */
export function cleanLine(raw: string): string {
  return cleanText(raw.replace(/[\r\n\t\u0085\u2028\u2029]+/g, ' ')).replace(/ {2,}/g, ' ');
}

/** The text's first `limit` UTF-16 units; a character is never cut in two. */
export function cut(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
}

/** A name as a tag: lower case, accents folded, spaces, `/` and `_` as dashes, no leading `#`. */
export function foldTag(raw: string): string {
  return raw
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/^#+/, '')
    .trim()
    .replace(/[\s/_]+/g, '-');
}
