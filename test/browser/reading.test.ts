/** Where one reads in a channel, while others write and the bot answers. */
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, useWindows } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);

describeInBrowser('reading further up in a channel', () => {
  it('is not disturbed by what others write, shows that there is news, and ends with a command of one’s own', async () => {
    const kofi = bot.as('kofi', 'general');
    for (let number = 1; number <= 40; number += 1) await kofi.say(`Message ${number}`);
    const window = await windows.open('amina', { channel: 'general' });
    const { page } = window;
    await window.message('Message 40').hover();
    const news = page.getByRole('button', { name: 'New messages' });
    await page.mouse.wheel(0, -200);
    await expect.poll(() => window.message('Message 40').boundingBox()).not.toBeNull();
    await kofi.say('Something new');
    await news.waitFor();
    await news.click();
    await window.message('Something new').hover();
    await expect.poll(() => news.count()).toBe(0);

    await page.mouse.wheel(0, -900);
    await page.getByRole('button', { name: 'Jump to present' }).waitFor();
    await window.command('/help');
    const answer = window.message('Only you can see this');
    await answer.waitFor();
    await expect
      .poll(async () => ((await answer.boundingBox())?.y ?? 0) < (page.viewportSize()?.height ?? 0))
      .toBe(true);
    await expect.poll(() => page.getByRole('button', { name: 'Jump to present' }).count()).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('offers with a message what one may do with it', async () => {
    await bot.as('kofi', 'general').say('Written by Kofi');
    const toolsOf = async (name: string) => {
      const window = await windows.open(name, { channel: 'general' });
      await window.message('Written by Kofi').hover();
      const tools = window.message('Written by Kofi').getByRole('group', { name: 'Message actions' });
      await tools.getByRole('button', { name: 'Reply' }).waitFor();
      const found = await tools.getByRole('button', { name: /^(Edit|Delete)$/ }).count();
      await window.close();
      return found;
    };
    expect(await toolsOf('kofi')).toBe(2);
    expect(await toolsOf('thabo')).toBe(1);
    expect(await toolsOf('amina')).toBe(0);
  });

  it('asks before a message is deleted, from its menu too', async () => {
    const window = await windows.open('kofi', { channel: 'general' });
    await window.say('Soon gone');
    const message = window.message('Soon gone');
    const remove = async () => {
      await message.click({ button: 'right' });
      await window.page.getByRole('menuitem', { name: 'Delete message' }).click();
      return window.page.getByRole('dialog', { name: 'Delete message' });
    };
    await (await remove()).getByRole('button', { name: 'Keep it' }).click();
    expect(await message.count()).toBe(1);
    await (await remove()).getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => message.count()).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
