/** An entry as it is indexed: its words with their places, as a `tsvector` that needs no dictionary of the database. */
import { createHash } from 'node:crypto';
import { foldedWord } from './folding.js';
import { stemOf } from './stems.js';
import { isStopWord } from './stop-words.js';
import { synonymTable } from './synonyms.js';
import { phrasesAt } from './synonyms-index.js';
import { tokensOf, wordsIn } from './tokens.js';

/** Raised whenever the same text would be indexed in another way. */
const formatVersion = 1;

/** What documents were made by: those of another version are made again. A positive integer of 31 bits. */
export const documentVersion =
  createHash('sha256').update(`${formatVersion}\n${synonymTable}`).digest().readUInt32BE() >>> 1;

export interface DocumentSource {
  title: string | null;
  tags: readonly string[];
  body: string;
  /** What members asked who found their answer here. */
  aliases: readonly string[];
  /** What it is besides its words; found as `!mark`. */
  marks: readonly string[];
}

/** Where a word is: in the title, among the tags, in the text, in what others asked. */
type Field = 'A' | 'B' | 'C' | 'D';

/** The database keeps no more places of a word, and no later ones. */
const placesAtMost = 60;
const lastPlace = 16_000;

/** Ids of members and messages aren't words to search for. */
const longNumber = /\d{15}/;

/** Between two fields, so that no phrase reaches from one into the next. */
const gap = 10;

/** The word by which entries with that tag, exactly, are found. */
export const tagWord = (tag: string): string => `#${foldedWord(tag)}`;

/** The word by which they are found however the tag's words are joined: `next.js` and `nextjs` have the same. */
export const joinedTagWord = (joined: string): string => `~${joined}`;

function namesOf(tag: string): string[] {
  const words = tokensOf(tag).map(({ word }) => word);
  return [tagWord(tag), joinedTagWord(words.join(''))];
}

export const markWord = (mark: string): string => `!${mark}`;

/** The text of a `tsvector`. */
export function documentOf({ title, tags, body, aliases, marks }: DocumentSource): string {
  const places = new Map<string, string[]>();
  let at = 1;
  const add = (word: string, place: number, field: Field) => {
    if (longNumber.test(word)) return;
    const known = places.get(word);
    if (!known) places.set(word, [`${Math.min(place, lastPlace)}${field}`]);
    else if (known.length < placesAtMost) known.push(`${Math.min(place, lastPlace)}${field}`);
  };
  const addText = (text: string, field: Field) => {
    const stems: string[] = [];
    const from = at;
    for (const token of tokensOf(text)) {
      const { word, parts } = token;
      if (!isStopWord(word)) add(word, at, field);
      for (const [index, part] of parts.entries()) if (!isStopWord(part)) add(part, at + index, field);
      const flat = wordsIn(token);
      stems.push(...flat.map(stemOf));
      at += flat.length;
    }
    for (const place of stems.keys()) {
      for (const phrase of phrasesAt(stems, place)) add(phrase, from + place, field);
    }
    at += gap;
  };
  addText(title ?? '', 'A');
  for (const tag of tags) {
    for (const name of namesOf(tag)) add(name, at, 'B');
    addText(tag, 'B');
  }
  addText(body, 'C');
  for (const alias of aliases) addText(alias, 'D');
  for (const mark of marks) add(markWord(mark), lastPlace, 'D');
  return [...places].map(([word, of]) => `${quotedWord(word)}:${of.join(',')}`).join(' ');
}

/** A word as it is written within a `tsvector` or a `tsquery`. */
export function quotedWord(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/**
 * SQL for a `tsvector` with no other words than these, with their places. Taking the others out first is four times as fast as
 * unnesting all of them, for documents of some forty words.
 * @param words SQL of a `tsvector`
 * @param wanted SQL of a `text[]`
 */
export function onlyWords(words: string, wanted: string): string {
  return `ts_delete(${words}, tsvector_to_array(ts_delete(${words}, ${wanted})))`;
}
