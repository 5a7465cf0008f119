/** From the conversation: a chat message becomes an entry, a picture is seen, and what is behind `⋯`. */
import { expect, it } from 'vitest';
import { drawn } from '../../scripts/cohort/pictures.js';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, phone, useWindows } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);
const file = { name: 'times.png', type: 'image/png', content: drawn('filter-times') };

describeInBrowser('from the conversation', () => {
  it('a message is saved from its menu, and its card names both', async () => {
    await bot.as('kofi', 'general').say('Close the connection in a finally block, or the pool runs dry.');
    const window = await windows.open('amina', { channel: 'general' });
    const message = window.message('the pool runs dry');
    await message.click({ button: 'right' });
    await window.page.getByRole('menuitem', { name: /Save as learning/ }).click();
    const form = window.page.getByRole('dialog').filter({ hasText: 'Save' });
    await form.getByRole('button', { name: 'Submit' }).click();
    await window.message(/Kept as|Saved as|#\d+/).waitFor();
    await window.close();

    const reader = await windows.open('kofi', { viewport: phone, isMobile: true, hasTouch: true });
    const card = reader.message('the pool runs dry');
    await card.getByText('saved by').waitFor();
    const buttons = await card.getByRole('button').allTextContents();
    expect(buttons.filter((label) => /Helpful|Save|Discuss|⋯/.test(label)).length).toBeLessThanOrEqual(5);
    await card.getByRole('button', { name: '⋯' }).click();
    const more = reader.message('Only you can see this');
    await more.getByRole('button', { name: 'Delete' }).waitFor();
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });

  it.each([
    ['at a desk', {}],
    ['on a phone', { viewport: phone, isMobile: true, hasTouch: true }],
  ])('a picture is painted within its card, and described, %s', async (where, options) => {
    const title = `Filter times ${where}`;
    await bot
      .as('amina')
      .command(
        '/share',
        { kind: 'practice', title, body: 'Measured.', 'picture-description': 'Two bars' },
        { picture: file },
      );
    const window = await windows.open('kofi', options);
    const card = window.message(title);
    const picture = card.getByRole('img', { name: 'Two bars' });
    await picture.waitFor();
    const isLoaded = () =>
      picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    await expect.poll(isLoaded).toBe(640);
    const [inner, outer] = [await picture.boundingBox(), await card.boundingBox()];
    expect(inner?.width).toBeGreaterThan(100);
    expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual(
      (outer?.x ?? 0) + (outer?.width ?? 0) + 1,
    );
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
