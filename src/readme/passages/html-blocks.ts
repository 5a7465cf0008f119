/** HTML within a document: what a reader sees of it, without its tags. */
import { type Passage, passage } from './passages.js';
import { plainText } from './rich-text.js';

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Headings, summaries, list items and paragraphs of a block of HTML; comments, pictures and styles say nothing. */
export function htmlPassages(html: string): Passage[] {
  const seen = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<\/?(?:b|i|em|strong|code|a|span|kbd|sub|sup|u)\b[^<>]*>/gi, '');
  const passages: Passage[] = [];
  let shape: Passage['shape'] = 'line';
  let level = 0;
  for (const part of seen.split(/(<[^<>]*>)/)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(part);
    if (tag) {
      const name = (tag[2] ?? '').toLowerCase();
      const heading = /^h([1-6])$/.exec(name);
      shape = tag[1] ? 'line' : heading || name === 'summary' ? 'heading' : name === 'li' ? 'bullet' : 'line';
      level = shape === 'heading' ? Number(heading?.[1] ?? summaryLevel) : 0;
      continue;
    }
    for (const line of part.split('\n')) {
      const words = line
        .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
        .replace(/\s+/g, ' ')
        .trim();
      const isIdle = shape === 'heading' && level === summaryLevel && saysNothing.test(words);
      if (/[\p{L}\p{N}]/u.test(words) && !isIdle)
        passages.push({ ...passage(shape, plainText(words)), level });
    }
  }
  return passages;
}

/** A summary is the heading of what it folds away. */
const summaryLevel = 7;

/** What is written on a folded part only to be clicked. */
export const saysNothing =
  /^[^\p{L}]*(?:click|tap|expand|show|view|see|open|toggle|more|details?|voir|afficher|cliquez?|d[ée]tails|ver|mostrar|clique)\b/iu;
