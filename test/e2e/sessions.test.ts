/** Study sessions through the built bot: planning, the event, joining, the reminder, and what follows. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Message, textOf } from '../../sandbox/client.js';
import { useBot, world } from '../support/bot.js';

const [cohort] = world.guilds;
const bot = useBot({
  world: {
    ...world,
    guilds: [
      { ...cohort, botPermissions: [...(cohort?.botPermissions ?? []), 'CreateEvents'] } as never,
      ...world.guilds.slice(1),
    ],
  },
});
const minute = 60_000;
const poll = { timeout: 30_000 };

const posted = async (text: string) =>
  (await bot.as('thabo').read('prodevprojectnexus', { limit: 100 })).filter((message) =>
    textOf(message).includes(text),
  );
const one = async (text: string) => {
  await expect.poll(() => posted(text), poll).toHaveLength(1);
  return (await posted(text))[0] as Message;
};
interface Row {
  id: string;
  event_id: string | null;
  cancelled_at: Date | null;
  starts_at: Date;
}
const session = async (topic: string) =>
  (
    await bot.database.query<Row & Record<string, unknown>>('SELECT * FROM sessions WHERE topic = $1', [
      topic,
    ])
  )[0];

describe('/session', () => {
  it('shows how the time was understood, and posts nothing before it is confirmed', async () => {
    const amina = bot.as('amina');
    const shown = await amina.command('/session plan', { topic: 'Pair on *joins*', when: 'in 2 hours' });
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown.message)).toContain('Africa/Nairobi');
    expect(await session('Pair on *joins*')).toBeUndefined();
    const refused = await amina.command('/session plan', { topic: 'Joins', when: 'when we can' });
    expect(textOf(refused.message)).toContain('I don’t understand “when we can”');

    await amina.click(shown, 'Post it');
    // Killed between the commit and the card: still one card and one event.
    await bot.stop('SIGKILL');
    await bot.start();
    const card = await one('📚 Pair on \\*joins\\*');
    expect(buttonsOf(card)).toEqual(['Join', 'I can’t come', 'Open the event']);
    expect((await session('Pair on *joins*'))?.event_id).toBeTruthy();
  });

  it('reminds those who come 15 minutes before, once, and asks them afterwards', async () => {
    const card = await one('📚 Pair on \\*joins\\*');
    await bot.as('kofi').click(card, 'Join');
    const twice = await bot.as('kofi').click(card, 'Join');
    expect(textOf(twice.message)).toContain('You come to');
    await bot.as('wanjiru').click(card, 'Join');
    const left = await bot.as('wanjiru').click(card, 'I can’t come');
    expect(textOf(left.message)).toContain('don’t come');
    await bot.sandbox.client.setClock(100 * minute);
    expect(await posted('⏰')).toEqual([]);
    await bot.sandbox.client.setClock(108 * minute);
    const reminder = await one('⏰');
    expect(reminder.mentions.map(({ username }) => username).sort()).toEqual(['amina', 'kofi']);
    await bot.sandbox.client.setClock(185 * minute);
    const recap = await one('🎓');
    expect(await posted('⏰')).toHaveLength(1);
    await bot.as('kofi').click(recap, 'I was there');
    const form = await bot.as('amina').click(recap, 'Share what you learned');
    expect(JSON.stringify(form.modal)).toContain('Study session: Pair on *joins*');
    const kofi = await bot.database.query<{ user_id: string }>(
      'SELECT user_id FROM session_members WHERE attended_at IS NOT NULL',
    );
    expect(kofi).toHaveLength(1);
    expect(JSON.stringify(form.modal)).toContain(`<@${kofi[0]?.user_id}>`);
  });

  it('is cancelled by its host, with its event, and follows an event that was cancelled in Discord', async () => {
    const amina = bot.as('amina');
    await amina.click(
      await amina.command('/session plan', { topic: 'Views', when: 'in 5 hours' }),
      'Post it',
    );
    await one('📚 Views');
    const refused = await bot
      .as('kofi')
      .command('/session cancel', { session: (await session('Views'))?.id ?? '' });
    expect(textOf(refused.message)).toContain('Only the person who planned');
    const cancelled = await amina.command('/session cancel', { session: (await session('Views'))?.id ?? '' });
    expect(textOf(cancelled.message)).toContain('is cancelled');
    await expect.poll(async () => textOf(await one('📚 Views')), poll).toContain('cancelled');
    expect(textOf((await amina.command('/session list')).message)).not.toContain('Views');
    await expect.poll(async () => (await session('Views'))?.['is_event_stale'], poll).toBe(false);
  });
});
