/** Members' text in our messages: shortened without breaking it, and unable to mislead or to ping. */
import { escapeMarkdown } from 'discord.js';
import { cutIsolated, isolated } from '../../platform/right-to-left.js';
import { cutPoint } from '../../platform/shortening.js';
import { withoutEntryNumbers } from './entry-links.js';

/** Code within a title that can be shown as such: nothing in it could end the label of a link, or be one. */
const titleCode = /(?<![`\\])`(?!`)([^`\n[\]()\\]+)`(?!`)/;

const zeroWidthSpace = '\u200b';

/**
 * At most `limit` UTF-16 units, ended with `…` when something is left out: at a word's end where there is one near,
 * never within a character, a link, a span of code, a spoiler or a mention, and with an open code fence closed.
 */
export function shorten(text: string, limit: number): string {
  return cutIsolated(text, limit, shortenPlain);
}

function shortenPlain(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const closing = ' …\n```';
  const end = cutPoint(text, Math.max(0, limit - closing.length));
  const cut = text.slice(0, end);
  const wordEnd = /\s/u.test(text[end] ?? '') ? end : cut.search(/\s\S*$/u);
  // The word may end inside a piece that is complete here: then it stays.
  const isNear = wordEnd > end * 0.8 && cutPoint(text, wordEnd) === wordEnd;
  const short = (isNear ? cut.slice(0, wordEnd) : cut).trimEnd();
  const openFence = (short.match(/```/g)?.length ?? 0) % 2 === 1;
  if (!openFence) return `${short}…`;
  // A fence without a line in it has nothing to show.
  const begun = short.replace(/\s*```[\w+-]*$/u, '');
  return begun === short ? `${short}${closing}` : `${begun}…`;
}

/**
 * One line of text with every mark of Markdown taken literally; for titles and names. Brackets too, so that it can
 * neither be a masked link, nor end the label of one of ours.
 */
export function escape(text: string): string {
  return isolated(escapeMarks(text));
}

/** As `escape`, for a piece of a text that is isolated as a whole: pieces on their own would change places. */
export function escapeMarks(text: string): string {
  const escaped = escapeMarkdown(text, {
    heading: true,
    bulletedList: true,
    numberedList: true,
    // Of a run of more than three backticks it would leave some as they are: all are escaped below.
    codeBlock: false,
    inlineCode: false,
    // Its patterns look back from every letter: they cost more than all the others together.
    italic: /[*_]/.test(text),
  });
  return defuse(withoutEntryNumbers(escaped.replace(/[[\]`]/g, '\\$&'))).replaceAll('<', '\\<');
}

/** A title: as `escape`, but code between backticks looks like code. */
export function escapeTitle(title: string): string {
  const parts = title.split(titleCode);
  return isolated(
    parts.map((part, index) => (index % 2 === 0 ? escapeMarks(part) : `\`${defuse(part)}\``)).join(''),
  );
}

/**
 * Text whose Markdown is the author's to use, but for what could deceive: mentions do not look like pings, and a
 * link shows where it leads.
 */
export function safeMarkdown(text: string): string {
  return text
    .split(/(```[\s\S]*?(?:```|$)|`[^`\n]+`)/)
    .map((part, index) => {
      if (index % 2 === 0) return defuse(unmask(withoutEntryNumbers(part)));
      return part.startsWith('```') ? part : unmaskLinks(part);
    })
    .join('');
}

/** In a span of code only what would be a link if it were none: its marks may be escaped, or its end cut off. */
function unmaskLinks(code: string): string {
  return code.replace(/\]\((?=\s*<?\s*https?:)/gi, '] (');
}

/** A space between the label and the address makes `[shown](https://where)` plain text, with the address in it. */
function unmask(text: string): string {
  return text.replaceAll('](', '] (');
}

function defuse(text: string): string {
  return text
    .replace(/@(?=everyone|here)/g, `@${zeroWidthSpace}`)
    .replace(/<(?=@|#|\/|:|a:|id:|t:)/g, `<${zeroWidthSpace}`);
}

/** A link, without parentheses as it is kept, whose label is the host it leads to. */
export function hostLink(link: string): string {
  const url = new URL(link);
  return `[${escape(url.hostname)}](${link})`;
}

/** A time shown in each reader's own zone: `R` relative, `F` in full, `D` the date. */
export function timestamp(at: Date, style: 'R' | 'F' | 'D' | 'f'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}
