/** Moderation through the built bot: what disappears and comes back for everyone, and who is notified where. */
import { describe, expect, it } from 'vitest';
import { type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();
const said = (exchange: Exchange) =>
  [exchange.message, ...exchange.followUps].map((message) => textOf(message)).join('\n');
const moderator = () => bot.as('owner', 'moderators');
const shown = async (channel: string) =>
  (await bot.as('owner').read(channel, { limit: 50 })).map((message) => textOf(message));
const direct = async (name: string) =>
  (await bot.as(name).in('dm').read('dm', { limit: 50 })).map((message) => textOf(message));
const search = async (query: string) => said(await bot.as('kofi').command('/search', { query }));

describe('an entry', () => {
  it('disappears for everyone when hidden, is logged, and its author gets a notice; restoring undoes it', async () => {
    await moderator().command('/admin setup', {
      channel: '#prodevprojectnexus',
      'log-channel': '#moderators',
    });
    const card = await bot
      .as('amina')
      .command('/share', { kind: 'concept', title: 'Quaggas graze', body: 'In the evening.' });
    expect(await search('quaggas')).toContain('Quaggas graze');

    const hidden = await moderator().command('/admin entry hide', { entry: '#1', reason: 'Off topic' });
    expect(hidden.ephemeral, tell(hidden)).toBe(true);
    expect(said(hidden)).toContain('**#1** is hidden');
    await expect.poll(() => shown('prodevprojectnexus')).toEqual(['-# #1 is hidden by the moderators.']);
    expect(await search('quaggas')).not.toContain('Quaggas graze');
    await expect
      .poll(() => shown('moderators'), { timeout: 10_000 })
      .toContainEqual(expect.stringMatching(/hid \[\*\*#1\*\*\].* by <@.*Off topic/s));
    await expect
      .poll(() => direct('amina'), { timeout: 10_000 })
      .toContainEqual(expect.stringMatching(/Cohort.*hid your entry \*\*#1\*\* “Quaggas graze”.*Off topic/s));
    const again = await bot.as('amina').command('/entry view', { entry: '1' });
    expect(said(again)).toContain('hidden by the moderators');

    expect(said(await moderator().command('/admin entry restore', { entry: '1' }))).toMatch(
      /\[#1\]\(\S+\)\*\* is back/,
    );
    await expect.poll(() => shown('prodevprojectnexus')).toEqual([expect.stringContaining('Quaggas graze')]);
    expect(await search('quaggas')).toContain('Quaggas graze');
    const log = said(await moderator().command('/admin audit'));
    expect(log).toMatch(/restored.*hid /s);
    expect(card.message?.id).toBeDefined();
  });
});

describe('a muted member', () => {
  it('gets their text back, and reads about it after their next command if direct messages are closed', async () => {
    await bot.as('kofi').command('/help');
    await bot.sandbox.client.changeUser('kofi', { closedDms: true });
    const muted = await moderator().command('/admin member mute', {
      member: '@kofi',
      duration: '2h',
      reason: 'Advertising',
    });
    expect(said(muted)).toContain('is muted until');
    await expect
      .poll(
        () => bot.database.query("SELECT 1 FROM outbox_messages WHERE topic = 'notice' AND due_at IS NULL"),
        { timeout: 10_000 },
      )
      .toHaveLength(1);
    await bot.stop('SIGKILL');
    await bot.start();
    const refused = await bot
      .as('kofi')
      .command('/share', { kind: 'concept', title: 'Buy my course', body: 'A long advertisement' });
    expect(refused.ephemeral, tell(refused)).toBe(true);
    expect(said(refused)).toContain('muted you here');
    expect(said(refused)).toContain('A long advertisement');
    const form = await bot.as('kofi').command('/challenge post');
    expect(said(form)).toContain('muted you here');
    const help = await bot.as('kofi').command('/help');
    const followed = await bot.sandbox.client.exchange(help.id, { followUps: 1, timeout: 5_000 });
    expect(said(followed)).toContain('The moderators have muted you until');
    expect(said(followed)).toContain('Advertising');

    expect(said(await moderator().command('/admin member unmute', { member: '@kofi' }))).toContain(
      'can contribute again',
    );
    const kept = await bot
      .as('kofi')
      .command('/share', { kind: 'concept', title: 'Indexes pay off', body: 'On reads' });
    expect(said(kept)).toContain('Indexes pay off');
  });

  it.each([
    ['@thabo', { result: /is muted until/ }],
    ['@owner', { result: /can’t mute yourself/ }],
  ])('%s', async (member, { result }) => {
    expect(said(await moderator().command('/admin member mute', { member }))).toMatch(result);
  });

  it('is never a moderator', async () => {
    await moderator().command('/admin member unmute', { member: '@thabo' });
    await moderator().command('/admin setup', { 'moderator-role': '@&Moderator' });
    const refused = said(await moderator().command('/admin member mute', { member: '@thabo' }));
    expect(refused).toContain('Moderators can’t be muted');
    const byThabo = said(
      await bot.as('thabo', 'moderators').command('/admin member mute', { member: '@owner' }),
    );
    expect(byThabo).toContain('Moderators can’t be muted');
  });
});
