/** The built bot over the sandbox: messages of the chat saved as entries of their authors. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';
import { pngFile } from '../support/pictures.js';

const bot = useBot();
const general = (name: string) => bot.as(name, 'general');
const numberIn = (text: string) => Number(/#(\d+)/.exec(text)?.[1]);
const direct = (name: string) => bot.as(name).in('dm');
const menus = ['Save as learning', 'Save as challenge', 'Use as solution'] as const;

/** What kofi is told in private of what others saved, once there is something about this entry. */
const noticeOf = (name: string, number: number) =>
  direct(name).waitFor((message) => textOf(message).includes(`#${number}`), { channel: 'dm' });

async function savedLearning(content: string, by = 'amina') {
  const message = await general('kofi').say(content);
  const form = await general(by).contextMenu('Save as learning', { message });
  expect(form.outcome, tell(form)).toBe('modal');
  const saved = await general(by).submit(form);
  expect(saved.outcome, tell(saved)).toBe('message');
  return { message, saved, number: numberIn(textOf(saved.message)) };
}

const cardOf = (number: number) =>
  bot.as('amina').waitFor((message) => textOf(message).includes(`· #${number} ·`));

describe('Save as learning', () => {
  it('fills the form from the message, and credits its author and who saved it', async () => {
    await bot
      .as('wanjiru')
      .command('/share', { kind: 'concept', title: 'Indexes', body: 'B', tags: 'postgresql, django' });
    const content =
      'Select_related joins in SQL. It saved me **forty** queries in Django on Postgres:\n```py\nBook.objects.select_related("author")\n```';
    const message = await general('kofi').say(content);
    const form = await general('amina').contextMenu('Save as learning', { message });
    const shown = JSON.stringify(form.modal);
    expect(shown).toContain('"Select_related joins in SQL"');
    expect(shown).toContain('```py');
    expect(shown).toContain('django');
    expect(shown).toContain('postgresql');
    const saved = await general('amina').submit(form, { 'What is it?': 'technology' });
    const number = numberIn(textOf(saved.message));
    const card = textOf(await cardOf(number));
    expect(card).toContain(`by <@`);
    expect(card).toContain(
      'from [a message](https://discord.com/channels/700000000000000001/720000000000000002/',
    );
    expect(card).toContain(message.id);
    expect(card).toMatch(/· saved by <@\d+>/);
    const [entry] = await bot.database.query(
      `SELECT m.display_name AS author, e.tags FROM entries e JOIN members m ON m.user_id = e.author_id AND m.guild_id = e.guild_id
        WHERE e.number = $1 AND e.guild_id = 700000000000000001`,
      [number],
    );
    expect(entry).toMatchObject({ author: 'Kofi' });
    expect(JSON.stringify(entry)).toContain('django');
  });

  it('tells the author, whose Remove takes it away for good', async () => {
    const { message, number } = await savedLearning('Rate limits belong in the proxy, not in the view.');
    const notice = await noticeOf('kofi', number);
    expect(textOf(notice)).toContain('saved what you wrote in the chat of **Cohort**');
    expect(buttonsOf(notice)).toContain('Remove');
    const stranger = await direct('kofi').click(notice, 'Remove');
    expect(textOf(stranger.message)).toContain('is removed');
    await bot.as('amina').waitFor((one) => textOf(one).includes(`#${number} was deleted by its author`));
    const again = await general('wanjiru').contextMenu('Save as learning', { message });
    expect(textOf(again.message)).toContain('its author removed it');
  });

  it('says that the words were changed, on the card and to the author', async () => {
    const message = await general('kofi').say('Caching is hard to undo.');
    const form = await general('amina').contextMenu('Save as learning', { message });
    const saved = await general('amina').submit(form, { 'In your own words': 'Caching is easy, says Kofi.' });
    const number = numberIn(textOf(saved.message));
    expect(textOf(await cardOf(number))).toContain('saved and edited by');
    expect(textOf(await noticeOf('kofi', number))).toContain('changed its words');
  });

  it('gives points to the author, and lets only them edit', async () => {
    const { number } = await savedLearning('Small migrations deploy without fear.');
    const ranks = textOf((await bot.as('amina').command('/leaderboard period:all')).message);
    expect(ranks.indexOf('Kofi') === -1 ? ranks : 'Kofi').toMatch(/Kofi|<@/);
    const refused = await bot.as('amina').command(`/entry edit ${number}`);
    expect(textOf(refused.message)).toContain('Only the author');
    expect((await bot.as('kofi').command(`/entry edit ${number}`)).outcome).toBe('modal');
  });

  it('takes a message once, however many save it', async () => {
    const message = await general('kofi').say('One message makes one entry, not two.');
    const forms = await Promise.all(
      ['amina', 'wanjiru'].map((name) => general(name).contextMenu('Save as learning', { message })),
    );
    const told = await Promise.all([
      general('amina').submit(forms[0] as never),
      general('wanjiru').submit(forms[1] as never),
    ]);
    const texts = told.map((one) => textOf(one.message));
    expect(texts.filter((text) => text.startsWith('Posted as'))).toHaveLength(1);
    const rows = await bot.database.query('SELECT count(*)::int AS n FROM captures WHERE message_id = $1', [
      message.id,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('gives the form back, filled in, with everything that is wrong in it', async () => {
    const message = await general('kofi').say('Logs are for people.');
    const form = await general('amina').contextMenu('Save as learning', { message });
    const refused = await general('amina').submit(form, {
      Title: '\u200b',
      Tags: 'a,b,c,d,e,f',
      Link: 'nowhere',
    });
    expect(textOf(refused.message)).toContain('needs a title');
    expect(textOf(refused.message)).toContain('at most 5 tags');
    expect(textOf(refused.message)).toContain('web address');
    const again = await general('amina').click(refused, 'Open the form again');
    expect(JSON.stringify(again.modal)).toContain('Logs are for people.');
    const saved = await general('amina').submit(again, {
      Title: 'Logs are for people',
      Tags: 'logs',
      Link: '',
    });
    expect(textOf(saved.message)).toContain('Posted as');
  });

  it('takes the pictures of the message along, which outlive it', async () => {
    const files = ['a', 'b'].map((name) => ({ ...pngFile, name: `${name}.png` }));
    const notes = { name: 'notes.txt', type: 'text/plain', content: 'no picture' };
    const message = await general('kofi').say('My dashboard before and after', {
      files: [files[0] as never, notes, files[1] as never],
    });
    const form = await general('amina').contextMenu('Save as learning', { message });
    const saved = await general('amina').submit(form);
    expect(saved.followUps).toEqual([]);
    const number = numberIn(textOf(saved.message));
    await general('kofi').delete(message);
    const card = await cardOf(number);
    expect(card.attachments.map(({ filename }) => filename)).toEqual(['picture-1.png', 'picture-2.png']);
    for (const { url } of card.attachments) expect((await fetch(url)).status).toBe(200);
    const view = JSON.stringify((await bot.as('amina').command(`/entry view ${number}`)).message?.components);
    expect(view.match(/"media":/g)).toHaveLength(2);
  });

  it('takes a message that is nothing but a picture', async () => {
    const message = await general('kofi').say('', { files: [pngFile] });
    const form = await general('amina').contextMenu('Save as challenge', { message });
    const saved = await general('amina').submit(form, { Title: 'What does this error mean?' });
    const card = await cardOf(numberIn(textOf(saved.message)));
    expect(card.attachments).toHaveLength(1);
  });

  it('of one’s own message names nobody who saved it, and tells nobody', async () => {
    const message = await general('amina').say('I finally understand closures.');
    const form = await general('amina').contextMenu('Save as learning', { message });
    const saved = await general('amina').submit(form);
    const card = textOf(await cardOf(numberIn(textOf(saved.message))));
    expect(card).toContain('from [a message]');
    expect(card).not.toContain('saved by');
  });
});

describe('Save as challenge and Use as solution', () => {
  it('make a pair of two messages, each its author’s', async () => {
    const question = await general('kofi').say(
      'Why does my container exit at once? It prints nothing at all.',
    );
    const asking = await general('amina').contextMenu('Save as challenge', { message: question });
    const asked = await general('amina').submit(asking);
    const challenge = numberIn(textOf(asked.message));
    const answer = await general('wanjiru').say(
      'PID 1 ended: run the server in the foreground.\n`exec gunicorn`',
    );
    const form = await general('amina').contextMenu('Use as solution', { message: answer });
    const solved = await general('amina').submit(form, {
      'Which challenge does it solve?': String(challenge),
    });
    const solution = numberIn(textOf(solved.message));
    expect(textOf(await cardOf(solution))).toContain('exec gunicorn');
    // Amina saved both and is the author of neither: the asker accepts.
    const refused = await bot.as('amina').command(`/challenge accept ${solution}`);
    expect(textOf(refused.message)).toContain('Only the asker');
    const accepted = await bot.as('kofi').command(`/challenge accept ${solution}`);
    expect(textOf(accepted.message)).toContain('Thank you');
  });
});

describe('what is not taken', () => {
  it.each(menus)('%s refuses a channel that not everyone can read', async (menu) => {
    await bot.sandbox.client.setOverwrite('Cohort', 'moderators', {
      role: '@everyone',
      deny: ['VIEW_CHANNEL'],
    });
    const message = await bot.as('owner', 'moderators').say('Between us moderators.');
    const refused = await bot.as('owner', 'moderators').contextMenu(menu, { message });
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toContain('Not everyone here can read this channel');
  });

  it('refuses a private thread, and takes a public one', async () => {
    const closed = await general('kofi').openThread('Quietly', { private: true });
    const inside = bot.as('kofi', closed.id);
    const message = await inside.say('Said in private.');
    const refused = await inside.contextMenu('Save as learning', { message });
    expect(textOf(refused.message)).toContain('Not everyone here');
    const open = await general('kofi').openThread('Openly');
    const said = await bot.as('kofi', open.id).say('Said for all in a thread.');
    const form = await bot.as('amina', open.id).contextMenu('Save as learning', { message: said });
    expect(form.outcome, tell(form)).toBe('modal');
  });

  it('refuses messages of bots, of muted members, and of those who chose so', async () => {
    const shared = await bot
      .as('amina')
      .command('/share', { kind: 'concept', title: 'A card', body: 'Of mine' });
    const ofBot = await bot.as('kofi').contextMenu('Save as learning', { message: shared });
    expect(textOf(ofBot.message)).toContain('message of an app');

    const profile = await bot.as('wanjiru').command('/profile view');
    await bot.as('wanjiru').click(profile, 'Don’t save my messages');
    const message = await general('wanjiru').say('Please leave my words in the chat.');
    const refused = await general('amina').contextMenu('Save as learning', { message });
    expect(textOf(refused.message)).toContain('I don’t save messages of this member');
    // Their own are theirs to save.
    expect((await general('wanjiru').contextMenu('Save as learning', { message })).outcome).toBe('modal');
    await bot
      .as('wanjiru')
      .click(await bot.as('wanjiru').command('/profile view'), 'Let others save my messages');

    const form = await general('amina').contextMenu('Save as learning', { message });
    expect(form.outcome).toBe('modal');
    await bot.as('owner').command('/admin member mute', { member: '@wanjiru', duration: '1h' });
    const late = await general('amina').submit(form);
    expect(textOf(late.message)).toContain('I don’t save messages of this member');
    await bot.as('owner').command('/admin member unmute', { member: '@wanjiru' });
  });

  it('passes the guard: a secret is refused, and the form comes back', async () => {
    const message = await general('kofi').say(
      'My key is ghp_x7Kq2Vn9RwPz4LmT8sYb3HcJ6dFg1aQe5UoN, does it work?',
    );
    const form = await general('amina').contextMenu('Save as challenge', { message });
    const refused = await general('amina').submit(form);
    expect(refused.ephemeral).toBe(true);
    expect(await bot.database.query(`SELECT 1 FROM entries WHERE body LIKE '%ghp_%'`)).toEqual([]);
    expect(textOf(refused.message)).not.toContain('Posted');
  });

  it('is told at the next command when direct messages are closed', async () => {
    await bot.sandbox.client.changeUser('kofi', { closedDms: true });
    const { number } = await savedLearning('Told where I can be told.');
    await expect
      .poll(
        () =>
          bot.database.query(
            `SELECT 1 FROM outbox_messages WHERE topic = 'notice' AND due_at IS NULL AND payload->>'entryNumber' = $1`,
            [String(number)],
          ),
        { timeout: 10_000 },
      )
      .toHaveLength(1);
    const next = await bot.as('kofi').command('/help');
    const told = await bot.sandbox.client.exchange(next.id, { followUps: 1, timeout: 10_000 });
    expect(told.followUps.map(textOf).join()).toContain(`#${number}`);
    await bot.sandbox.client.changeUser('kofi', { closedDms: false });
  });
});

describe('Turn this thread into a solution', () => {
  it('says what to do where Discord keeps the texts of threads back', async () => {
    const asked = await bot
      .as('amina')
      .command('/challenge post', { title: 'Which shell?', details: 'For scripts.' });
    await bot.as('kofi').click(asked, 'Discuss');
    const thread = String(asked.message?.id);
    const said = await bot.as('kofi', thread).say('Whatever POSIX says: sh.');
    const told = await bot
      .as('amina')
      .click(await bot.as('amina').click(asked, '⋯'), 'Turn this thread into a solution');
    expect(textOf(told.message)).toContain('Discord doesn’t let me read');
    const form = await bot.as('amina', thread).contextMenu('Use as solution', { message: said });
    const chosen = JSON.stringify(form.modal);
    expect(chosen).toMatch(/Which shell\?","value":"\d+","default":true/);
  });
});
