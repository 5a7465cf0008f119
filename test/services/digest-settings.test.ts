/** What moderators set of the digest, and what they are told of its trouble, over the real ledger. */
import { beforeEach, describe, expect, it } from 'vitest';
import { digestSections } from '../../src/entities/digest-content.js';
import { makeEntry, useDigests } from '../support/digest.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
const bench = useDigests(database);
const week = 7 * 86_400_000;
const due = new Date('2026-03-09T06:00Z');
const inWeek = (count: number, extra = 0) => new Date(due.getTime() + count * week + extra);

let guildId: string;

beforeEach(async () => {
  await database.query('DELETE FROM guilds');
  guildId = bench.guild();
  bench.now = new Date('2026-03-04T10:00Z');
  bench.publisher.messages.length = 0;
  bench.publisher.faults.length = 0;
  bench.troubles.told.length = 0;
  bench.troubles.isDeaf = false;
  await bench.service.schedule(guildId, { weekday: 1, time: '09:00', timezone: 'Africa/Nairobi' });
});

const postAt = async (at: Date) => {
  bench.now = at;
  await bench.service.postDue();
};
const share = (number: number, at: Date) => makeEntry(bench.dataSource, { guildId, number, at });
const outcomes = async () =>
  (
    await database.query<{ state: string; is_nudge: boolean }>(
      'SELECT state, is_nudge FROM digests WHERE guild_id = $1 ORDER BY period_end',
      [guildId],
    )
  ).map(({ state, is_nudge }) => (is_nudge && state === 'sent' ? 'nudge' : state));

describe('an empty week', () => {
  it('posts nothing unless moderators want a nudge', async () => {
    await postAt(inWeek(0));
    expect(await outcomes()).toEqual(['skipped']);
    expect(bench.publisher.messages).toEqual([]);
  });

  it('is met with a nudge, never two in a row, and it counts as the week’s message', async () => {
    await bench.guilds.change(guildId, { digestNudges: true, digestRoleId: '77' });
    for (const count of [0, 1, 2, 3]) await postAt(inWeek(count));
    await share(1, inWeek(3, 60_000));
    await postAt(inWeek(4));
    await postAt(inWeek(5));
    expect(await outcomes()).toEqual(['nudge', 'skipped', 'nudge', 'skipped', 'sent', 'nudge']);
    expect(bench.publisher.messages.map(({ isNudge }) => isNudge)).toEqual([true, true, false, true]);
    expect(bench.publisher.messages.map(({ roleId }) => roleId)).toEqual([null, null, '77', null]);
  });

  it('is nudged once although nobody heard that it was posted', async () => {
    await bench.guilds.change(guildId, { digestNudges: true });
    bench.publisher.faults.push('posted-unheard');
    await postAt(inWeek(0));
    expect(await outcomes()).toEqual(['failed']);
    await postAt(inWeek(0, 5 * 60_000));
    await postAt(inWeek(1));
    expect(await outcomes()).toEqual(['nudge', 'skipped']);
    expect(bench.publisher.messages).toHaveLength(1);
  });

  it('is not nudged while the week before is unsettled', async () => {
    await bench.guilds.change(guildId, { digestNudges: true });
    bench.publisher.faults.push({ outcome: 'refused', reason: 'no-permission' });
    await postAt(inWeek(0));
    // Brought forward, the next period ends while the first one still waits to be tried again.
    bench.now = inWeek(0, 10_000);
    await bench.service.schedule(guildId, { weekday: 1, time: '09:01' });
    await postAt(inWeek(0, 60_000 - 1_000));
    bench.publisher.faults.push({ outcome: 'refused', reason: 'no-permission' });
    await postAt(inWeek(0, 2 * 60_000));
    await postAt(inWeek(0, 60 * 60_000));
    expect((await outcomes()).filter((outcome) => outcome === 'nudge')).toHaveLength(1);
  });
});

describe('sections', () => {
  it('that are switched off are left out; figures stay', async () => {
    await share(1, new Date('2026-03-05T10:00Z'));
    await makeEntry(bench.dataSource, { guildId, number: 2, at: '2026-03-05T10:00Z', type: 'challenge' });
    await bench.guilds.change(guildId, { digestHidden: [...digestSections] });
    await postAt(inWeek(0));
    const [message] = bench.publisher.messages;
    expect(message?.content).toMatchObject({
      learnings: [],
      pairs: [],
      waiting: [],
      thanks: { helpers: [], newcomers: [], moreNewcomers: 0, streaks: [] },
    });
    expect(message?.content.figures.learnings.count).toBe(1);
    expect((await bench.service.preview(guildId)).waiting).toEqual([]);
    expect((await bench.service.posted(guildId))?.content.learnings).toEqual([]);
  });
});

describe('trouble', () => {
  const refuse = (times: number) =>
    bench.publisher.faults.push(
      ...Array.from({ length: times }, () => ({ outcome: 'refused', reason: 'no-access' }) as const),
    );

  it('is told once, with where and when it is tried again, by growing pauses', async () => {
    await share(1, new Date('2026-03-05T10:00Z'));
    await bench.guilds.change(guildId, { logChannelId: '88' });
    refuse(1_000);
    bench.publisher.posts = 0;
    for (let minute = 0; minute < 49 * 60; minute += 20) await postAt(inWeek(0, minute * 60_000));
    expect(bench.troubles.told).toHaveLength(1);
    expect(bench.troubles.told[0]).toMatchObject({
      guildId,
      reason: 'no-access',
      channelId: '500000000000000001',
      logChannelId: '88',
      periodEnd: due,
      retryAt: inWeek(0, 60_000),
    });
    expect(bench.publisher.posts).toBeLessThan(60);
    expect(await outcomes()).toEqual(['skipped']);
  });

  it('is told again only after it worked in between', async () => {
    for (const count of [0, 1, 2]) await share(count + 1, inWeek(count, -86_400_000));
    refuse(1);
    await postAt(inWeek(0));
    await postAt(inWeek(0, 10 * 60_000));
    expect(await outcomes()).toEqual(['sent']);
    refuse(1);
    await postAt(inWeek(1));
    expect(bench.troubles.told).toHaveLength(2);
    await postAt(inWeek(1, 10 * 60_000));
    refuse(2);
    await postAt(inWeek(2));
    await postAt(inWeek(2, 60_000));
    expect(bench.troubles.told).toHaveLength(3);
  });

  it('is told the next time when nobody took it, and not of what passes by itself', async () => {
    await share(1, new Date('2026-03-05T10:00Z'));
    bench.troubles.isDeaf = true;
    refuse(2);
    await postAt(inWeek(0));
    bench.troubles.isDeaf = false;
    await postAt(inWeek(0, 60_000));
    expect(bench.troubles.told).toHaveLength(1);
    await database.query('UPDATE guilds SET digest_trouble_told_at = NULL');
    bench.publisher.faults.push('lost');
    await postAt(inWeek(0, 10 * 60_000));
    expect(bench.troubles.told).toHaveLength(1);
  });
});
