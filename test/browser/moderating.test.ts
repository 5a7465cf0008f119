/** What moderators do in the page: set up by the panel, the digest by moving the clock; and a learner who may not. */
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, useWindows } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);

describeInBrowser('moderating in the page', () => {
  it('is not offered to a learner, and refused when asked for', async () => {
    const amina = await windows.open('amina');
    await amina.write('/admin');
    await amina.page
      .getByText(/no commands? match|nothing/i)
      .first()
      .waitFor();
    expect(await amina.page.getByRole('option', { name: /\/admin/ }).count()).toBe(0);
    await amina.close();
    // A role that sees the command, as the Integrations page can arrange, gets the bot's refusal.
    await bot.sandbox.client.setCommandPermissions('Cohort', [{ member: 'kofi' }], 'admin');
    const kofi = await windows.open('kofi');
    await kofi.command('/admin settings');
    await kofi.message('This is for moderators').getByText('Only you can see this').waitFor();
    await kofi.close();
  });

  it('sets everything up in one panel that shows what is set', async () => {
    const owner = await windows.open('owner', { channel: 'moderators' });
    await owner.command('/admin setup');
    const panel = owner.message('Only you can see this');
    await panel
      .getByRole('combobox', { name: /cohort channel/i })
      .first()
      .click();
    await owner.page.getByRole('option', { name: /prodevprojectnexus/ }).click();
    await panel.getByRole('combobox', { name: /weekday/i }).click();
    await owner.page.getByRole('option', { name: 'Monday' }).click();
    await expect
      .poll(async () => {
        const [guild] = await bot.database.query(
          'SELECT channel_id, digest_weekday, set_up_at FROM guilds WHERE id = $1',
          ['700000000000000001'],
        );
        return guild;
      })
      .toMatchObject({
        channel_id: '720000000000000001',
        digest_weekday: 1,
        set_up_at: expect.any(Date) as Date,
      });
    expect(owner.complaints).toEqual([]);
    await owner.close();
  });

  it('sees the digest come when the clock is moved to Monday morning', async () => {
    const amina = await windows.open('amina');
    await amina.command('/share kind:concept title:Indexes are not free body:They cost writes.');
    await amina
      .message('Indexes are not free')
      .getByRole('button', { name: /Helpful/ })
      .waitFor();
    await amina.page.getByRole('button', { name: /^Time for the bot/ }).click();
    await amina.page.getByRole('button', { name: /Next Monday/ }).click();
    await amina.page.keyboard.press('Escape');
    await amina.message('Your cohort’s week').getByText('Indexes are not free').waitFor();
    await amina.close();
  });
});
