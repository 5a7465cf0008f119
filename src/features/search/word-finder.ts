/** From what was typed to a ranking: looks the guild's words up, forgives misspellings, and keeps the index up to date. */
import { within } from '../../platform/waiting.js';
import {
  type AskedWord,
  askedWordsOf,
  isEverydayWord,
  isStopWord,
  joinedTagWord,
  quotedWord,
  stemOf,
  tokensOf,
  wordsIn,
} from '../words/index.js';
import { type ParsedQuery, parsedQuery } from './query.js';
import { type Ranking, rankingOf } from './ranking.js';
import { neededFor, standsFor, type Term, termOf } from './resolved-words.js';
import type { SearchIndex } from './search-index-store.js';
import { lettersThatMayBeOff, likeliest, spellingCost, spellingDistance } from './spelling.js';
import type { Beginning, KnownWords, NearWord, WordStore } from './word-store.js';

/** What is looked for, settled once and the same on every page. */
export interface Found {
  ranking: Ranking;
  /** What was looked for in place of a misspelt query. */
  correctedTo?: string;
  synonyms: string[];
}

/** What a tag counts that is exactly what was typed, and what it counts when `#` says so. */
const tagFactor = { plain: 1.2, signed: 3 };

/** Words near a misspelt one that stand for it, and how much each counts. */
const correctionWeights = [0.9, 0.7, 0.6];

/** Spellings that cost this much more than the best one are not meant. */
const correctionMargin = 0.9;

/** The shortest beginning of a word that finds longer ones, where it is no word itself (characters). */
const shortestBeginning = 3;

/** Words of what is typed into an option that are looked for. */
const typedWords = 8;

/** How long a search waits for recent changes to be indexed (ms); after that, it uses the index as it is. */
const catchUpPatience = 150;

/** A longer word than this does not come of one that is half typed (characters). */
const longestWord = 64;

export class WordFinder {
  constructor(
    private readonly words: Pick<WordStore, 'lookUp' | 'near' | 'tags'>,
    private readonly index: Pick<SearchIndex, 'catchUp'>,
    private readonly catchUpMs = catchUpPatience,
  ) {}

  /** For `/search`; undefined when no entry can match. */
  async forQuery(guildId: string, typed: string): Promise<Found | undefined> {
    const query = parsedQuery(typed);
    const known = await this.known(guildId, [...query.words, ...strictWordsOf(query)], {
      words: query.tag ? [joinedTag(query.tag.name)] : [],
    });
    const found = await this.resolve(guildId, query.words, known);
    const terms = withTag(found.terms, query, known);
    if (terms.length === 0) return undefined;
    return { ...found, ranking: rankingOf(terms, conditionOf(query, known)) };
  }

