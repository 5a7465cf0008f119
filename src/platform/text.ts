/** What members type, cleaned before it is checked, stored or compared: one normal form, nothing invisible that misleads, within the bounds. */
import { entryBounds } from '../entities/entry-values.js';
import { withoutInvisible, withoutMisleading } from './invisible.js';
import { cutIsolated } from './right-to-left.js';
import { cutPoint } from './shortening.js';
import { UserError } from './user-error.js';

// NUL and other control characters, except tab and line feed; Postgres and the database's checks refuse them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const loneSurrogates = /\p{Surrogate}/gu;
const nothingVisible = /^[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\s\u2800]*$/u;

/**
 * Text over several lines: NFC, `\n` line ends, without control characters and without invisible ones that mislead;
 * empty when nothing of it can be seen. Cleaned twice it is the same.
 */
export function cleanText(raw: string): string {
  const text = withoutMisleading(
    raw
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(loneSurrogates, '\ufffd')
      .replace(controls, ''),
  )
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .trim();
  return nothingVisible.test(text) ? '' : text;
}

/** Text on one line, white space folded; empty when nothing of it can be seen. */
export function cleanLine(raw: string): string {
  return cleanText(
    cleanText(raw)
      .replace(/[\n\t]+/g, ' ')
      .replace(/ {2,}/g, ' '),
  );
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

/** A host, perhaps with a port, where a scheme was left out. */
const hostFirst = /^(?:\/\/)?[\p{L}\p{N}-]+(?:[.。．｡][\p{L}\p{M}\p{N}-]+)+\.?(?::\d{1,5})?(?:[/?#\\]|$)/u;

/**
 * An http(s) address, as the browser would write it; null when none was given. `https://` is added where it is missing.
 * @throws UserError `link-not-http`, `link-too-long`
 */
export function cleanLink(raw: string): string | null {
  const typed = cleanLine(raw).replace(/^<(.*)>$/, '$1');
  if (typed === '') return null;
  const text = hostFirst.test(typed) ? `https://${typed.replace(/^\/\//, '')}` : typed;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || !url.hostname) {
    throw new UserError('link-not-http', {});
  }
  // Within Markdown an address ends at its first closing parenthesis.
  const link = url.href.replaceAll('(', '%28').replaceAll(')', '%29');
  if (link.length > entryBounds.link) throw new UserError('link-too-long', { limit: entryBounds.link });
  return link;
}

/** Latin letters that are no letter of a–z with a mark; those of Africa's languages among them. */
const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ȷ: 'j',
  ŋ: 'n',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɛ: 'e',
  ɔ: 'o',
  ƒ: 'f',
  ɣ: 'g',
  ʋ: 'v',
  ə: 'e',
  ǝ: 'e',
  ɩ: 'i',
  ɪ: 'i',
  ʊ: 'u',
  ɲ: 'n',
  ƭ: 't',
  ŧ: 't',
  ƥ: 'p',
  ɨ: 'i',
  ʉ: 'u',
};
const latinLetter = new RegExp(`[${Object.keys(latinLetters).join('')}]`, 'g');

/** Commas of every script; nothing else separates tags. */
const commas = /[,،、，﹐﹑､՝፣߸᠂꓾]/u;

const tagCharacters = /^[\p{L}\p{M}\p{N}+#.-]{1,32}$/u;
/** Capitals, Latin beyond a–z, and the blocks of symbols, where numbers in circles and keycaps are. */
const neverInTags = /(?=[\p{Script=Latin}\p{Lu}\p{Lt}])[^a-z]|[\u2000-\u2bff]/u;

/** A tag as it is stored: lower case, Latin letters as a–z, spaces, `/` and `_` as dashes, no leading `#`. */
export function foldTag(raw: string): string {
  return withoutInvisible(cleanLine(raw))
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(latinLetter, (letter) => latinLetters[letter] ?? letter)
    .trim()
    .replace(/^#+/, '')
    .trim()
    .replace(/[\s/_]+/g, '-')
    .normalize('NFC');
}

/** Whether a folded tag is one: 1 to 32 letters, marks and digits of any script, `+`, `#`, `.`, `-`. */
export function isTag(tag: string): boolean {
  return tagCharacters.test(tag) && !neverInTags.test(tag);
}

/**
 * Tags from one line, comma-separated; each once, in the order given.
 * @throws UserError `tag-invalid`, `too-many-tags`
 */
export function cleanTags(raw: string): string[] {
  const tags = [...new Set(cleanLine(raw).split(commas).map(foldTag))].filter((tag) => tag !== '');
  for (const tag of tags) if (!isTag(tag)) throw new UserError('tag-invalid', { tag: quoted(tag) });
  if (tags.length > entryBounds.tags) throw new UserError('too-many-tags', { limit: entryBounds.tags });
  return tags;
}

/** The number in `12`, `#12` or `# 12`; undefined for anything else. */
export function numberIn(raw: string): number | undefined {
  // Trimmed first: two runs of white space side by side would be tried in every split.
  const number = Number(/^#?\s*([1-9]\d{0,9})$/.exec(raw.trim())?.[1]);
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

/** The text's first `limit` UTF-16 units; a character is never cut in two. */
export function cut(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
}

/** The same with `…` when something is left out, within the limit; links, code, spoilers and mentions stay whole or go. */
export function shortened(text: string, limit: number): string {
  return cutIsolated(text, limit, (all, most) =>
    all.length <= most ? all : `${all.slice(0, cutPoint(all, most - 1)).trimEnd()}…`,
  );
}
