/** The language of whom the page is used as: chosen in the page, followed at once, and right to left where it must. */
import { expect, it } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, desktop, phone, useWindows, type Window } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);

/** Chooses a language in the settings, which are in another one until then. */
async function choose(window: Window, settings: string, language: string, wanted: string): Promise<void> {
  const { page } = window;
  await page.getByRole('button', { name: settings, exact: true }).click();
  await page.getByRole('dialog', { name: settings }).getByRole('combobox', { name: language }).click();
  await page.keyboard.type(wanted);
  await page.keyboard.press('Enter');
}

/** What a bot registered, in French. */
interface Localized {
  name: string;
  name_localizations?: { fr?: string };
  description_localizations?: { fr?: string };
}
type Offered = Localized & { options: (Localized & { choices?: Localized[] })[] };

describeInBrowser('the language of a member', () => {
  it('is chosen in the settings, and followed at once, in their other windows too', async () => {
    const [amina, other, kofi] = [
      await windows.open('amina'),
      await windows.open('amina'),
      await windows.open('kofi'),
    ];
    await choose(amina, 'Settings', 'Language', 'fran');
    await amina.page.getByRole('heading', { name: 'Langue' }).waitFor();
    await other.page.getByRole('textbox', { name: 'Envoyer un message dans #prodevprojectnexus' }).waitFor();
    expect(await other.page.locator('html').getAttribute('lang')).toBe('fr');
    await other.page.getByRole('heading', { name: /^En ligne/ }).waitFor();
    // Each person has their own.
    await kofi.page.getByRole('textbox', { name: 'Message #prodevprojectnexus' }).waitFor();
    await amina.page.keyboard.press('Escape');
    await amina.page.getByRole('region', { name: 'Toi' }).getByRole('button').first().click();
    await amina.page.getByRole('option', { name: /Kofi/ }).click();
    await amina.page.getByRole('textbox', { name: 'Message #prodevprojectnexus' }).waitFor();
    expect(await amina.page.locator('html').getAttribute('lang')).toBe('en');
    await amina.page.goBack();
    await amina.page.getByRole('textbox', { name: /^Envoyer un message/ }).waitFor();
    await other.page.reload();
    await other.page.getByRole('textbox', { name: /^Envoyer un message/ }).waitFor();
    expect([...amina.complaints, ...other.complaints, ...kofi.complaints]).toEqual([]);
    for (const window of [amina, other, kofi]) await window.close();
  });

  it('is that of commands, their options and choices, and of Discord’s words around the answers', async () => {
    await bot.sandbox.client.changeUser('amina', { locale: 'fr' });
    const window = await windows.open('amina');
    const { page } = window;
    const share = (await bot.as('amina').commands()).find(
      (one) => one.name === 'share',
    ) as unknown as Offered;
    const kind = share.options.find((one) => one.name === 'kind');
    const [choice] = kind?.choices ?? [];
    const texts = [
      share.description_localizations,
      kind?.description_localizations,
      choice?.name_localizations,
    ];
    const [about, aboutKind, choiceName] = texts.map((one) => one?.fr ?? 'nothing in French');
    await window.write('/share');
    await page.getByRole('listbox', { name: 'Commandes' }).getByText(`${about}`).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox', { name: 'Options' }).getByText(`${aboutKind}`).waitFor();
    await page.keyboard.type('kind');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: `${choiceName}` }).waitFor();
    // The list, the field's panel, the command: each is left by itself.
    for (const _ of [1, 2]) await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: /^Envoyer un message/ }).waitFor();
    await window.command('/help');
    const answer = window.message('Visible par toi uniquement');
    await answer.waitFor();
    expect(await answer.textContent()).toContain('a utilisé /help');
    await answer.getByRole('button', { name: 'Masquer le message' }).click();
    await expect.poll(() => answer.count()).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('is that of a form around the bot’s own fields, and of what is wrong in it', async () => {
    await bot.sandbox.client.changeUser('amina', { locale: 'fr' });
    const window = await windows.open('amina', { viewport: phone });
    const { page } = window;
    await window.command('/share');
    const form = page.getByRole('dialog');
    await form.getByText(/L’application ne voit ce que tu écris/).waitFor();
    await form.getByRole('button', { name: 'Envoyer' }).click();
    await form.getByText('Remplis ce champ.').first().waitFor();
    const width = await page.locator('html').evaluate((root) => root.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('leaves Discord’s words in English where the page has no others', async () => {
    await bot.sandbox.client.changeUser('wanjiru', { locale: 'de' });
    const window = await windows.open('wanjiru', { channel: 'general' });
    await window.say('Guten Tag');
    await window.message('Guten Tag').waitFor();
    const today = new Intl.DateTimeFormat('de', { dateStyle: 'full' }).format(new Date());
    await window.page.getByRole('separator', { name: today }).waitFor();
    expect(await window.page.locator('html').getAttribute('lang')).toBe('en');
    await window.close();
  });
});

/** The left and right edge of a piece of a message's text, which stands in one line. */
function edges(
  window: Window,
  message: string,
  piece: string,
): Promise<{ left: number; right: number; top: number }> {
  const text = window.message(message).locator('.markdown').filter({ hasText: piece }).last();
  return text.evaluate((element, wanted) => {
    const page = element.ownerDocument;
    const SHOW_TEXT = 4;
    const texts = page.createTreeWalker(element, SHOW_TEXT);
    while (texts.nextNode()) {
      const at = (texts.currentNode.nodeValue ?? '').indexOf(wanted);
      if (at === -1) continue;
      const range = page.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + wanted.length);
      const { left, right, top } = range.getBoundingClientRect();
      return { left, right, top };
    }
    throw new Error(`${wanted} is not in the message.`);
  }, piece);
}

