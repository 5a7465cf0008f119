/** The built bot over the sandbox: reporting a card, deciding on it in the log channel, and review before publishing. */
import { beforeAll, expect, it } from 'vitest';
import { buttonsOf, type Exchange, type Message, describe as tell, textOf } from '../../sandbox/client.js';
import { behindMore, useBot } from '../support/bot.js';

const bot = useBot();

const said = (exchange: Exchange) => textOf(exchange.message);
const learning = (title: string) => ({ kind: 'concept', title, body: `What ${title} is about` });
const inLog = (wanted: (message: Message) => boolean) => bot.as('owner', 'moderators').waitFor(wanted);

beforeAll(async () => {
  await bot.as('owner').command('/admin setup', {
    channel: '#prodevprojectnexus',
    'moderator-role': '@&Helper',
    'log-channel': '#moderators',
  });
});

it('adds a card to the log channel, a second report joins it, and Hide leaves a neutral line', async () => {
  const shared = await bot.as('amina').command('/share', learning('Buy my course'));
  const form = await behindMore(bot.as('kofi'), shared, 'Report');
  expect(form.outcome, tell(form)).toBe('modal');
  const thanked = await bot.as('kofi').submit(form, { reportReason: 'spam', note: 'Third time today' });
  expect(thanked.ephemeral, tell(thanked)).toBe(true);
  expect(said(thanked)).toContain('Thank you');
  const card = await inLog((message) => textOf(message).includes('Buy my course'));
  expect(buttonsOf(card)).toEqual(['Keep', 'Hide', 'Remove', 'Mute author', 'Go to card']);
  expect(card.mentions).toEqual([]);

  const again = await behindMore(bot.as('kofi'), shared, 'Report');
  expect(said(again)).toContain('already');
  const message = shared.message as Message;
  const menu = await bot.as('wanjiru').contextMenu('Report to moderators', { message });
  await bot.as('wanjiru').submit(menu, { reportReason: 'off-topic' });
  await inLog((shown) => shown.id === card.id && textOf(shown).includes('Spam, Off topic'));

  const learner = await bot.as('kofi', 'moderators').click(card, 'Hide');
  expect(said(learner)).toContain('for moderators');
  const hidden = await bot.as('owner', 'moderators').click(card, 'Hide');
  expect(said(hidden)).toContain('**Hidden**');
  expect(buttonsOf(hidden.message as Message)).toEqual([]);
  await bot.as('kofi').waitFor((shown) => shown.id === message.id && textOf(shown).includes('is hidden by'));
  expect(said(await bot.as('owner').command('/admin queue'))).toContain('All clear');
});

it('is refused with a friendly message if the message is no card', async () => {
  const message = await bot.as('amina').say('Hello!');
  const refused = await bot.as('kofi').contextMenu('Report to moderators', { message });
  expect(refused.ephemeral, tell(refused)).toBe(true);
  expect(said(refused)).toContain('Nothing was reported');
});

it('appears once a moderator publishes it, and only then pings the asker', async () => {
  const asked = await bot
    .as('owner')
    .command('/challenge post', { title: 'Redis loses keys', details: 'At night' });
  const number = /#(\d+)/.exec(said(asked))?.[1] ?? '';
  const panel = await bot.as('owner').command('/admin setup');
  await bot.as('owner').choose(await bot.as('owner').click(panel, 'Safety'), 'n1:setup-review', ['all']);
  const answered = await bot
    .as('amina')
    .command('/challenge solve', { challenge: number, solution: 'Set maxmemory-policy' });
  expect(answered.ephemeral, tell(answered)).toBe(true);
  expect(said(answered)).toContain('A moderator reviews it first');
  const own = /\*\*#(\d+)\*\*/.exec(said(answered))?.[1] ?? '';
  expect(said(await bot.as('amina').command(`/entry view ${own}`))).toContain('waiting for a moderator');
  expect(said(await bot.as('kofi').command(`/entry view ${own}`))).toContain('hidden');
  expect(said(await bot.as('amina').command('/search', { query: 'maxmemory' }))).not.toContain(
    'maxmemory-policy',
  );

  const listed = await bot.as('owner').command('/admin queue');
  expect(said(listed)).toContain('Waiting to be published');
  const published = await bot.as('owner').click(listed, 'Publish');
  expect(said(published)).toContain('Published');
  const card = await bot.as('kofi').waitFor((message) => textOf(message).includes('Set maxmemory-policy'));
  expect(card.mentions.map(({ username }) => username)).toEqual(['owner']);
  expect(buttonsOf(card)).toContain('Accept');

  await bot.as('amina').command('/share', learning('My password is hunter2'));
  const waiting = await inLog((message) => textOf(message).includes('hunter2'));
  const form = await bot.as('owner', 'moderators').click(waiting, 'Decline');
  const declined = await bot.as('owner', 'moderators').submit(form, { reason: 'Leave the password out' });
  expect(said(declined)).toContain('**Declined**');
  expect(said(declined)).not.toContain('hunter2');
});
