/** The digest from a moderator's schedule to the channel and its buttons, through the built bot and its clock. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();
const cohort = '700000000000000001';
const week = 7 * 86_400_000;

const moderator = () => bot.as('owner', 'moderators');
const digests = async () =>
  (await bot.as('amina').read('prodevprojectnexus', { limit: 100 })).filter((message) =>
    textOf(message).includes('Your cohort’s week'),
  );
const dueAt = async () => {
  const [row] = await bot.database.query<{ due: Date }>(
    'SELECT digest_due_at AS due FROM guilds WHERE id = $1',
    [cohort],
  );
  return row?.due ?? new Date(0);
};
/** Sets the sandbox's clock; the bot's jobs run immediately. */
const travelTo = (at: Date) => bot.sandbox.client.setClock(at.getTime() - Date.now());
const settled = async (state: string, count = 1) => {
  const rows = () =>
    bot.database.query('SELECT 1 FROM digests WHERE guild_id = $1 AND state = $2', [cohort, state]);
  await expect.poll(async () => (await rows()).length).toBeGreaterThanOrEqual(count);
};

describe('the weekly digest', () => {
  it('cannot be controlled by learners', async () => {
    const tried = await bot
      .as('amina')
      .command('/admin digest run')
      .catch(() => undefined);
    if (tried) expect(textOf(tried.message)).toContain('This is for moderators');
  });

  it('is scheduled with a day, a time, and a zone from autocomplete', async () => {
    const answer = await moderator().command('/admin digest schedule', {
      day: 'monday',
      time: '9am',
      timezone: 'Africa/Nairobi',
    });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('every **Monday at 09:00**');
    expect((await dueAt()).getTime()).toBeGreaterThan(Date.now());
  });

  it('is not run if it would be empty', async () => {
    const answer = await moderator().command('/admin digest run');
    expect(textOf(answer.message)).toContain('Nothing was shared since the last digest');
    expect(await digests()).toEqual([]);
  });

  it('is posted once when it is due, with what was shared', async () => {
    await bot
      .as('amina')
      .command('/share', { kind: 'concept', title: 'Indexes are not free', body: 'They cost writes.' });
    await bot
      .as('kofi')
      .command('/challenge post', { title: 'Jest hangs after tests', details: 'It never exits.' });
    expect(textOf((await bot.as('kofi').command('/digest preview')).message)).toContain(
      'Indexes are not free',
    );
    await travelTo(await dueAt());
    await settled('sent');
    const [digest, ...others] = await digests();
    expect(others).toEqual([]);
    expect(textOf(digest)).toContain('Indexes are not free');
    expect(textOf(digest)).toContain('Jest hangs after tests');
  });

  it('offers Solve, which opens the form and stores what is submitted', async () => {
    const [digest] = await digests();
    const form = await bot.as('amina').click(digest ?? '', 'Solve');
    const answer = await bot.as('amina').submit(form, { body: 'Close the database in afterAll.' });
    expect(textOf(answer.message)).toContain('Close the database in afterAll.');
  });

  it('offers the whole week, and can be read again', async () => {
    const [digest] = await digests();
    const whole = await bot.as('kofi').click(digest ?? '', 'The whole week');
    expect(whole.ephemeral).toBe(true);
    expect(textOf(whole.message)).toContain('Jest hangs after tests');
    expect(textOf((await bot.as('kofi').command('/digest latest')).message)).toContain(
      'Indexes are not free',
    );
  });

  it('has a chart with alternative text, and a thread for discussion', async () => {
    const [digest] = await digests();
    const [chart] = digest?.attachments ?? [];
    expect(chart).toMatchObject({ filename: 'entries-a-day.png', content_type: 'image/png' });
    const picture = Buffer.from(await (await fetch(chart?.url ?? '')).arrayBuffer());
    // The width and height at the start of a PNG.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([600, 360]);
    expect(JSON.stringify(digest?.components)).toContain('Bar chart of entries shared per day');
    const opened = await bot.as('kofi').click(digest ?? '', 'Discuss');
    expect(opened.ephemeral).toBe(true);
    expect(textOf(opened.message)).toContain(`https://discord.com/channels/${cohort}/${digest?.id}`);
    const again = await bot.as('amina').click(digest ?? '', 'Discuss');
    expect(textOf(again.message)).toBe(textOf(opened.message));
  });

  it('is found and not posted again if the bot is killed after Discord accepted it', async () => {
    await bot.as('amina').command('/share', { kind: 'concept', title: 'Second week', body: 'More of it.' });
    await bot.sandbox.client.trouble({
      kind: 'lost',
      method: 'POST',
      route: '/channels/*/messages',
      times: 9,
    });
    const due = await dueAt();
    await travelTo(due);
    await expect.poll(async () => (await digests()).length).toBe(2);
    await bot.stop('SIGKILL');
    await bot.sandbox.client.endTrouble();
    await travelTo(new Date(due.getTime() + 10 * 60_000));
    await bot.start();
    await travelTo(new Date(due.getTime() + 20 * 60_000));
    await settled('sent', 2);
    const rows = await bot.database.query(
      'SELECT state FROM digests WHERE guild_id = $1 ORDER BY period_end',
      [cohort],
    );
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(await digests()).toHaveLength(2);
  });

  it('posts nothing while paused, and records missed weeks as skipped', async () => {
    await moderator().command('/admin digest pause');
    await travelTo(new Date((await dueAt()).getTime() + week));
    expect(textOf((await moderator().command('/admin digest resume')).message)).toContain(
      'The digest is running again',
    );
    expect(await digests()).toHaveLength(2);
  });
});
