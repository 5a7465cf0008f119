/** Many windows at once: those behind others leave the browser's few connections to the one in front. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, useWindows, Window } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);

/** Without a screen every window counts as shown: here it can be told that it is not. */
async function show(page: Page, isShown: boolean): Promise<void> {
  const state = isShown ? 'visible' : 'hidden';
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${state}' });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}

describeInBrowser('many windows', () => {
  it('do not keep each other waiting, and have what they missed when they are shown again', async () => {
    const first = await windows.open('amina');
    const { page } = first;
    const followers = () => bot.sandbox.parts.feed.size;
    await expect.poll(followers).toBe(1);
    await page.getByRole('button', { name: 'Developer tools' }).click();
    await expect.poll(followers).toBe(2);
    await show(page, false);
    await expect.poll(followers).toBe(0);
    const behind: Page[] = [];
    // More than the six connections that a browser keeps to one host.
    for (let count = 0; count < 7; count += 1) {
      const other = await page.context().newPage();
      await other.goto(`${bot.sandbox.url}/?as=kofi&channel=prodevprojectnexus`);
      await other.getByRole('textbox', { name: /^Message / }).waitFor();
      await show(other, false);
      behind.push(other);
    }
    const front = new Window(await page.context().newPage());
    await front.page.goto(`${bot.sandbox.url}/?as=thabo&channel=prodevprojectnexus`);
    await front.say('Nobody waits');
    await front.message('Nobody waits').waitFor();
    expect(await first.message('Nobody waits').count()).toBe(0);
    await show(page, true);
    await first.message('Nobody waits').waitFor();
    expect(await page.getByText('The sandbox does not answer').count()).toBe(0);
    await front.say('Seen live again');
    await first.message('Seen live again').waitFor();
    expect([...first.complaints, ...front.complaints]).toEqual([]);
    await first.close();
  });
});
