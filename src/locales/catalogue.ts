/** The languages the bot speaks. */
import type { Catalogue } from './catalogue-type.js';
import { en } from './en/index.js';
import { fr } from './fr/index.js';

export type { Catalogue } from './catalogue-type.js';

/** Another language is one more object here. */
export const catalogues: Record<string, Catalogue> = { en, fr };

/** The catalogue of the first of these languages or locales (`fr`, `en-GB`) that the bot speaks; English if it speaks none. */
export function catalogueFor(...wanted: readonly (string | null | undefined)[]): Catalogue {
  return catalogues[spoken(...wanted) ?? 'en'] ?? en;
}

/** The code of the first of these languages or locales that the bot speaks, such as `fr` for `fr-CA`. */
export function spoken(...wanted: readonly (string | null | undefined)[]): string | undefined {
  for (const language of wanted) {
    const code = [language, language?.split('-')[0]].find((name) => name && Object.hasOwn(catalogues, name));
    if (code) return code;
  }
  return undefined;
}
