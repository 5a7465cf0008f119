/** The sandbox's page in a real browser, used as its members use it: by what they read, and with the keyboard. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium, launchChromium, missingChromium } from '../../scripts/browser/chromium.js';
import type { Bot } from './bot.js';

/** Where `npm run build` writes the page. */
export const builtPage = fileURLToPath(new URL('../../sandbox/dist', import.meta.url));

/** Tests that need a browser: skipped, with the reason, if there is none. */
export function describeInBrowser(name: string, tests: () => void): void {
  const isThere = findChromium() !== undefined;
  describe.skipIf(!isThere)(isThere ? name : `${name} (${missingChromium})`, tests);
}

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 360, height: 740 };

/** Where one writes, in the languages that the page has words for. */
const MESSAGE_BOX = /^(?:Message|Envoyer un message) /;

/** One member's window. */
export class Window {
  /** What the browser complained about: script errors, and whatever the security policy blocked. */
  readonly complaints: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** The newest message that contains a text. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('article').filter({ hasText: text }).last();
  }

  /** The open form. */
  form(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Types a whole command, options by name, and sends it. */
  async command(line: string): Promise<void> {
    await this.write(line);
    if (!line.includes(':')) {
      await this.page.getByRole('option', { name: line }).first().waitFor();
      await this.page.keyboard.press('Enter');
    }
    const sent = line.replace(/ \S+:.*$/s, '');
    await this.page
      .getByRole('button', { name: `Send ${sent}` })
      .or(this.page.getByRole('button', { name: `Envoyer ${sent}` }))
      .waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Writes a message. */
  async say(text: string): Promise<void> {
    await this.write(text);
    await this.page.keyboard.press('Enter');
  }

  /** Types into the message box, from wherever the focus is. */
  async write(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: MESSAGE_BOX }).first().click();
    await this.page.keyboard.type(text);
  }

  /** Presses a button of the newest message that contains a text. */
  async press(text: string | RegExp, button: string | RegExp): Promise<void> {
    await this.message(text).getByRole('button', { name: button }).click();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export interface Windows {
  /** A member's window, in the cohort channel by default. */
  open(name: string, options?: { channel?: string } & BrowserContextOptions): Promise<Window>;
}

/** Call once per test file, after `useBot({ page: builtPage })`: one browser, and one window per member. */
export function useWindows(bot: Bot): Windows {
  let browser: Browser | undefined;
  let welcomed: Promise<void> | undefined;
  beforeAll(async () => {
    if (findChromium()) browser = await launchChromium();
  }, 30_000);
  afterAll(() => browser?.close());

  return {
    async open(name, { channel = 'prodevprojectnexus', ...options } = {}) {
      if (!browser) throw new Error(missingChromium);
      await (welcomed ??= welcomeEverybody(bot));
      const context = await browser.newContext({ viewport: desktop, locale: 'en-GB', ...options });
      const window = new Window(await context.newPage());
      await window.page.goto(`${bot.sandbox.url}/?as=${name}&channel=${channel}`);
      await window.page.getByRole('textbox', { name: MESSAGE_BOX }).first().waitFor();
      return window;
    },
  };
}

/** Nobody is new here: what follows a first use would come between. */
async function welcomeEverybody(bot: Bot): Promise<void> {
  const { guilds } = await bot.sandbox.client.world();
  for (const { id, members } of guilds) {
    const people = members.filter((member) => !member.bot);
    const values = [id, people.map(({ userId }) => userId), people.map(({ name }) => name)];
    await bot.database.query(
      'INSERT INTO guilds (id, created_at) VALUES ($1, now()) ON CONFLICT DO NOTHING',
      [id],
    );
    await bot.database.query(
      `WITH known AS (
         INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
         SELECT $1, person.id, person.name, now(), now() FROM unnest($2::bigint[], $3::text[]) AS person (id, name)
         ON CONFLICT DO NOTHING RETURNING user_id)
       INSERT INTO welcomes (guild_id, user_id, welcomed_at) SELECT $1, user_id, now() FROM known`,
      values,
    );
  }
}
