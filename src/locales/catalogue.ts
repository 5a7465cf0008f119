/** The languages the bot speaks; English is the measure that every other one must meet to compile. */
import { en } from './en/index.js';

/** All wording. Another language is one more object of this type, listed below. */
export type Catalogue = typeof en;

export const catalogues: Record<string, Catalogue> = { en };

/** The catalogue for a guild's language or a user's locale (`fr`, `en-GB`); English when there is none. */
export function catalogueFor(language: string): Catalogue {
  return catalogues[language] ?? catalogues[language.split('-')[0] ?? ''] ?? en;
}
