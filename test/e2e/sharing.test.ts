/** The built bot over the sandbox: sharing, editing, deleting, Helpful, Save, Discuss, as members do it. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, describe as tell, textOf } from '../../sandbox/client.js';
import { behindMore, useBot } from '../support/bot.js';

const bot = useBot();

/** The number on a card or in an answer. */
const numberIn = (text: string) => Number(/#(\d+)/.exec(text)?.[1]);

async function share(name: string, title: string, body = 'A body of its own.') {
  const exchange = await bot
    .as(name)
    .command('/share', { kind: 'concept', title, body, tags: 'django, redis' });
  expect(exchange.outcome, tell(exchange)).toBe('message');
  return { exchange, number: numberIn(textOf(exchange.message)) };
}

describe('/share', () => {
  it('with all options posts the card as the public answer, and stores the entry', async () => {
    const { exchange, number } = await share('amina', 'Caching **well**');
    expect(exchange.ephemeral).toBe(false);
    const text = textOf(exchange.message);
    expect(text).toContain('Concept');
    expect(text).toContain('Caching \\*\\*well\\*\\*');
    expect(text).toContain('A body of its own.');
    expect(buttonsOf(exchange.message)).toEqual(['Helpful', 'Save', 'Discuss', '⋯']);
    const rows = await bot.database.query('SELECT title, tags FROM entries WHERE number = $1', [number]);
    expect(rows).toEqual([{ title: 'Caching **well**', tags: ['django', 'redis'] }]);
    // The card is recorded after the answer.
    await expect
      .poll(() => bot.database.query('SELECT message_id FROM cards WHERE entry_number = $1', [number]))
      .toEqual([{ message_id: exchange.message?.id }]);
  });

  it('without options opens a form, and what is submitted becomes the card', async () => {
    const amina = bot.as('amina');
    const form = await amina.command('/share kind:practice title:"Small commits"');
    expect(form.outcome).toBe('modal');
    const exchange = await amina.submit(form, { 'In your own words': 'One thing\nat a time', Tags: 'git' });
    expect(textOf(exchange.message)).toContain('Small commits');
    expect(textOf(exchange.message)).toContain('One thing\nat a time');
    expect(textOf(exchange.message)).toContain('Practice');
  });

  it('from another channel posts the card in the cohort channel, and answers with its link', async () => {
    const exchange = await bot.as('kofi', 'general').command('/share', {
      kind: 'resource',
      title: 'From elsewhere',
      body: 'Text',
    });
    expect(exchange.ephemeral).toBe(true);
    expect(textOf(exchange.message)).toContain('discord.com/channels/700000000000000001/720000000000000001/');
    const card = await bot.as('kofi').waitFor((message) => textOf(message).includes('From elsewhere'));
    expect(buttonsOf(card)).toContain('Helpful');
  });

  it('gives back a text that is too long, in a filled-in form', async () => {
    const amina = bot.as('amina');
    const title = `Long ${'x'.repeat(150)}`;
    const refused = await amina.command('/share', { kind: 'concept', title, body: 'Keep me' });
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toContain('155 characters');
    expect(textOf(refused.message)).toContain('Keep me');
    const form = await amina.click(refused, 'Open the form again');
    expect(JSON.stringify(form.modal)).toContain('Keep me');
    const shared = await amina.submit(form, { Title: 'Short enough' });
    expect(textOf(shared.message)).toContain('Short enough');
    expect(textOf(shared.message)).toContain('Keep me');
  });

  it.each([
    ['only spaces', '   ', 'needs a title'],
    ['zero-width marks', '\u200b\u200d', 'needs a title'],
  ])('refuses a title of %s kindly', async (_name, title, sentence) => {
    const refused = await bot.as('amina').command('/share', { kind: 'concept', title, body: 'Body' });
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toContain(sentence);
  });

  it.each([
    ['emoji', '🎉🔥'],
    ['right-to-left text', 'تعلمت شيئا جديدا'],
    ['NUL within it', 'be\u0000fore'],
    ['a mention of a role', '<@&710000000000000001> look'],
    ['a masked link', '[bank](https://evil.example)'],
  ])('takes a title and body of %s, and pings nobody', async (_name, text) => {
    const exchange = await bot.as('amina').command('/share', { kind: 'takeaway', title: text, body: text });
    expect(exchange.outcome, tell(exchange)).toBe('message');
    expect(exchange.message?.mention_everyone).toBe(false);
    expect(exchange.message?.mentions).toEqual([]);
    expect(textOf(exchange.message)).not.toMatch(/(?<!\\)\[bank\]\(/);
    expect(textOf(exchange.message)).not.toMatch(/@everyone/);
  });

  it('shortens the longest text on its card, and shows all of it on request', async () => {
    const body = `Begin ${'word '.repeat(790)}end`;
    const { exchange, number } = await share('amina', 'Long read', body);
    expect(textOf(exchange.message)).not.toContain('end');
    const whole = await bot.as('kofi').click(exchange, 'Read all');
    expect(whole.ephemeral).toBe(true);
    const file = whole.message && new TextDecoder().decode(await bot.sandbox.client.download(whole.message));
    expect(file).toContain(body);
    expect(number).toBeGreaterThan(0);
  });
});

describe('buttons of a card', () => {
  it('Helpful counts once per member, refuses the author, and can be taken back', async () => {
    const { exchange } = await share('amina', 'Worth a vote');
    const refused = await bot.as('amina').click(exchange, 'Helpful');
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toContain('your own entry helpful');
    await bot.as('kofi').click(exchange, 'Helpful');
    const second = await bot.as('wanjiru').click(exchange, 'Helpful');
    expect(buttonsOf(second.message)[0]).toBe('Helpful 2');
    const back = await bot.as('kofi').click(exchange, 'Helpful');
    expect(buttonsOf(back.message)[0]).toBe('Helpful 1');
  });

  it('Helpful ends with the correct count if answers overtake each other', async () => {
    const { exchange } = await share('amina', 'Pressed by all at once');
    await bot.sandbox.client.trouble({ kind: 'delay', ms: 200, route: '/interactions/*', times: 1 });
    await Promise.all(
      ['kofi', 'wanjiru', 'thabo', 'owner'].map((name) => bot.as(name).click(exchange, 'Helpful')),
    );
    await expect
      .poll(async () => {
        const channel = await bot.as('kofi').read();
        return buttonsOf(channel.find(({ id }) => id === exchange.message?.id))[0];
      })
      .toBe('Helpful 4');
  });

  it('Save saves it for that member only', async () => {
    const { exchange } = await share('amina', 'Worth keeping');
    const saved = await bot.as('kofi').click(exchange, 'Save');
    expect(saved.ephemeral).toBe(true);
    expect(textOf(saved.message)).toContain('saved for you');
  });

  it('Discuss opens one thread, however many people press it', async () => {
    const { exchange } = await share('amina', 'Worth a talk');
    const links = await Promise.all(
      ['kofi', 'wanjiru'].map((name) => bot.as(name).click(exchange, 'Discuss')),
    );
    expect(new Set(links.map((link) => textOf(link.message))).size).toBe(1);
    expect(textOf(links[0]?.message)).toContain(exchange.message?.id);
  });

  it('Discuss works for someone faster than the bot records its card', async () => {
    const { exchange } = await share('amina', 'Hot off the press');
    await bot.database.query('DELETE FROM cards WHERE message_id = $1', [exchange.message?.id]);
    const link = await bot.as('kofi').click(exchange, 'Discuss');
    expect(textOf(link.message)).toContain(exchange.message?.id);
  });

  it('Edit is for the author, updates the card, and keeps the history', async () => {
    const { exchange, number } = await share('amina', 'First words');
    const others = await bot.as('kofi').click(exchange, '⋯');
    expect(buttonsOf(others.message)).not.toContain('Edit');
    const form = await behindMore(bot.as('amina'), exchange, 'Edit');
    const edited = await bot.as('amina').submit(form, { Title: 'Second words' });
    expect(edited.ephemeral).toBe(true);
    await bot
      .as('kofi')
      .waitFor((message) => message.id === exchange.message?.id && textOf(message).includes('Second words'));
    const history = await bot.as('kofi').command(`/entry history ${number}`);
    expect(textOf(history.message)).toContain('First words');
  });

  it('Delete leaves a neutral line, and Undo brings the card back', async () => {
    const { exchange, number } = await share('amina', 'On second thoughts');
    const others = await bot.as('kofi').click(exchange, '⋯');
    expect(buttonsOf(others.message)).not.toContain('Delete');
    const deleted = await behindMore(bot.as('amina'), exchange, 'Delete');
    const isCard = (id: string) => id === exchange.message?.id;
    await bot.as('kofi').waitFor((message) => isCard(message.id) && textOf(message).includes('was deleted'));
    const gone = await bot.as('kofi').command(`/entry view #${number}`);
    expect(textOf(gone.message)).toContain('was deleted');
    await bot.as('amina').click(deleted, 'Undo');
    await bot
      .as('kofi')
      .waitFor((message) => isCard(message.id) && textOf(message).includes('On second thoughts'));
  });

  it.each([
    'n0:helpful:1',
    'n1:helpful:x',
    'something else',
    'n1:helpful:0',
    'n1:unknown:1',
    'n1:helpful:1:2:3',
  ])('of an older version (%s) gets a kind answer', async (customId) => {
    const button = { type: 2, style: 2, label: 'Old', custom_id: customId };
    const response = await fetch(`${bot.sandbox.apiUrl}/v10/channels/720000000000000001/messages`, {
      method: 'POST',
      headers: { authorization: 'Bot sandbox-token-for-tests', 'content-type': 'application/json' },
      body: JSON.stringify({ flags: 1 << 15, components: [{ type: 1, components: [button] }] }),
    });
    const { id } = (await response.json()) as { id: string };
    const answer = await bot.as('amina').click(id, 'Old');
    expect(answer.ephemeral, tell(answer)).toBe(true);
    expect(textOf(answer.message)).toContain('older version');
  });
});

describe('/entry', () => {
  it.each(['view', 'edit', 'delete', 'restore', 'history'])(
    '%s of a number that is not there says so',
    async (name) => {
      for (const entry of ['99999', '#0', 'docker', '99999999999']) {
        const exchange = await bot.as('amina').command(`/entry ${name}`, { entry });
        expect(exchange.ephemeral, tell(exchange)).toBe(true);
        expect(textOf(exchange.message)).toContain('There’s no entry');
      }
    },
  );

  it('does not show entries of another guild', async () => {
    const { number } = await share('amina', 'Ours alone');
    const elsewhere = bot.as('amina', 'prodevprojectnexus', 'Elsewhere');
    expect(textOf((await elsewhere.command(`/entry view ${number}`)).message)).toContain('There’s no entry');
  });

  it('edit, delete and restore are for the author', async () => {
    const { number } = await share('amina', 'Mine');
    for (const name of ['edit', 'delete']) {
      expect(textOf((await bot.as('kofi').command(`/entry ${name} ${number}`)).message)).toContain(
        'Only the author',
      );
    }
    await bot.as('amina').command(`/entry delete ${number}`);
    expect(textOf((await bot.as('kofi').command(`/entry restore ${number}`)).message)).toContain(
      'Only the author',
    );
    expect(textOf((await bot.as('amina').command(`/entry restore ${number}`)).message)).toContain('is back');
  });

  it('accepts a form submitted after its entry is gone, and gives the text back', async () => {
    const { exchange, number } = await share('amina', 'Soon gone');
    const form = await behindMore(bot.as('amina'), exchange, 'Edit');
    await bot.as('amina').command(`/entry delete ${number}`);
    const late = await bot.as('amina').submit(form, { 'In your own words': 'My careful new text' });
    expect(late.ephemeral).toBe(true);
    expect(textOf(late.message)).toContain('was deleted');
    expect(textOf(late.message)).toContain('My careful new text');
  });
});
