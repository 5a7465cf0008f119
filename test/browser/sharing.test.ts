/** Sharing in the page: by options and by form, seen live by others, and whatever is written stays text. */
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, useWindows } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);

describeInBrowser('sharing in the page', () => {
  it('works with options, chosen and typed by the keyboard alone', async () => {
    const window = await windows.open('amina');
    const { keyboard } = window.page;
    await keyboard.type('/share');
    await window.page.getByRole('option', { name: /^\/share/ }).waitFor();
    await keyboard.press('Enter');
    await keyboard.type('kind');
    await keyboard.press('Enter');
    await window.page.getByRole('option', { name: /practice/i }).waitFor();
    await keyboard.type('prac');
    await keyboard.press('Enter');
    await keyboard.type('title');
    await keyboard.press('Enter');
    await keyboard.type('Write the test first');
    await keyboard.press('Tab');
    await keyboard.type('body');
    await keyboard.press('Enter');
    await keyboard.type('It failed for the reason I thought.');
    await keyboard.press('Enter');
    const card = window.message('Write the test first');
    await card.getByRole('button', { name: /Helpful/ }).waitFor();
    expect(await card.textContent()).toContain('It failed for the reason I thought.');
    expect(await card.textContent()).toMatch(/Practice · #\d+/);
    const box = window.page.getByRole('textbox', { name: /^Message / });
    await box.and(window.page.locator(':focus')).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('works with the form, which keeps what was typed while something is missing', async () => {
    const window = await windows.open('amina');
    await window.command('/share');
    const form = window.form('Share a learning');
    await form.getByLabel(/^Title/).fill('Small commits');
    await form.getByLabel('In your own words').fill('One thing **at a time**.\n\n```ts\nconst one = 1;\n```');
    await form.getByRole('button', { name: 'Submit' }).click();
    expect(await form.getByLabel(/^Title/).inputValue()).toBe('Small commits');
    await form.getByRole('combobox', { name: /What is it/ }).click();
    await window.page.getByRole('option', { name: /Practice/ }).click();
    await form.getByRole('button', { name: 'Submit' }).click();
    const card = window.message('Small commits');
    await card.getByRole('button', { name: /Helpful/ }).waitFor();
    expect(await card.locator('strong', { hasText: 'at a time' }).count()).toBe(1);
    await card.locator('pre code span', { hasText: 'const' }).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('is seen by another at once, and their Helpful comes back', async () => {
    const [amina, kofi] = [await windows.open('amina'), await windows.open('kofi')];
    await amina.command('/share kind:concept title:Seen by two body:Live.');
    await kofi.message('Seen by two').waitFor();
    await kofi.press('Seen by two', /Helpful/);
    await amina
      .message('Seen by two')
      .getByRole('button', { name: /Helpful 1/ })
      .waitFor();
    await kofi.say('Thank you, Amina!');
    await amina.message('Thank you, Amina!').waitFor();
    await amina.close();
    await kofi.close();
  });

  it('tells a member alone what they alone should see', async () => {
    const [amina, kofi] = [await windows.open('amina'), await windows.open('kofi')];
    await amina.command('/help');
    await amina.message('Only you can see this').waitFor();
    await kofi.say('Still here');
    await kofi.message('Still here').waitFor();
    expect(await kofi.message('Only you can see this').count()).toBe(0);
    await amina.press('Only you can see this', 'Dismiss message');
    await expect.poll(() => amina.message('Only you can see this').count()).toBe(0);
    await amina.close();
    await kofi.close();
  });

  it('shows HTML and scripts as the text they are', async () => {
    const window = await windows.open('amina');
    const nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>';
    await window.say(nasty);
    await window.message('onerror').waitFor();
    await window.command(`/share kind:concept title:${nasty} body:${nasty} [x](javascript:alert(1))`);
    const card = window.message(/document\.title=2.*Concept/s);
    await card.waitFor();
    expect(await card.textContent()).toContain('<script>document.title=2<');
    expect(await window.page.title()).not.toMatch(/^[12]$/);
    expect(await window.page.locator('article img[src="x"], article script, article b').count()).toBe(0);
    expect(await window.page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('is the same after a reload, at the same address', async () => {
    const window = await windows.open('kofi', { channel: 'general' });
    await window.say('I was in general');
    await window.message('I was in general').waitFor();
    await window.page.reload();
    await window.message('I was in general').waitFor();
    expect(window.page.url()).toContain('as=kofi');
    await window.close();
  });
});