  /**
   * For what a member has typed so far: the last word may be the beginning of a longer one. Nothing is waited for:
   * `hasChanges` says that some entries are not indexed yet, which is going on meanwhile.
   */
  async forBeginning(
    guildId: string,
    typed: string,
  ): Promise<{ found: Found | undefined; hasChanges: boolean }> {
    const last = /[\s"]$/.test(typed) ? undefined : lastWord(typed);
    const words = askedWordsOf(typed, typedWords);
    // `im` is no word to look for, and yet how `image` begins.
    const asked =
      last && words.at(-1)?.word !== last && isStopWord(last) ? [...words, beginningAsked(last)] : words;
    const known = await this.lookUp(guildId, asked, {
      beginnings: last ? [{ text: last, longest: longestWord }] : [],
    });
    if (known.hasChanges) void this.catchUp(guildId);
    const resolved = await this.resolve(guildId, asked, known, last);
    const found =
      resolved.terms.length === 0 ? undefined : { ...resolved, ranking: rankingOf(resolved.terms, '') };
    return { found, hasChanges: known.hasChanges };
  }

  /** What the guild knows of the words, after what changed was indexed, as far as that does not take long. */
  async known(
    guildId: string,
    asked: readonly AskedWord[],
    more: { words?: readonly string[]; beginnings?: readonly Beginning[] } = {},
  ): Promise<KnownWords> {
    const known = await this.lookUp(guildId, asked, more);
    if (!known.hasChanges) return known;
    const isCaughtUp = await within(this.catchUpMs, this.catchUp(guildId), () => false);
    return isCaughtUp ? this.lookUp(guildId, asked, more) : known;
  }

  /** Tags that begin as typed, those of most entries first; nothing is waited for. */
  async tags(guildId: string, beginning: string, limit: number): Promise<{ tag: string; entries: number }[]> {
    const { tags, hasChanges } = await this.words.tags(guildId, beginning, limit);
    if (hasChanges) void this.catchUp(guildId);
    return tags;
  }

  private lookUp(
    guildId: string,
    asked: readonly AskedWord[],
    more: { words?: readonly string[]; beginnings?: readonly Beginning[] } = {},
  ): Promise<KnownWords> {
    const needed = neededFor(asked);
    return this.words.lookUp(
      guildId,
      [...needed.words, ...(more.words ?? [])],
      [...needed.beginnings, ...(more.beginnings ?? [])],
    );
  }

  /** Never rejects: what could not be indexed now is left to the job, and the search answers all the same. */
  private async catchUp(guildId: string): Promise<boolean> {
    return this.index.catchUp(guildId).then(
      () => true,
      () => false,
    );
  }

  /** @param last the word that may be the beginning of a longer one */
  private async resolve(
    guildId: string,
    asked: readonly AskedWord[],
    known: KnownWords,
    last?: string,
  ): Promise<{ terms: Term[]; correctedTo?: string; synonyms: string[] }> {
    const terms: Term[] = [];
    const unknown: AskedWord[] = [];
    for (const word of asked) {
      const isLast = last !== undefined && word === asked.at(-1);
      const term = termOf(word, standsFor(word, known, isLast ? last : undefined), known);
      const parts = word.parts.flatMap(
        (part) => termOf(part, standsFor(part, known), known, term !== undefined) ?? [],
      );
      if (term) terms.push(term);
      terms.push(...parts.map((part) => (term ? part : whole(part))));
      if (!term && parts.length === 0) unknown.push(word);
    }
    const synonyms = [...new Set(terms.flatMap((term) => term.synonyms))];
    if (unknown.length === 0) return { terms: once(terms), synonyms };
    const { corrected, spellings } = await this.forgive(guildId, unknown, known);
    const isCorrected = spellings.size > 0;
    return {
      terms: once([...terms, ...corrected]),
      synonyms,
      ...(isCorrected && { correctedTo: asked.map(({ word }) => spellings.get(word) ?? word).join(' ') }),
    };
  }

  /** Words that no entry has: each stands for longer ones that begin so, or else for those it was most likely meant as. */
  private async forgive(guildId: string, unknown: readonly AskedWord[], known: KnownWords) {
    const words = unknown
      .map(({ word }) => word)
      .filter((word) => [...word].length >= shortestBeginning && !isEverydayWord(word));
    const corrected: Term[] = [];
    const spellings = new Map<string, string>();
    if (words.length === 0) return { corrected, spellings };
    const [longer, near] = await Promise.all([
      this.words.lookUp(
        guildId,
        [],
        words.map((text) => ({ text, longest: longestWord })),
      ),
      this.words.near(guildId, words),
    ]);
    for (const asked of unknown) {
      const beginning = standsFor({ alternatives: [] }, longer, asked.word);
      const meant = beginning.size > 0 ? [] : meantWords(asked.word, near);
      const found =
        beginning.size > 0
          ? beginning
          : new Map(
              meant.map((word, place) => [word, { weight: correctionWeights[place] ?? 0, isSynonym: false }]),
            );
      const entriesOf = new Map([
        ...longer.entriesOf,
        ...near.map((one) => [one.word, one.entries] as const),
      ]);
      const term = termOf(asked, found, { ...known, entriesOf });
      if (term) corrected.push(term);
      const [best] = meant;
      if (best) spellings.set(asked.word, best);
    }
    return { corrected, spellings };
  }
}

/** The few of a guild's words that a misspelt one was most likely meant as, the likeliest first. */
function meantWords(typed: string, near: readonly NearWord[]): string[] {
  const own = near.filter(({ asked }) => asked === typed);
  const usesOf = new Map(own.map(({ word, entries }) => [word, entries]));
  const cost = (word: string) => spellingCost(typed, word) - 0.1 * Math.log2(1 + (usesOf.get(word) ?? 0));
  const candidates = likeliest(typed, [...usesOf.keys()], own.length).toSorted(
    (one, other) => cost(one) - cost(other),
  );
  const [best] = candidates;
  if (!best) return [];
  return candidates
    .filter(
      (word) =>
        cost(word) <= cost(best) + correctionMargin &&
        spellingDistance(typed, word) <= lettersThatMayBeOff(typed),
    )
    .slice(0, correctionWeights.length);
}

/** Two words asked for may come to the same one. */
function once(terms: readonly Term[]): Term[] {
  const byWords = new Map<string, Term>();
  for (const term of terms) {
    const key = Object.keys(term.values).toSorted().join(' ');
    const before = byWords.get(key);
    if (!before || before.worth < term.worth) byWords.set(key, term);
  }
  return [...byWords.values()];
}

const whole = (part: Term): Term => ({ ...part, isPart: false });

/** An exact tag is what comes first. */
function withTag(terms: readonly Term[], { tag, words }: ParsedQuery, known: KnownWords): Term[] {
  const [first] = terms;
  const entriesWithTag = tag ? known.entriesOf.get(joinedTag(tag.name)) : undefined;
  if (!tag || !entriesWithTag || words.length > 1) return [...terms];
  const worth = first?.worth ?? 1;
  const factor = tag.isSigned ? tagFactor.signed : tagFactor.plain;
  const values = { ...first?.values, [joinedTag(tag.name)]: worth * factor };
  const entries = Math.max(first?.entries ?? 0, entriesWithTag);
  return [
    { word: tag.name, isPart: false, synonyms: [], worth, ...first, values, entries },
    ...terms.slice(1),
  ];
}

/** Words of phrases and of what is left out, one by one and without synonyms. */
function strictWordsOf({ phrases, without }: ParsedQuery): AskedWord[] {
  return [...phrases, ...without].flatMap((text) => strictWords(text).map(({ asked }) => asked));
}

function strictWords(text: string): { asked: AskedWord; place: number }[] {
  return tokensOf(text)
    .flatMap(wordsIn)
    .map((word, place) => ({ asked: strict(word), place }))
    .filter(({ asked }) => !isStopWord(asked.word));
}

function strict(word: string): AskedWord {
  const alternatives = [
    { word, kind: 'word', weight: 1, isSynonym: false },
    { word: stemOf(word), kind: 'stem', weight: 1, isSynonym: false },
  ] as const;
  return { word, weight: 1, parts: [], alternatives };
}

/** What every result meets: its phrases just so, and nothing that is to be left out. */
function conditionOf({ phrases, without }: ParsedQuery, known: KnownWords): string {
  const sequence = (text: string) => {
    const words = strictWords(text);
    return words
      .map(({ asked, place }, index) => {
        const found = [...standsFor(asked, known).keys()];
        const any = `(${(found.length > 0 ? found : [asked.word]).map(quotedWord).join(' | ')})`;
        return index === 0 ? any : `<${place - (words[index - 1]?.place ?? 0)}> ${any}`;
      })
      .join(' ');
  };
  const conditions = [
    ...phrases.map((phrase) => `(${sequence(phrase)})`),
    ...without.filter((text) => strictWords(text).length > 0).map((text) => `!(${sequence(text)})`),
  ];
  return conditions.filter((condition) => condition !== '()').join(' & ');
}

/** The last word of a text as folded, with all that is joined to it. */
function lastWord(typed: string): string | undefined {
  const last = tokensOf(typed).at(-1);
  return last?.word;
}

const beginningAsked = (word: string): AskedWord => ({ word, weight: 1, alternatives: [], parts: [] });

/** Of what was typed as one word. */
const joinedTag = (typed: string): string =>
  joinedTagWord(
    tokensOf(typed)
      .map(({ word }) => word)
      .join(''),
  );
