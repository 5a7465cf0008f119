/** The languages documents are written in: more than the bot speaks, since they are read by others. */
import { type DocumentWords, document as en } from './en/document.js';
import { document as fr } from './fr/document.js';

export type { DocumentWords } from './en/document.js';

const languages: Record<string, DocumentWords> = { en, fr };

/** The words for a member's locale (`fr`, `en-GB`), or else for the guild's language; English when there are none. */
export function documentWordsFor(...wanted: readonly string[]): DocumentWords {
  for (const language of wanted) {
    const words = languages[language] ?? languages[language.split('-')[0] ?? ''];
    if (words) return words;
  }
  return en;
}
