/** What members type, made fit to keep: one normal form, nothing invisible that misleads, within the bounds. */
import { entryBounds } from '../entities/entry.js';
import { cut } from './search-terms.js';
import { UserError } from './user-error.js';

// NUL and other control characters, except tab and line feed; Postgres and the database's checks refuse them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// Marks that turn the direction of what follows, up to the end of the card and beyond it.
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

/** The beginning of what was typed, for a sentence that says what is wrong with it; no character is cut in two. */
export function quoted(raw: string): string {
  return cut(cleanLine(raw), 40);
}

/** @throws UserError `title-missing`, `title-too-long` */
export function cleanTitle(raw: string): string {
  const title = cleanLine(raw);
  if (title === '') throw new UserError('title-missing', {});
  if (title.length > entryBounds.title) {
    throw new UserError('title-too-long', { length: title.length, limit: entryBounds.title });
  }
  return title;
}

/** @throws UserError `body-too-long` */
export function cleanBody(raw: string): string {
  const body = cleanText(raw);
  if (body.length > entryBounds.body) {
    throw new UserError('body-too-long', { length: body.length, limit: entryBounds.body });
  }
  return body;
}

/**
 * An http(s) address, as the browser would write it; null when none was given.
 * @throws UserError `link-not-http`, `link-too-long`
 */
export function cleanLink(raw: string): string | null {
  const text = cleanLine(raw).replace(/^<(.*)>$/, '$1');
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || !url.hostname) {
    throw new UserError('link-not-http', {});
  }
  // Within Markdown an address ends at its first closing parenthesis.
  const link = url.href.replaceAll('(', '%28').replaceAll(')', '%29');
  if (link.length > entryBounds.link) throw new UserError('link-too-long', { limit: entryBounds.link });
  return link;
}

/** A tag as it is kept: lower case, accents folded, spaces, `/` and `_` as dashes, no leading `#`. */
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

/**
 * Tags from one line, set apart by commas, or else by spaces; each once, in the order given.
 * @throws UserError `tag-invalid`, `too-many-tags`
 */
export function cleanTags(raw: string): string[] {
  const text = cleanLine(raw);
  const tags = [...new Set(text.split(/[,;،、]/.test(text) ? /[,;،、]/ : /\s+/).map(foldTag))].filter(
    (tag) => tag !== '',
  );
  for (const tag of tags) {
    if (!/^[a-z0-9+#.-]{1,32}$/.test(tag)) throw new UserError('tag-invalid', { tag: quoted(tag) });
  }
  if (tags.length > entryBounds.tags) throw new UserError('too-many-tags', { limit: entryBounds.tags });
  return tags;
}

/** The number in `12`, `#12` or `# 12`; undefined for anything else. */
export function numberIn(raw: string): number | undefined {
  const number = Number(/^\s*#?\s*([1-9]\d{0,9})\s*$/.exec(raw)?.[1]);
  return number <= 2_147_483_647 ? number : undefined;
}

/**
 * The number as `numberIn` reads it.
 * @throws UserError `entry-not-found` when there is none
 */
export function entryNumber(raw: string): number {
  const number = numberIn(raw);
  if (number === undefined) throw new UserError('entry-not-found', { entry: quoted(raw) });
  return number;
}
