/** The sandbox's page in a real browser, used as its members use it: by what they read, and by the keyboard. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium, launchChromium, missingChromium } from '../../scripts/browser/chromium.js';
import type { Bot } from './bot.js';

/** Where `npm run build` puts the page. */
export const builtPage = fileURLToPath(new URL('../../sandbox/dist', import.meta.url));

/** Tests that need a browser: left out, saying why, where there is none. */
export function describeInBrowser(name: string, tests: () => void): void {
  const isThere = findChromium() !== undefined;
  describe.skipIf(!isThere)(isThere ? name : `${name} (${missingChromium})`, tests);
}

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 360, height: 740 };

/** One member's window. */
export class Window {
  /** What the browser complained of: errors of scripts, and whatever the security policy stopped. */
  readonly complaints: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** The newest message that holds a text. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('article').filter({ hasText: text }).last();
  }

  /** The open form. */
  form(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Types a command as a whole, options by name, and sends it. */
  async command(line: string): Promise<void> {
    await this.write(line);
    if (!line.includes(':')) {
      await this.page.getByRole('option', { name: line }).first().waitFor();
      await this.page.keyboard.press('Enter');
    }
    await this.page.getByRole('button', { name: `Send ${line.replace(/ \S+:.*$/s, '')}` }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Writes a message. */
  async say(text: string): Promise<void> {
    await this.write(text);
    await this.page.keyboard.press('Enter');
  }

  /** Types into the message box, from wherever the focus is. */
  async write(text: string): Promise<void> {
    await this.page
      .getByRole('textbox', { name: /^Message / })
      .first()
      .click();
    await this.page.keyboard.type(text);
  }

  /** Presses a button of the newest message that holds a text. */
  async press(text: string | RegExp, button: string | RegExp): Promise<void> {
    await this.message(text).getByRole('button', { name: button }).click();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export interface Windows {
  /** A window of somebody's, in the cohort's channel unless told. */
  open(name: string, options?: { channel?: string } & BrowserContextOptions): Promise<Window>;
}

/** Call once in a test file, after `useBot({ page: builtPage })`: one browser, a window for each that is opened. */
export function useWindows(bot: Bot): Windows {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (findChromium()) browser = await launchChromium();
  }, 30_000);
  afterAll(() => browser?.close());

  return {
    async open(name, { channel = 'prodevprojectnexus', ...options } = {}) {
      if (!browser) throw new Error(missingChromium);
      const context = await browser.newContext({ viewport: desktop, locale: 'en-GB', ...options });
      const window = new Window(await context.newPage());
      await window.page.goto(`${bot.sandbox.url}/?as=${name}&channel=${channel}`);
      await window.page
        .getByRole('textbox', { name: /^Message / })
        .first()
        .waitFor();
      return window;
    },
  };
}
