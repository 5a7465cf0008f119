/** What moderators set of the digest, and what they are told of its trouble, over the real ledger. */
import { beforeEach, describe, expect, it } from 'vitest';
import { digestSections } from '../../../src/entities/guild.js';
import { makeEntry, ownerId, useDigests } from '../../support/digest.js';
import { directChannelOf } from '../../support/outbox.js';
import { useDatabase } from '../../support/postgres.js';
import { textOf } from '../../support/view-text.js';

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
  bench.clear();
  await bench.service.schedule(guildId, { weekday: 1, time: '09:00', timezone: 'Africa/Nairobi' });
});

const postAt = async (at: Date) => {
  bench.now = at;
  await bench.service.postDue();
};
const share = (number: number, at: Date) => makeEntry(bench.dataSource, { guildId, number, at });
const outcomes = async () =>
  (await bench.ledger.recent(guildId, 50)).reverse().map(({ state, isNudge }) => (isNudge ? 'nudge' : state));
const posted = () => bench.postedOf(guildId);

describe('an empty week', () => {
  it('posts nothing unless moderators want a nudge', async () => {
    await postAt(inWeek(0));
    expect(await outcomes()).toEqual(['skipped']);
    expect(posted()).toEqual([]);
  });

  it('is met with a nudge, never two in a row, and it counts as the week’s message', async () => {
    await bench.guilds.change(guildId, { digestNudges: true, digestRoleId: '77' });
    for (const count of [0, 1, 2, 3]) await postAt(inWeek(count));
    await share(1, inWeek(3, 60_000));
    await postAt(inWeek(4));
    await postAt(inWeek(5));
    expect(await outcomes()).toEqual(['nudge', 'skipped', 'nudge', 'skipped', 'sent', 'nudge']);
    expect(posted().map(({ content }) => content.isEmpty)).toEqual([true, true, false, true]);
    expect(posted().map(({ view }) => view.mentionedRoles ?? [])).toEqual([[], [], ['77'], []]);
  });

  it('is nudged once although nobody heard that it was posted', async () => {
    await bench.guilds.change(guildId, { digestNudges: true });
    bench.messenger.faults.push('posted-unheard');
    await postAt(inWeek(0));
    expect(await outcomes()).toEqual(['failed']);
    await postAt(inWeek(0, 5 * 60_000));
    await postAt(inWeek(1));
    expect(await outcomes()).toEqual(['nudge', 'skipped']);
    expect(posted()).toHaveLength(1);
  });

  it('is not nudged while the week before is unsettled', async () => {
    await bench.guilds.change(guildId, { digestNudges: true });
    bench.messenger.faults.push({ outcome: 'refused', reason: 'no-permission' });
    await postAt(inWeek(0));
    // Brought forward, the next period ends while the first one still waits to be tried again.
    bench.now = inWeek(0, 10_000);
    await bench.service.schedule(guildId, { weekday: 1, time: '09:01' });
    await postAt(inWeek(0, 60_000 - 1_000));
    bench.messenger.faults.push({ outcome: 'refused', reason: 'no-permission' });
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
    const shown = posted().map(({ view }) => textOf(view));
    expect(shown).toHaveLength(1);
    expect(shown[0]).not.toMatch(/Title [12]/);
    expect(shown[0]).toContain('**1** learning shared');
    expect((await bench.service.preview(guildId)).waiting).toEqual([]);
    expect((await bench.service.posted(guildId))?.content.learnings).toEqual([]);
  });
});

describe('trouble', () => {
  const refuse = (times: number) =>
    bench.messenger.faults.push(
      ...Array.from({ length: times }, () => ({ outcome: 'refused', reason: 'no-access' }) as const),
    );

  /** In the log channel, or to the owner. */
  const told = () =>
    [...bench.messenger.in('88'), ...bench.messenger.in(directChannelOf(ownerId))].map(({ view }) =>
      textOf(view),
    );

  it('is reported once, with the time of the next attempt, after growing pauses', async () => {
    await share(1, new Date('2026-03-05T10:00Z'));
    await bench.guilds.change(guildId, { logChannelId: '88' });
    refuse(1_000);
    bench.messenger.posts = 0;
    for (let minute = 0; minute < 49 * 60; minute += 20) await postAt(inWeek(0, minute * 60_000));
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain(`<t:${due.getTime() / 1_000}:D>`);
    expect(told()[0]).toContain('I can’t see <#500000000000000001>');
    expect(told()[0]).toContain(`<t:${inWeek(0, 60_000).getTime() / 1_000}:R>`);
    expect(bench.messenger.posts).toBeLessThan(60);
    expect(await outcomes()).toEqual(['skipped']);
  });

  it('is sent to the owner when the log channel refuses it', async () => {
    await share(1, new Date('2026-03-05T10:00Z'));
    await bench.guilds.change(guildId, { logChannelId: '88' });
    bench.messenger.channels.set('88', { outcome: 'refused', reason: 'no-permission' });
    refuse(1);
    await postAt(inWeek(0));
    expect(bench.messenger.in(directChannelOf(ownerId)).map(({ view }) => textOf(view))).toEqual([
      expect.stringContaining('Cohort'),
    ]);
  });

  it('is reported again only after it worked in between', async () => {
    for (const count of [0, 1, 2]) await share(count + 1, inWeek(count, -86_400_000));
    refuse(1);
    await postAt(inWeek(0));
    await postAt(inWeek(0, 10 * 60_000));
    expect(await outcomes()).toEqual(['sent']);
    refuse(1);
    await postAt(inWeek(1));
    expect(told()).toHaveLength(2);
    await postAt(inWeek(1, 10 * 60_000));
    refuse(2);
    await postAt(inWeek(2));
    await postAt(inWeek(2, 60_000));
    expect(told()).toHaveLength(3);
  });

  it('is reported the next time if it could not be delivered, and not for temporary failures', async () => {
    await share(1, new Date('2026-03-05T10:00Z'));
    bench.messenger.doors.set(ownerId, { outcome: 'refused', reason: 'closed' });
    refuse(2);
    await postAt(inWeek(0));
    expect(told()).toEqual([]);
    bench.messenger.doors.clear();
    await postAt(inWeek(0, 60_000));
    expect(told()).toHaveLength(1);
    await database.query('UPDATE guilds SET digest_trouble_told_at = NULL');
    bench.messenger.faults.push('lost');
    await postAt(inWeek(0, 10 * 60_000));
    expect(told()).toHaveLength(1);
  });
});
