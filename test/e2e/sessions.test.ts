/** Study sessions through the built bot: planning, the event, joining, the reminder, and what follows. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Message, textOf } from '../../sandbox/client.js';
import { useBot, world } from '../support/bot.js';

const [cohort] = world.guilds;
const bot = useBot({
  world: {
    ...world,
    guilds: [
      {
        ...cohort,
        botPermissions: [...(cohort?.botPermissions ?? []), 'CreateEvents'],
        roles: [
          { id: '710000000000000001', name: 'Moderator', permissions: ['MANAGE_MESSAGES', 'MANAGE_EVENTS'] },
        ],
      } as never,
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

describe('what a moderator does in Discord', () => {
  const moderator = () => bot.as('thabo');
  /** Moves the clock forward by so many minutes. */
  const pass = async (minutes: number) => {
    const { offsetMs } = await bot.sandbox.client.clock();
    await bot.sandbox.client.setClock(offsetMs + minutes * minute);
  };
  const inMinutes = async (minutes: number) =>
    new Date(Date.now() + (await bot.sandbox.client.clock()).offsetMs + minutes * minute);
  /** Planned by amina for in two hours; kofi comes as well. */
  const plan = async (topic: string) => {
    const amina = bot.as('amina');
    await amina.click(await amina.command('/session plan', { topic, when: 'in 2 hours' }), 'Post it');
    const card = await one(`📚 ${topic}`);
    await bot.as('kofi').click(card, 'Join');
    return card;
  };
  const reminders = async (topic: string) =>
    (await posted('⏰')).filter((message) => textOf(message).includes(topic));

  it('moving and renaming the event moves and renames the session, and its reminder', async () => {
    const card = await plan('Indexes');
    await expect(bot.as('kofi').changeEvent('Indexes', { name: 'Mine' })).rejects.toThrow(
      'kofi may not manage events',
    );
    // Just before the old reminder is due, and then past it.
    await pass(104);
    await moderator().changeEvent('Indexes', {
      name: 'Indexes, the *second* part',
      startTime: await inMinutes(60),
      endTime: await inMinutes(90),
      location: 'Room 3',
    });
    await pass(3);
    const current = async () =>
      (await bot.as('thabo').read('prodevprojectnexus', { limit: 100 })).find(({ id }) => id === card.id);
    await expect
      .poll(async () => textOf((await current()) as Message), poll)
      .toContain('Indexes, the \\*second\\* part');
    expect(textOf((await current()) as Message)).toContain('Room 3');
    expect(await reminders('Indexes')).toEqual([]);
    await pass(45);
    await expect.poll(() => reminders('Indexes, the'), poll).toHaveLength(1);

    // Moved once more after the reminder: there is another one for the new time.
    await moderator().changeEvent('Indexes, the *second* part', {
      startTime: await inMinutes(120),
      endTime: await inMinutes(150),
    });
    await pass(1);
    await expect
      .poll(async () => (await session('Indexes, the *second* part'))?.starts_at.getTime(), poll)
      .toBeGreaterThan((await inMinutes(100)).getTime());
    await pass(107);
    await expect.poll(() => reminders('Indexes, the'), poll).toHaveLength(2);
  });

  it('a name that the bot would refuse is not taken over', async () => {
    await plan('Triggers');
    await moderator().changeEvent('Triggers', {
      name: 'discord.gg/join-us',
      startTime: await inMinutes(180),
      endTime: await inMinutes(240),
    });
    await pass(1);
    await expect
      .poll(async () => (await session('Triggers'))?.starts_at.getTime(), poll)
      .toBeGreaterThan((await inMinutes(150)).getTime());
    expect(await posted('discord.gg')).toEqual([]);
  });

  it('starting and ending it early brings the message afterwards, and no reminder', async () => {
    await plan('Locks');
    await moderator().changeEvent('Locks', { status: 'active' });
    await pass(1);
    await expect.poll(() => reminders('Locks'), poll).toHaveLength(1);
    expect(textOf((await reminders('Locks'))[0] as Message)).toContain('began');
    await moderator().changeEvent('Locks', { status: 'completed' });
    await pass(1);
    await one('How was **Locks**');
    expect(textOf(await one('📚 Locks'))).toContain('over');
  });

  it('deleting or cancelling it cancels the session', async () => {
    for (const topic of ['Cursors', 'Vacuum']) {
      await plan(topic);
      if (topic === 'Cursors') await moderator().deleteEvent(topic);
      else await moderator().changeEvent(topic, { status: 'canceled' });
      // Straight to when the reminder would be due.
      await pass(110);
      await expect.poll(async () => textOf(await one(`📚 ${topic}`)), poll).toContain('cancelled');
      expect(await reminders(topic)).toEqual([]);
    }
  });

  it.each([
    ['closing', (client: typeof bot.sandbox.client) => client.closeChannel('Cohort', 'prodevprojectnexus')],
    ['deleting', (client: typeof bot.sandbox.client) => client.deleteChannel('Cohort', 'prodevprojectnexus')],
  ])('%s the channel leaves those who come their reminder, by direct message', async (how, change) => {
    const topic = `Views, ${how}`;
    const card = await plan(topic);
    await bot.as('wanjiru').click(card, 'Join');
    await bot.as('wanjiru').click(card, 'I can’t come');
    await change(bot.sandbox.client);
    await pass(107);
    const directOf = async (name: string) =>
      (await bot.sandbox.client.as(name, { channel: 'dm' }).read('dm')).filter((message) =>
        textOf(message).includes(topic),
      );
    for (const name of ['amina', 'kofi']) {
      await expect.poll(() => directOf(name), poll).toHaveLength(1);
      const [message] = await directOf(name);
      expect(textOf(message as Message)).toContain('I’m telling you here');
      expect(buttonsOf(message as Message)).toEqual(['Open the event']);
    }
    expect(await directOf('wanjiru')).toEqual([]);
    if (how === 'closing') await bot.sandbox.client.openChannel('Cohort', 'prodevprojectnexus');
  });
});
