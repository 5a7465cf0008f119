/** The languages there are catalogues for, by their names. */
import { catalogues } from './catalogue.js';

/** Codes in the order of the catalogues. */
export const languages: readonly string[] = Object.keys(catalogues);

/** The name of a language in another one: `languageName('fr', 'en')` is `French`. */
export function languageName(language: string, inLanguage = language): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language;
}
