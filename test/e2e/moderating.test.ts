/** The built bot over the sandbox: setup, settings, doctor and help, as moderators and learners use them. */
import { describe, expect, it } from 'vitest';
import { type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

const said = (exchange: Exchange) =>
  [exchange.message, ...exchange.followUps].map((message) => textOf(message)).join('\n');
describe('moderators’ commands', () => {
  it.each(['/admin setup', '/admin settings', '/admin doctor', '/admin digest pause', '/admin digest run'])(
    '%s is not for learners, and for those with the moderator role only once it is set',
    async (line) => {
      await expect(bot.as('amina').command(line)).rejects.toThrow();
      await bot.sandbox.client.setCommandPermissions('Cohort', [{ role: '@everyone' }] as never, 'admin');
      const learner = await bot.as('amina').command(line);
      expect(learner.ephemeral, tell(learner)).toBe(true);
      expect(said(learner)).toContain('for moderators');
      await bot.sandbox.client.setCommandPermissions('Cohort', [] as never, 'admin');
    },
  );

  it('remind a moderator once to run the setup', async () => {
    // Discord accepts nothing after a form: the hint waits for an answer.
    const form = await bot.as('owner').command('/share');
    expect((await bot.sandbox.client.exchange(form.id)).followUps).toEqual([]);
    const first = await bot
      .as('owner', 'general')
      .command('/share', { kind: 'concept', title: 'Before the set-up', body: 'Text' });
    const followed = await bot.sandbox.client.exchange(first.id, { followUps: 1, timeout: 30_000 });
    expect(said(followed)).toContain('/admin setup');
    expect(said(followed)).toContain('I’m using <#720000000000000001> for now');
    const second = await bot.as('owner').command('/help');
    expect(second.followUps).toEqual([]);
  });

  it('set the channel, the role and the zone, and say so', async () => {
    const set = await bot.as('owner').command('/admin setup', {
      channel: '#prodevprojectnexus',
      'moderator-role': '@&Helper',
      'log-channel': '#moderators',
      timezone: 'Africa/Lagos',
    });
    expect(set.ephemeral, tell(set)).toBe(true);
    const settings = said(await bot.as('owner').command('/admin settings'));
    expect(settings).toContain('Africa/Lagos');
    expect(settings).toContain('<#720000000000000001>');
    expect(settings).toContain('<@&710000000000000002>');
  });

  it('set up with the panel, each choice saved immediately', async () => {
    const panel = await bot.as('owner').command('/admin setup');
    expect(panel.ephemeral, tell(panel)).toBe(true);
    const chosen = await bot.as('owner').choose(panel, 'Choose a weekday', 'Friday');
    expect(chosen.outcome, tell(chosen)).toBe('update');
    expect(said(await bot.as('owner').command('/admin settings'))).toMatch(/Friday/);
    const stranger = await bot
      .as('amina')
      .choose(panel, 'Choose a weekday', 'Sunday')
      .catch((error: Error) => error);
    if (!(stranger instanceof Error)) expect(said(stranger)).toContain('for moderators');
    expect(said(await bot.as('owner').command('/admin settings'))).toMatch(/Friday/);
  });

  it.each([
    [{ timezone: 'Atlantis/Capital' }, 'time zone'],
    [{ channel: '#general' }, undefined],
  ])('take or refuse %j in plain words', async (options, sentence) => {
    const exchange = await bot.as('owner').command('/admin setup', options);
    expect(exchange.ephemeral, tell(exchange)).toBe(true);
    if (sentence) expect(said(exchange)).toContain(sentence);
    await bot.as('owner').command('/admin setup', { channel: '#prodevprojectnexus' });
  });

  it('show what is wrong with a closed or deleted channel, and how to fix it', async () => {
    expect(said(await bot.as('owner').command('/admin doctor'))).toContain('Everything looks good');
    await bot.sandbox.client.closeChannel('Cohort', 'prodevprojectnexus', ['SEND_MESSAGES']);
    const closed = said(await bot.as('owner').command('/admin doctor'));
    expect(closed).toMatch(/Send Messages/);
    await bot.sandbox.client.openChannel('Cohort', 'prodevprojectnexus');
    const channel = await bot.sandbox.client.createChannel('Cohort', { name: 'short-lived' });
    await bot.as('owner').command('/admin setup', { channel: '#short-lived' });
    await bot.sandbox.client.deleteChannel('Cohort', channel.id);
    const gone = said(await bot.as('owner').command('/admin doctor'));
    expect(gone).toMatch(/no longer|deleted|does not exist/i);
    const told = await bot
      .as('amina', 'general')
      .command('/share', { kind: 'concept', title: 'No channel', body: 'Text' });
    expect(said(told)).toContain('couldn’t post its card');
    await bot.as('owner').command('/admin setup', { channel: '#prodevprojectnexus' });
    expect(said(await bot.as('owner').command('/admin doctor'))).toContain('Everything looks good');
  });
});

describe('/help', () => {
  it('explains, and shows moderators’ topics to moderators only', async () => {
    const help = await bot.as('amina').command('/help');
    expect(help.ephemeral).toBe(true);
    expect(said(help)).toContain('/share');
    expect(JSON.stringify(help.message)).not.toContain('moderators"');
    const topic = await bot.as('amina').choose(help, undefined, 'Searching');
    expect(topic.outcome, tell(topic)).toBe('update');
  });
});