describeInBrowser('a text in Arabic', () => {
  it('runs from right to left past numbers, mentions and code, each of which reads as it should', async () => {
    const window = await windows.open('kofi', { channel: 'general' });
    const userId = (await bot.sandbox.client.guild('Cohort')).members.find(
      (one) => one.name === 'thabo',
    )?.userId;
    // 'Hello <mention>, run `npm test -- --run` now, 3 of 5.', with an English line below.
    await bot
      .as('amina', 'general')
      .say(`مرحبا <@${userId}> شغل \`npm test -- --run\` الآن 3 من 5.\nThen it works (مرحبا) again.`);
    const message = window.message('مرحبا');
    await message.waitFor();
    const at = (piece: string) => edges(window, 'مرحبا', piece);
    const [hello, mention, run, code, now, three, of, five, dot] = await Promise.all(
      ['مرحبا', '@Thabo', 'شغل', 'npm test -- --run', 'الآن', '3', 'من', '5', '.'].map(at),
    );
    const inOrder = [hello, mention, run, code, now, three, of, five, dot];
    for (const [index, piece] of inOrder.slice(1).entries())
      expect(piece?.right, `piece ${index + 1}`).toBeLessThanOrEqual((inOrder[index]?.left ?? 0) + 1);
    // Code reads from left to right, whatever is around it.
    const [npm, flag] = await Promise.all([at('npm'), at('--run')]);
    expect(npm.right).toBeLessThan(flag.left);
    // The text begins at the right edge of its place, the line in English at the left one.
    const place = await message.locator('.markdown').boundingBox();
    const [left, right] = [place?.x ?? 0, (place?.x ?? 0) + (place?.width ?? 0)];
    expect(Math.abs((hello?.right ?? 0) - right)).toBeLessThan(4);
    const [then, again] = await Promise.all([at('Then'), at('again.')]);
    expect(Math.abs(then.left - left)).toBeLessThan(4);
    expect(then.right).toBeLessThan(again.left);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('has its lists and headings at its own side, on a card as well', async () => {
    const window = await windows.open('kofi');
    await bot.as('amina').command('/share', {
      kind: 'practice',
      title: 'اختبر أولا',
      body: 'لماذا يعمل هذا مع 2 خيوط:\n- الخطوة الأولى `git pull`\n- الثانية',
    });
    const card = window.message('اختبر أولا');
    await card.waitFor();
    const item = card.locator('li', { hasText: 'الثانية' });
    expect(await item.evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).direction)).toBe(
      'rtl',
    );
    const [box, text] = [await item.boundingBox(), await edges(window, 'اختبر أولا', 'الثانية')];
    expect(Math.abs(text.right - ((box?.x ?? 0) + (box?.width ?? 0)))).toBeLessThan(8);
    await window.close();
  });

  it('reads in order in cards, results, lists and digests, on a desktop and on a phone', async () => {
    const [kofi, amina, owner] = [bot.as('kofi'), bot.as('amina'), bot.as('owner')];
    // 'Why does docker compose fail (twice)?', and 'Change port 5432 to 5433 in `compose.yaml`.'
    const asked = await kofi.command('/challenge post', {
      title: 'لماذا يفشل docker compose (مرتين)؟',
      details: 'عندي `docker swarm`، ثم `EADDRINUSE: 5432`.',
      tags: 'شبكة',
    });
    const challenge = /#\d+/.exec(textOf(asked.message))?.[0] ?? 'none';
    const solved = await amina.command('/challenge solve', {
      challenge: challenge.slice(1),
      solution: 'غير المنفذ 5432 إلى 5433 في `compose.yaml`.',
    });
    const solution = /#(\d+)/.exec(textOf(solved.message).replaceAll(challenge, ''))?.[1] ?? 'none';
    for (const viewport of [desktop, phone]) {
      const window = await windows.open('kofi', { viewport });
      const order = async (message: string, pieces: string[]) => {
        await window.message(message).waitFor();
        const at = await Promise.all(pieces.map((piece) => edges(window, message, piece)));
        for (const [index, piece] of at.slice(1).entries()) {
          const before = at[index] ?? piece;
          // What comes next is further to the left, or on a line further down.
          if (piece.top < before.top + 8)
            expect(piece.right, `${message}: ${pieces[index + 1]}`).toBeLessThanOrEqual(before.left + 1);
          expect(piece.top).toBeGreaterThan(before.top - 8);
        }
      };
      await order('غير المنفذ', ['المنفذ', '5432', 'إلى', '5433', 'compose.yaml']);
      await window.command('/search query:docker');
      // A word in bold keeps its place in the line.
      await order('Results for “docker”', ['عندي', 'swarm', 'EADDRINUSE']);
      await window.command('/challenge list');
      // What the bot says of an entry stays at the left of its title.
      await window.message('Open challenges').waitFor();
      const [title, sign] = [
        await edges(window, 'Open challenges', 'لماذا'),
        await edges(window, 'Open challenges', challenge),
      ];
      expect(sign.right).toBeLessThan(title.left);
      const width = await window.page.locator('html').evaluate((root) => root.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      expect(window.complaints).toEqual([]);
      await window.close();
    }
    await kofi.command('/challenge accept', { solution });
    await owner.command('/admin digest schedule', { day: 'monday', time: '9am', timezone: 'UTC' });
    const window = await windows.open('kofi', { viewport: phone });
    await window.command('/digest preview');
    const preview = window
      .message(/Only you can see this/)
      .getByText('لماذا')
      .first();
    await preview.waitFor();
    await window.close();
  });
});
