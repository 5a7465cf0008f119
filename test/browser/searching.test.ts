/** Searching in the page: a misspelt word, pages, and completion while typing. */
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, phone, useWindows } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);

describeInBrowser('searching in the page', () => {
  it('finds what a misspelt word means, page by page, on a phone', async () => {
    for (let number = 1; number <= 7; number += 1) {
      await bot
        .as('kofi')
        .command('/share', { kind: 'concept', title: `Docker lesson ${number}`, body: 'Layers.' });
    }
    const amina = await windows.open('amina', { viewport: phone, isMobile: true, hasTouch: true });
    await amina.command('/search query:dokcer');
    const results = amina.message('Showing results for');
    await results.getByText(/page 1 of 2/).waitFor();
    await results.getByRole('button', { name: 'Next' }).click();
    await results.getByText(/page 2 of 2/).waitFor();
    await results.getByRole('button', { name: 'Previous' }).click();
    await results.getByText(/page 1 of 2/).waitFor();
    const width = await amina.page.locator('body').evaluate((body) => body.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    expect(amina.complaints).toEqual([]);
    await amina.close();
  });

  it('completes an entry by its title while one types, with the keyboard alone', async () => {
    const kofi = await windows.open('kofi');
    const { keyboard } = kofi.page;
    await keyboard.type('/entry view');
    await keyboard.press('Enter');
    await keyboard.type('lesson 3');
    await kofi.page.getByRole('option', { name: /Docker lesson 3/ }).waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await kofi
      .message(/Only you can see this/)
      .getByText('Docker lesson 3')
      .waitFor();
    await kofi.close();
  });

  it('says what is missing before it asks the bot', async () => {
    const kofi = await windows.open('kofi');
    await kofi.page.keyboard.type('/entry view');
    await kofi.page.keyboard.press('Enter');
    await kofi.page.keyboard.press('Escape');
    await kofi.page.getByRole('button', { name: 'Send /entry view' }).click();
    await kofi.page
      .getByText(/entry.*(is required|is needed|needs)|fill in.*entry|This option is required/i)
      .first()
      .waitFor();
    await kofi.close();
  });
});
