/** The one folding of words, in every script, applied both to the indexed text and to the query. */
import { withoutInvisible } from '../../platform/invisible.js';

/** Letters that keep their mark when a text is decomposed, and those that another alphabet writes differently. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɛ: 'e',
  ɔ: 'o',
  // Greek writes sigma differently at the end of a word.
  ς: 'σ',
  // Arabic: forms of alef, of yeh and of kaf (Persian and Urdu type other ones), teh marbuta, hamza on a carrier.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
};

/** Rows of Ethiopic syllables that sound the same in Amharic: where a row starts, its length, and where the usual row starts. */
const ethiopicRows: readonly (readonly [from: number, length: number, to: number])[] = [
  [0x1210, 8, 0x1200],
  [0x1280, 8, 0x1200],
  [0x1220, 8, 0x1230],
  [0x12d0, 7, 0x12a0],
  [0x1340, 7, 0x1338],
];

const special = new RegExp(`[${Object.keys(letters).join('')}\u1210-\u12d6\u1340-\u1346]`, 'gu');

// Vowel signs, tatweel and superscript alef of Arabic, points of Hebrew, and the accents of Latin, Greek and Cyrillic.
// The vowel signs of Indic scripts and the tone marks of Thai belong to their letters and stay.
const marks =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu;

/** Lower case, no accents or vowel signs, one form of each letter, full width as half width, nothing invisible. */
export function foldedWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return withoutInvisible(lower)
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(special, usualLetter)
    .normalize('NFC');
}

function usualLetter(letter: string): string {
  const usual = letters[letter];
  if (usual !== undefined) return usual;
  const code = letter.codePointAt(0) ?? 0;
  for (const [from, length, to] of ethiopicRows) {
    if (code >= from && code < from + length) return String.fromCodePoint(to + code - from);
  }
  return letter;
}
