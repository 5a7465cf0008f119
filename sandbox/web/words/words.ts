/**
 * The language the page speaks: that of the person it is used as. What reads words or the locale while it is drawn
 * is drawn again when the language changes.
 */
import { computed, signal } from '@preact/signals';
import { type Refusal, worded } from '../../client/refusals.js';
import { en, type Words } from './en.js';
import { fr } from './fr.js';

/** Discord's, for somebody who never chose. */
const DEFAULT = 'en-US';
const catalogues: { [language: string]: Words } = { en, fr };
const spoken = signal(DEFAULT);
const language = computed(() => {
  const [wanted = ''] = spoken.value.split('-');
  return wanted in catalogues ? wanted : 'en';
});
const current = computed(() => catalogues[language.value] ?? en);

/** Changes the language; one that is none leaves dates and numbers without words for them, and is not taken. */
export function speak(locale: string): void {
  spoken.value = isLocale(locale) ? locale : DEFAULT;
}

/** What the viewer chose: it is what commands are shown in, and dates and numbers are written in. */
export function locale(): string {
  return spoken.value;
}

/** The page's own words: English where there are none in the chosen language. */
export function words(): Words {
  return current.value;
}

/** What the sandbox refused, in the page's own words. */
export function refused(refusal: Refusal): string {
  return worded(refusal, current.value.refusals);
}

/** The language that the words are in, for the document. */
export function wordsLanguage(): string {
  return language.value;
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}
