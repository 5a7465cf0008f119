/** A guild's words in the database. */
import type { DataSource } from 'typeorm';
import { prepared } from '../../platform/prepared.js';
import { stemOf, tagWord } from '../words/index.js';
import { lookUpWords, nearWords, tagsBeginning } from './word-statements.js';

/** A beginning of words, and how long they may be (characters). */
export interface Beginning {
  text: string;
  longest: number;
}

export interface KnownWords {
  /** How many visible entries the guild has. */
  documents: number;
  /** Whether entries changed since they were indexed. */
  hasChanges: boolean;
  /** Words that entries have, with how many. */
  entriesOf: ReadonlyMap<string, number>;
  /** The same words by their stems. */
  byStem: ReadonlyMap<string, readonly string[]>;
}

export interface NearWord {
  asked: string;
  word: string;
  entries: number;
}

/** Beyond every word that begins so. */
const lastCharacter = '\u{10ffff}';

export class WordStore {
  constructor(private readonly dataSource: DataSource) {}

  async lookUp(
    guildId: string,
    words: readonly string[],
    beginnings: readonly Beginning[],
  ): Promise<KnownWords> {
    const [first, ...rows] = await prepared<{ word: string; entries: number; changed: boolean }>(
      this.dataSource,
      'look-up-words',
      lookUpWords,
      [
        guildId,
        words,
        beginnings.map(({ text }) => text),
        beginnings.map(({ text }) => text + lastCharacter),
        beginnings.map(({ longest }) => longest),
      ],
    );
    return {
      documents: first?.entries ?? 0,
      hasChanges: first?.changed ?? false,
      entriesOf: new Map(rows.map(({ word, entries }) => [word, entries])),
      byStem: byStem(new Set(rows.map(({ word }) => word))),
    };
  }

  /** Tags of visible entries that begin so, those of most entries first, and whether some entries are not indexed yet. */
  async tags(
    guildId: string,
    beginning: string,
    limit: number,
  ): Promise<{ tags: { tag: string; entries: number }[]; hasChanges: boolean }> {
    const low = tagWord(beginning);
    const rows = await prepared<{ tag: string | null; entries: number; changed: boolean }>(
      this.dataSource,
      'tags-beginning',
      tagsBeginning,
      [guildId, low, low + lastCharacter, limit],
    );
    return {
      tags: rows.flatMap(({ tag, entries }) => (tag === null ? [] : { tag, entries })),
      hasChanges: rows[0]?.changed ?? false,
    };
  }

  /** Words that are spelt nearly as those. */
  async near(guildId: string, words: readonly string[]): Promise<NearWord[]> {
    return prepared<NearWord>(this.dataSource, 'near-words', nearWords, [guildId, words]);
  }
}

function byStem(words: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const stem = stemOf(word);
    const others = found.get(stem);
    if (others) others.push(word);
    else found.set(stem, [word]);
  }
  return found;
}
