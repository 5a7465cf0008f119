/** What a form proposes for a message: a title from its heading or first sentence, its text, its tags and its link. */
import { entryBounds } from '../../entities/entry.js';
import { hideSpoilers } from '../../platform/shortening.js';
import { cleanLine, cleanText, shortened } from '../../platform/text.js';
import { askedWordsOf, stemOf, tokensOf, wordsIn } from '../words/index.js';

const fence = /```[\s\S]*?(?:```|$)/g;
const heading = /^#{1,3}[ \t]+(\S.*?)[ \t]*#*$/m;
/** A sentence of any script ends here; `e.g.` and `v1.2` don't end one. */
const sentenceEnd =
  /(?<=[.!?…]["'’”»)\]]*)(?<!\b(?:e\.g|i\.e|etc|vs|approx|[Nn]o)\.)\s+(?=[^\p{Ll}])|(?<=[。！？؟।።])/u;
const address = /https?:\/\/[^\s<>]+[^\s<>.,;:!?)\]}'"]/gi;
const wordsReadAtMost = 300;

/** What a message says is true of it without these marks. */
function plainLine(line: string): string {
  return cleanLine(
    hideSpoilers(line)
      .replace(/^(?:[ \t]*(?:>{1,3}|-#|#{1,3}|[-*•]|\d{1,3}[.)])[ \t]+)+/, '')
      .replace(/\[([^\]\n]+)\]\(<?https?:[^)\s]+\)/gi, '$1')
      .replace(/(\*{1,3}|~~|__)(?=\S)(.+?)(?<=\S)\1/g, '$2'),
  );
}

/** The first heading, or else the first sentence that isn't code or only an address; empty when there is none. */
export function proposeTitle(text: string): string {
  const prose = text.replace(fence, '\n');
  const headed = heading.exec(prose)?.[1];
  const lines = headed ? [headed] : prose.split('\n');
  for (const line of lines) {
    const plain = plainLine(line);
    if (!/[\p{L}\p{N}]/u.test(plain.replace(address, ''))) continue;
    const [sentence = ''] = plain.split(sentenceEnd);
    return shortened(sentence.replace(/[\s:：,;.。]+$/u, ''), entryBounds.title);
  }
  return '';
}

/** The message's own text, code blocks and all, without a heading that became the title. */
export function proposeBody(text: string, title: string): string {
  const cleaned = cleanText(text);
  const [first = '', ...rest] = cleaned.split('\n');
  const isTitle = heading.test(first) && plainLine(first).replace(/[\s:：,;.。]+$/u, '') === title;
  const left = rest.join('\n').trim();
  return shortened(isTitle && left !== '' ? left : cleaned, entryBounds.body);
}

/** Its one address; empty when there are several, or none. */
export function proposeLink(text: string): string {
  const found = new Set(text.replace(fence, ' ').match(address));
  const [link = ''] = found;
  return found.size === 1 && link.length <= entryBounds.link ? link : '';
}

/** Those of the guild's tags that the text is about: named in it, or by a word that means the same. At most five. */
export function proposeTags(text: string, vocabulary: readonly string[]): string[] {
  const words = tokensOf(text).flatMap(wordsIn);
  const stems = words.map(stemOf).join(' ');
  const counted = new Map(vocabulary.map((tag) => [tag, 0]));
  const meant = new Set(
    askedWordsOf(text, wordsReadAtMost).flatMap(({ alternatives }) =>
      alternatives.filter(({ isSynonym, weight }) => isSynonym && weight > 0.5).map(({ word }) => word),
    ),
  );
  for (const tag of vocabulary) {
    const key = tokensOf(tag).flatMap(wordsIn).map(stemOf).join(' ');
    if (key === '') continue;
    const named = ` ${stems} `.split(` ${key} `).length - 1;
    counted.set(tag, named > 0 ? named : meant.has(key) ? 0.5 : 0);
  }
  return [...counted]
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, entryBounds.tags)
    .map(([tag]) => tag);
}

/** Texts from this length on may have been cut within a word, by a form (UTF-16 units). */
const mayBeCut = 100;

/**
 * Whether these are the words of the original, or a part of it without a gap; white space and the marks of Markdown are no
 * words.
 */
export function saysTheSame(original: string, written: string): boolean {
  const words = (text: string) =>
    ` ${cleanText(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const told = words(written);
  return words(original).includes(told.length > mayBeCut ? told.trimEnd() : told) || told.trim() === '';
}
