/** The words of a text, as they are indexed, looked for and highlighted: which signs belong to them, which part them. */
import { foldedWord } from './folding.js';

export interface Token {
  /** Where it is in the text: [from, to) in UTF-16 units. */
  from: number;
  to: number;
  /** The word as folded; of several words joined by signs, all of them without those. */
  word: string;
  /** The words that it is joined of; none unless there are several. */
  parts: readonly string[];
}

/** The words a token is read as when it is compared with others in their order: `docker-compose` is two, `n+1` is one. */
export const wordsIn = ({ word, parts }: Pick<Token, 'word' | 'parts'>): readonly string[] =>
  parts.length > 1 && !/[+#]/.test(word) ? parts : [word];

/** The longest word kept (UTF-16 units). */
const wordLength = 40;

/** The most words that one long one is joined of; a path or an address is only its parts. */
const joinedAtMost = 4;

const letter = '[\\p{L}\\p{N}\\p{M}\\u200c\\u200d]';
// Letters and digits, joined by single signs; a dot before a name (`.env`), a plus or minus before a number (`+1`), and
// what follows the names of `C++`, `C#` and `F#` belong to them.
const chunk = new RegExp(
  `(?<![\\p{L}\\p{N}_.)\\]])(?:\\.(?=\\p{L})|\\+(?=\\p{N}))?[\\p{L}\\p{N}]${letter}*(?:(?:[._/:@&+-]|['’ʼ]|::|->)[\\p{L}\\p{N}]${letter}*|_+${letter}+)*(?:\\+\\+|#(?![\\p{L}\\p{N}]))?|[\\p{L}\\p{N}]${letter}*`,
  'gu',
);

// Scripts that put no spaces between words.
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;
const unspacedRun =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+/gu;

/** The tokens of a text in its order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { index, 0: found } of text.matchAll(chunk)) {
    if (unspaced.test(found)) {
      for (const run of found.matchAll(unspacedRun)) pushRun(tokens, run[0], index + run.index);
    } else {
      push(tokens, found, index);
    }
  }
  return tokens;
}

/**
 * Every two neighbours are a word, as is each character by itself: what is looked for is then found wherever it
 * stands, without a dictionary.
 */
function pushRun(tokens: Token[], run: string, from: number): void {
  if (!unspaced.test(run)) return push(tokens, run, from);
  const characters = [...run];
  let at = from;
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    const word = foldedWord(character + (next ?? ''));
    const parts = next === undefined ? [] : [foldedWord(character)];
    if (word !== '') tokens.push({ from: at, to: at + character.length + (next?.length ?? 0), word, parts });
    at += character.length;
  }
}

function push(tokens: Token[], found: string, from: number): void {
  const to = from + found.length;
  const simple = foldedWord(found);
  if (/^[a-z0-9]+$/.test(simple) && !/[a-z][A-Z]/.test(found)) {
    tokens.push({ from, to, word: simple.slice(0, wordLength), parts: [] });
    return;
  }
  // French and Italian: l'erreur is the word erreur. English: Django's is the word Django, don't is one word.
  const elided = /^\p{L}{1,2}['’ʼ](?=\p{L}{3})/u.exec(found)?.[0] ?? /^(?:qu|jusqu)['’ʼ]/iu.exec(found)?.[0];
  if (elided) return push(tokens, found.slice(elided.length), from + elided.length);
  const plain = found
    .replace(/['’ʼ]s?$/u, '')
    .replace(/['’ʼ]s(?=[^\p{L}\p{N}]|$)/gu, '')
    .replace(/['’ʼ]/gu, '');
  const signed = /^(?:\p{L}{1,9}(?:\+\+|#)|\.\p{L}[\p{L}\p{N}]*|\+\p{N}+|\p{L}\+\p{N}+)$/u.test(plain);
  const parts = plain
    .split(/[^\p{L}\p{N}\p{M}\u200c\u200d]+/u)
    .flatMap(humps)
    .map(foldedWord)
    .filter((part) => part !== '')
    .map((part) => part.slice(0, wordLength));
  const word = signed ? foldedWord(plain) : parts.join('');
  const isJoined = signed || (parts.length <= joinedAtMost && word.length <= wordLength);
  if (isJoined) {
    const withoutArticle = /^(?:[وفبك]?ال|لل)(?=.{3})/u.exec(word)?.[0];
    tokens.push({
      from,
      to,
      word,
      parts: withoutArticle
        ? [word.slice(withoutArticle.length)]
        : parts.length > 1 || signed
          ? partsOf(word, parts)
          : [],
    });
    return;
  }
  for (const part of parts) tokens.push({ from, to, word: part, parts: [] });
}

/** Of `C++` and `C#` the letter alone would be another language. */
function partsOf(word: string, parts: readonly string[]): string[] {
  return /(?:\+\+|#)$/.test(word) ? [] : parts.filter((part) => part !== word);
}

/** `useEffect` is use and Effect; `JSONField` is JSON and Field; a word with digits at its end stays whole. */
function humps(word: string): string[] {
  return /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}{2}/u.test(word)
    ? word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u)
    : [word];
}
