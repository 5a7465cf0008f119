/** An entry as it is indexed: its words with their places, as a `tsvector` that needs no dictionary of the database. */
import { createHash } from 'node:crypto';
import { foldedWord } from './folding.js';
import { stemOf } from './stems.js';
import { isStopWord } from './stop-words.js';
import { type Field, highestStrength, strengthOf } from './strength.js';
import { synonymTable } from './synonyms.js';
import { phrasesAt } from './synonyms-index.js';
import { tokensOf, wordsIn } from './tokens.js';

/** Raised whenever the same text would be indexed in another way. */
const formatVersion = 2;

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

/** An entry's words, as the texts of two `tsvector`s. */
export interface EntryDocument {
  /** Each with its places. */
  words: string;
  /** Each with what its places say, as one place: from 1 to `highestStrength`. */
  strengths: string;
}

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

export function documentOf({ title, tags, body, aliases, marks }: DocumentSource): EntryDocument {
  const placesOf = new Map<string, { place: number; field: Field }[]>();
  let at = 1;
  const add = (word: string, wanted: number, field: Field) => {
    if (longNumber.test(word)) return;
    const place = Math.min(wanted, lastPlace);
    const known = placesOf.get(word);
    if (!known) placesOf.set(word, [{ place, field }]);
    else if (known.length < placesAtMost) known.push({ place, field });
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
  const all = [...placesOf].map(([word, places]) => ({ quoted: quotedWord(word), places }));
  return {
    words: all
      .map(
        ({ quoted, places }) => `${quoted}:${places.map(({ place, field }) => `${place}${field}`).join(',')}`,
      )
      .join(' '),
    strengths: all
      .map(({ quoted, places }) => {
        const strength = strengthOf(
          places.map(({ field }) => field),
          all.length,
        );
        return `${quoted}:${Math.max(1, Math.round(strength * highestStrength))}`;
      })
      .join(' '),
  };
}

/** A word as it is written within a `tsvector` or a `tsquery`. */
export function quotedWord(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** SQL by which the index finds a guild's documents, and no others: by a query that `queryOfGuild` gives. */
export const wordsOfGuild = 'words_of_guild(guild_id, words)';

/** A `tsquery` of quoted words as the index knows them: each with its guild, so that no other guild's entries are gone through. */
export const queryOfGuild = (guildId: string, query: string): string =>
  query.replace(/'((?:[^'\\]|''|\\\\)*)'/g, `'${guildId} $1'`);

/**
 * SQL for a `tsvector` with no other words than these, with their places. Taking the others out first is four times as fast as
 * unnesting all of them, for documents of some forty words.
 * @param words SQL of a `tsvector`
 * @param wanted SQL of a `text[]`
 */
export function onlyWords(words: string, wanted: string): string {
  return `ts_delete(${words}, tsvector_to_array(ts_delete(${words}, ${wanted})))`;
}
