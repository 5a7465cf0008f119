/** Members' text in our messages: shortened without breaking it, and unable to mislead or to ping. */
import { escapeMarkdown } from 'discord.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const zeroWidthSpace = '\u200b';

/**
 * At most `limit` UTF-16 units, ended with `…` when something is left out: at a word's end where there is one near,
 * never within a character as a reader sees it, and with an open code fence closed.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const closing = ' …\n```';
  let end = 0;
  for (const { index, segment } of segmenter.segment(text.slice(0, limit + 1))) {
    if (index + segment.length > limit - closing.length) break;
    end = index + segment.length;
  }
  const cut = text.slice(0, end);
  const wordEnd = cut.search(/\s\S*$/u);
  const short = (wordEnd > end * 0.8 ? cut.slice(0, wordEnd) : cut).replace(/[\s`]+$/u, '').trimEnd();
  const openFence = (short.match(/```/g)?.length ?? 0) % 2 === 1;
  return openFence ? `${short}${closing}` : `${short}…`;
}

/**
 * One line of text with every mark of Markdown taken literally; for titles and names. Brackets too, so that it can
 * neither be a masked link, nor end the label of one of ours.
 */
export function escape(text: string): string {
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
  return defuse(escaped.replace(/[[\]`]/g, '\\$&')).replaceAll('<', '\\<');
}

/**
 * Text whose Markdown is the author's to use, but for what could deceive: mentions do not look like pings, and a
 * link shows where it leads.
 */
export function safeMarkdown(text: string): string {
  return text
    .split(/(```[\s\S]*?(?:```|$)|`[^`\n]+`)/)
    .map((part, index) => {
      if (index % 2 === 0) return defuse(unmask(part));
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

/** The address of a message. */
export function messageLink(guildId: string, channelId: string, messageId: string): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}

/** A time shown in each reader's own zone: `R` relative, `F` in full, `D` the date. */
export function timestamp(at: Date, style: 'R' | 'F' | 'D' | 'f'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}
