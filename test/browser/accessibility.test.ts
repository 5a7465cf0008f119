/** Whether everybody can use the page: axe on each main view, the focus in dialogs, and the narrowest phone. */
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, phone, useWindows, type Window } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);

/** What axe finds serious or worse, as `rule: element` lines. */
async function findings(window: Window): Promise<string[]> {
  // Evaluated by the browser's own tools, since the page's policy lets in no script but its own.
  await window.page.evaluate(axe.source);
  const violations = await window.page.evaluate<Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

interface Violation {
  id: string;
  impact?: string | null;
  nodes: { html: string }[];
}

describeInBrowser('the page for everybody', () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    it(`has no serious finding of axe on any main view, ${colorScheme}`, async () => {
      await bot.as('kofi').command('/share', {
        kind: 'practice',
        title: 'Every kind of text',
        body: '# Big\n> quoted\n- a list\n\n```js\nconst one = 1; // why\n```\n||hidden|| [link](https://example.org) `code`',
        tags: 'testing',
      });
      await bot.as('amina').say('Plain, <t:1790000000:R> and <@700000000000000001>');
      const window = await windows.open('thabo', { colorScheme, reducedMotion: 'reduce' });
      const { page } = window;
      const { keyboard } = page;
      await window.message('Every kind of text').waitFor();
      const views: Record<string, () => Promise<void>> = {
        channel: async () => {},
        'an answer for one alone': async () => {
          await window.command('/admin setup');
          await window.message('Only you can see this').waitFor();
        },
        picker: async () => {
          await window.write('/');
          await page.getByRole('option', { name: /^\/share/ }).waitFor();
        },
        'option fields': async () => {
          await keyboard.type('share');
          await keyboard.press('Enter');
          await page.getByRole('option', { name: /^kind/ }).waitFor();
        },
        form: async () => {
          await keyboard.press('Enter');
          await window.form('Share a learning').waitFor();
        },
        'its list': async () => {
          await page.getByRole('combobox', { name: /What is it/ }).click();
          await page.getByRole('option', { name: /Practice/ }).waitFor();
        },
        'who to be': async () => {
          await keyboard.press('Escape');
          await page.getByRole('button', { name: 'Close' }).click();
          await page.getByRole('region', { name: 'You' }).getByRole('button').first().click();
          await page.getByRole('option', { name: /Amina/ }).first().waitFor();
        },
        'a person': async () => {
          await keyboard.press('Escape');
          await page
            .getByRole('complementary', { name: 'Members' })
            .getByRole('button', { name: 'Kofi' })
            .click();
          await page.getByRole('dialog').waitFor();
        },
        time: async () => {
          await keyboard.press('Escape');
          await page.getByRole('button', { name: /^Time for the bot/ }).click();
          await page.getByRole('button', { name: /Next Monday/ }).waitFor();
        },
        settings: async () => {
          await keyboard.press('Escape');
          await page.getByRole('button', { name: 'Settings' }).click();
          await page.getByRole('heading', { name: 'Language' }).waitFor();
        },
        'its languages': async () => {
          await page.getByRole('combobox', { name: 'Language' }).click();
          await page.getByRole('option', { name: /^Français/ }).waitFor();
        },
        'developer tools': async () => {
          await keyboard.press('Escape');
          await keyboard.press('Escape');
          await page.getByRole('button', { name: 'Developer tools' }).click();
          await page.getByRole('tab', { name: 'Trouble' }).click();
        },
      };
      const found: Record<string, string[]> = {};
      for (const [name, show] of Object.entries(views)) {
        await show();
        const lines = await findings(window);
        if (lines.length > 0) found[name] = lines;
      }
      expect(found).toEqual({});
      await window.close();
    });
  }

  it('fits the narrowest phone, its drawers included', async () => {
    const window = await windows.open('amina', { viewport: phone, isMobile: true, hasTouch: true });
    const { page } = window;
    await window.message('Every kind of text').waitFor();
    const width = () => page.locator('html').evaluate((root) => root.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(phone.width);
    await page
      .getByRole('button', { name: /servers and channels|channels/i })
      .first()
      .click();
    await page
      .getByRole('link', { name: /general/ })
      .or(page.getByRole('button', { name: /general/ }))
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
    await page.getByRole('button', { name: 'Members' }).click();
    await page.getByRole('button', { name: 'Wanjiru' }).waitFor();
    expect(await findings(window)).toEqual([]);
    expect(await width()).toBeLessThanOrEqual(phone.width);
    await window.close();
  });

  it('keeps the focus in a dialog, shows it, and gives it back', async () => {
    const window = await windows.open('amina');
    const { page } = window;
    await window.command('/share');
    const form = window.form('Share a learning');
    await form.waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate<string>(
        `document.activeElement === document.body ? 'browser' : document.activeElement.closest('dialog') ? 'dialog' : 'behind'`,
      );
      expect(place).not.toBe('behind');
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => form.count()).toBe(0);
    await page
      .getByRole('textbox', { name: /^Message / })
      .and(page.locator(':focus'))
      .waitFor();
    await window.close();
  });
});
