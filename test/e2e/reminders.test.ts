/** A challenge that stays open, through the built bot and its clock: who is pinged, and how to answer. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();
const cohort = '700000000000000001';
const hour = 3_600_000;

const reminders = async () =>
  (await bot.as('amina').read('prodevprojectnexus', { limit: 100 })).filter((message) =>
    textOf(message).includes('is still open'),
  );
/** Moves the sandbox's clock forward by so many hours; the bot's jobs run immediately. */
const travel = async (hours: number) => bot.sandbox.client.setClock(hours * hour);
const reminded = async () => {
  const rows = () => bot.database.query('SELECT 1 FROM challenge_reminders WHERE message_id IS NOT NULL');
  await expect.poll(async () => (await rows()).length).toBeGreaterThan(0);
};
/** Hours from now until four days later at 10:00 in Nairobi (UTC+3, without daylight saving). */
const untilMorning = () => {
  const now = Date.now();
  const morning = new Date(now + 4 * 24 * hour).setUTCHours(7, 0, 0, 0);
  return (morning - now) / hour;
};

describe('a challenge that stays open', () => {
  it('pings members who chose to be asked and used its tags, once, and opens the form for a solution', async () => {
    await bot.as('owner', 'moderators').command('/admin digest schedule', {
      day: 'monday',
      time: '9am',
      timezone: 'Africa/Nairobi',
    });
    for (const name of ['amina', 'kofi', 'wanjiru']) {
      const title = `Layers of ${name}`;
      await bot
        .as(name)
        .command('/share', { kind: 'concept', title, body: 'They are cached.', tags: 'docker' });
    }
    // Kofi and the asker choose to be asked; Amina changes her mind.
    for (const name of ['amina', 'kofi', 'wanjiru']) {
      const shown = await bot
        .as(name)
        .click(await bot.as(name).command('/profile view'), 'Ask me about challenges');
      expect(textOf(shown.message)).toContain('I may ask you once');
      if (name === 'amina') {
        const ended = await bot.as(name).click(shown, 'Stop asking me');
        expect(buttonsOf(ended.message)).toContain('Ask me about challenges');
        expect(textOf(ended.message)).not.toContain('I may ask you once');
      }
    }
    await bot.as('wanjiru').command('/challenge post', {
      title: 'The image is *huge*',
      details: 'Two gigabytes.',
      tags: 'docker',
    });

    await travel(untilMorning());
    await reminded();
    const [reminder, ...others] = await reminders();
    expect(others).toEqual([]);
    expect(textOf(reminder)).toContain('The image is \\*huge\\*');
    expect(reminder?.mentions.map(({ username }) => username)).toEqual(['kofi']);
    const solved = await bot.as('kofi').click(reminder ?? '', 'Solve');
    expect(solved.outcome).toBe('modal');

    await travel(untilMorning() + 48);
    await travel(untilMorning() + 72);
    expect(await reminders()).toHaveLength(1);
    const rows = await bot.database.query('SELECT 1 FROM challenge_reminders WHERE guild_id = $1', [cohort]);
    expect(rows).toHaveLength(1);
  });
});
