/** What is looked for: the words of a query or a draft, with all that may stand for each of them. */
import { stemOf } from './stems.js';
import { isEverydayWord, isProgrammingWord, isStopWord } from './stop-words.js';
import { phraseAt, synonymsOf } from './synonyms-index.js';
import { tokensOf, wordsIn } from './tokens.js';

/** Words of an entry that a word looked for may be. */
export interface Alternative {
  /** This word itself, or with `stem` every word that has it. */
  word: string;
  kind: 'word' | 'stem';
  weight: number;
  /** Whether it comes from the table of synonyms. */
  isSynonym: boolean;
}

export interface AskedWord {
  /** As folded; of a phrase its words with spaces between them. */
  word: string;
  /** How much it counts beside the others. */
  weight: number;
  alternatives: readonly Alternative[];
  /** Words that it is joined of, which count too, or instead when nobody writes it so. */
  parts: readonly AskedWord[];
}

/** What a part of a joined word counts beside it. */
const partWeight = 0.6;

/** What a word of any conversation counts. */
const everydayWeight = 0.4;

/** What a word of any program counts. */
const programmingWeight = 0.7;

/** A phrase says more than a word, and less than as many words. */
const phraseWordWeight = 0.8;

/** The words of a text that say something, in its order, each once. Stop words are among them only when it has no others. */
export function askedWordsOf(text: string, atMost: number): AskedWord[] {
  const tokens = tokensOf(text);
  const flat = tokens.flatMap((token) => {
    const words = wordsIn(token);
    return words.map((word, index) => ({ word, token: index === 0 ? token : undefined }));
  });
  const stems = flat.map(({ word }) => stemOf(word));
  const found: AskedWord[] = [];
  for (let place = 0; place < flat.length; ) {
    const size = phraseAt(stems, place);
    const token = flat[place]?.token;
    const word = token?.word ?? flat[place]?.word ?? '';
    if (size > 1) {
      const words = flat.slice(place, place + size).map((one) => one.word);
      found.push(phrase(words, stems.slice(place, place + size).join(' ')));
      place += size;
      continue;
    }
    const parts = (token?.parts ?? []).filter((part) => !isStopWord(part));
    if (!isStopWord(word)) found.push({ ...asked(word), parts: parts.map(partOf) });
    place += token ? wordsIn(token).length : 1;
  }
  const words = found.length > 0 ? found : flat.map(({ word }) => asked(word));
  return [...new Map(words.map((word) => [word.word, word])).values()].slice(0, atMost);
}

function partOf(word: string): AskedWord {
  const part = asked(word);
  return { ...part, weight: part.weight * partWeight };
}

function phrase(words: readonly string[], key: string): AskedWord {
  const said = words.filter((word) => !isStopWord(word));
  return {
    word: words.join(' '),
    weight: Math.max(1, said.length * phraseWordWeight),
    alternatives: [{ word: key, kind: 'word', weight: 1, isSynonym: false }, ...synonyms(key)],
    parts: said.map(partOf),
  };
}

function weightOf(word: string): number {
  if (isEverydayWord(word)) return everydayWeight;
  return isProgrammingWord(word) ? programmingWeight : 1;
}

function asked(word: string): AskedWord {
  const stem = stemOf(word);
  return {
    word,
    weight: weightOf(word),
    parts: [],
    alternatives: [
      { word, kind: 'word', weight: 1, isSynonym: false },
      ...(stem === word && !/^[a-z]{4,}$/.test(word)
        ? []
        : [{ word: stem, kind: 'stem', weight: 1, isSynonym: false } as const]),
      ...synonyms(stem),
    ],
  };
}

function synonyms(key: string): Alternative[] {
  return synonymsOf(key).map(({ key: found, weight }) => ({
    word: found,
    kind: found.includes(' ') || !/^[a-z]{4,}$/.test(found) ? 'word' : 'stem',
    weight,
    isSynonym: true,
  }));
}
