/** Keeps the page in the language of whom it is used as, and changes it. */
import { effect } from '@preact/signals';
import { speak, wordsLanguage } from '../words/words.js';
import type { Page } from './page.js';

/** Follows the language for the page's life. */
export function followLanguage({ world }: Page): void {
  effect(() => {
    const { person } = world.places.value ?? {};
    // While somebody else's world is read, the page goes on in the language before.
    if (person) speak(person.locale);
    document.documentElement.lang = wordsLanguage();
  });
}

/** Changes the language of whom the page is used as; other windows of theirs hear of it. */
export async function chooseLanguage(page: Page, locale: string): Promise<void> {
  try {
    await page.client.changeUser(page.lookup.viewer.id, { locale });
    await page.world.load();
  } catch (error) {
    page.failed(error);
  }
}
