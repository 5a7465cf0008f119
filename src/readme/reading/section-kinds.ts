/** What the words of a heading say that its section holds. */
import { roleOfWords } from './label-words.js';
import { neutral, type SectionKind, vocabulary } from './section-vocabulary.js';
import { technologyNamed } from './technologies.js';

export type { SectionKind } from './section-vocabulary.js';

/** The kinds whose sections become entries. */
export const learnedKinds: ReadonlySet<SectionKind> = new Set([
  'technologies',
  'concepts',
  'practices',
  'takeaways',
  'learnings',
  'challenges',
  'solutions',
  'collaboration',
  'goals',
  'resources',
]);

/** How much one word says; from `sure` on a heading needs no other sign. */
const sure = 1.5;

interface Stem {
  kind: SectionKind;
  weight: number;
  words: string[];
  isWhole: boolean;
}

const stemsByFirstLetter = new Map<string, Stem[]>();
for (const [kind, weight, stems] of vocabulary) {
  for (const stem of stems.split(' ')) {
    const isWhole = stem.endsWith('$');
    const words = stem.replace('$', '').split('-');
    const letter = stem.charAt(0);
    const known = stemsByFirstLetter.get(letter) ?? [];
    known.push({ kind, weight, words, isWhole });
    stemsByFirstLetter.set(letter, known);
  }
}
const kindOrder = [...new Set(vocabulary.map(([kind]) => kind))];

export interface HeadingSense {
  kind: SectionKind;
  /** How much its most telling words say. */
  score: number;
  /** Whether its words leave no doubt; otherwise what stands around decides. */
  isSure: boolean;
  /** The share of its telling words that speak of sections, 0 to 1. */
  coverage: number;
  /** Every kind that its words name. */
  kinds: ReadonlySet<SectionKind>;
}

/** Longest heading whose words are looked at (characters). */
const longestHeading = 120;

/** What a heading announces; null when none of its words speaks of a section. */
export function senseOf(heading: string): HeadingSense | null {
  // 'Next.js' is no next step, nor 'GitHub Actions' a repository.
  if (technologyNamed(heading) !== undefined) return null;
  const words = wordsIn(heading.slice(0, longestHeading));
  const scores = new Map<SectionKind, number>();
  const counted = new Set<number>();
  const neutralOnes = new Set(words.flatMap((word, index) => (neutral.has(word) ? [index] : [])));
  words.forEach((word, index) => {
    const found = (stemsByFirstLetter.get(word.charAt(0)) ?? []).filter((stem) => isAt(stem, words, index));
    const best = Math.max(0, ...found.map(({ weight }) => weight));
    for (const stem of found) {
      if (stem.weight < best) continue;
      scores.set(stem.kind, Math.max(scores.get(stem.kind) ?? 0, stem.weight));
      stem.words.forEach((_, offset) => counted.add(index + offset));
    }
  });
  // 'How did I overcome them?' names what a label before an answer names.
  if (isHow(words)) scores.set('solutions', Math.max(scores.get('solutions') ?? 0, 2.5));
  // 'Herausforderungen': a label's word names a section, too.
  else if (scores.size === 0 && words.length <= 5 && roleOfWords(words) === 'problem') {
    scores.set('challenges', 2.5);
    words.forEach((_, index) => counted.add(index));
  }
  if (scores.size === 0) return null;
  const [kind, score] = [...scores].reduce((left, right) =>
    right[1] > left[1] || (right[1] === left[1] && kindOrder.indexOf(right[0]) < kindOrder.indexOf(left[0]))
      ? right
      : left,
  );
  const telling = words.filter((_, index) => counted.has(index) || !neutralOnes.has(index)).length;
  const sureKinds = [...scores].flatMap(([each, weight]) => (weight >= sure ? [each] : []));
  return {
    kind,
    score,
    isSure: score >= sure,
    coverage: isHow(words) ? 1 : counted.size / Math.max(1, telling),
    kinds: new Set(sureKinds),
  };
}

function isHow(words: readonly string[]): boolean {
  return /^(?:how|what|comment|como)$/.test(words[0] ?? '') && roleOfWords(words) === 'solution';
}

function isAt(stem: Stem, words: readonly string[], index: number): boolean {
  // 'Built with' is above what a thing is made of; 'Built with friends' is not.
  const goesOn = stem.words.at(-1) === 'with' && words.slice(index + stem.words.length).some(isTelling);
  if (stem.kind === 'technologies' && goesOn) return false;
  return stem.words.every((part, offset) => {
    const word = words[index + offset];
    if (word === undefined) return false;
    const isLast = offset === stem.words.length - 1;
    return isLast && !stem.isWhole ? word.startsWith(part) : word === part;
  });
}

function isTelling(word: string): boolean {
  return !neutral.has(word);
}

/** Words in small letters, without accents, numbers and ornaments. */
export function wordsIn(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** A heading without what only adorns it: emoji, numbers, arrows, a colon at its end. */
export function bareHeading(heading: string): string {
  return heading
    .replace(/\p{N}\ufe0f?\u20e3/gu, ' ')
    .replace(/[\ufe0e\ufe0f\ufffd\u200b-\u200d]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:[^\p{L}\p{N}("'“`[.#/@]|\p{N}{1,2}(?:\.\p{N}{1,2})+\s|(?:\p{N}{1,2}(?:\.\p{N}{1,2})*|\p{Lu}|[IVX]{2,4})[.)]\s)+/u,
      '',
    )
    .replace(/(?:[\s:–—-]|\p{Extended_Pictographic})+$/u, '')
    .trim();
}
