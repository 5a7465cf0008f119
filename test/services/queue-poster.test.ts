/** What the queue shows in the log channel and publishes in the cohort's: at least once, never twice, and reminders. */
import { beforeEach, describe, expect, it } from 'vitest';
import { amina, guildId, kofi, moderator, typed, wanjiru } from '../support/cohort.js';
import { cohortChannelId, logChannelId, useQueue } from '../support/queue.js';

const cohort = useQueue();
const spam = { reason: 'spam', note: '' };
let number = 0;

beforeEach(async () => {
  await cohort.beginAnew();
  await cohort.set({ logChannelId });
  ({ number } = await cohort.entries.share(guildId, amina, typed()));
});

const later = (milliseconds: number) => {
  cohort.time.now = new Date(cohort.time.now.getTime() + milliseconds);
};
const done = () => cohort.posted.map(({ what, channelId }) => `${what} in ${channelId}`);
const outcomeShown = () => cohort.posted.at(-1)?.item?.verdict?.outcome;

describe('a card in the log channel', () => {
  it('is posted once by any number of processes, and updated by a second report and by the decision', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.connectAll();
    await Promise.all(Array.from({ length: 8 }, () => cohort.poster.postDue()));
    expect(done()).toEqual([`card in ${logChannelId}`]);
    await cohort.reports.report(guildId, number, wanjiru, spam);
    await cohort.poster.postDue();
    expect(cohort.posted.at(-1)).toMatchObject({ what: 'update', messageId: cohort.posted[0]?.messageId });
    expect(cohort.posted.at(-1)?.item?.reports).toHaveLength(2);
    await cohort.queue.decide(guildId, await cohort.onlyItem(), { deed: 'hide', actorId: moderator.id });
    await cohort.poster.postDue({ guildId });
    expect(outcomeShown()).toBe('hidden');
    await cohort.poster.postDue();
    expect(cohort.posted).toHaveLength(3);
  });

  it('follows what its author does: an edit, a deletion, an undoing', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.poster.postDue();
    await cohort.entries.edit(guildId, number, amina, typed({ title: 'Put right' }));
    await cohort.poster.postDue();
    expect(cohort.posted.at(-1)?.item?.entry?.title).toBe('Put right');
    await cohort.entries.remove(guildId, number, amina.id);
    await cohort.poster.postDue();
    expect(outcomeShown()).toBe('withdrawn');
    await cohort.entries.restore(guildId, number, amina.id);
    await cohort.poster.postDue();
    expect(cohort.posted.at(-1)?.item?.verdict).toBeNull();
  });

  it('says that its author is muted meanwhile, and stays open', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.poster.postDue();
    const id = await cohort.onlyItem();
    const author = await cohort.queue.authorOf(guildId, id);
    await cohort.mutes.mute(guildId, author, moderator, { duration: null, reason: null });
    await cohort.queue.authorChanged(guildId, author.id);
    await cohort.poster.postDue();
    expect(cohort.posted.at(-1)?.item).toMatchObject({ verdict: null, author: { id: amina.id } });
    expect(cohort.posted.at(-1)?.item?.author?.muted?.until).toEqual(new Date('2026-03-05T09:00:00Z'));
    later(25 * 3_600_000);
    expect((await cohort.queue.item(guildId, id)).author?.muted).toBeNull();
  });

  it('that may have been posted is looked for before it is posted again', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    cohort.answers.post = 'lost';
    await cohort.poster.postDue();
    cohort.answers.post = undefined;
    later(60_000);
    await cohort.poster.postDue();
    later(3_600_000);
    await cohort.poster.postDue();
    expect(done()).toEqual([`card in ${logChannelId}`, `update in ${logChannelId}`]);
  });

  it('is taken over from a process that was killed at it, once its lease is over', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.database.query(
      `UPDATE queue_items SET card_attempt = 1, card_channel_id = $1, card_due_at = $2`,
      [logChannelId, new Date(cohort.time.now.getTime() + 120_000)],
    );
    await cohort.poster.postDue();
    expect(done()).toEqual([]);
    later(120_000);
    await cohort.poster.postDue();
    expect(done()).toEqual([`card in ${logChannelId}`]);
  });

  it('is tried again with growing pauses while the channel refuses it, in whatever channel is set by then', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    cohort.answers.post = { outcome: 'refused', reason: 'no-access' };
    const pauses = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await cohort.poster.postDue();
      const rows = await cohort.database.query<{ dueAt: Date }>(
        'SELECT card_due_at AS "dueAt" FROM queue_items',
      );
      const dueAt = rows[0]?.dueAt ?? new Date(NaN);
      pauses.push(dueAt.getTime() - cohort.time.now.getTime());
      cohort.time.now = dueAt;
    }
    expect(pauses).toEqual([60_000, 120_000, 240_000]);
    cohort.answers.post = undefined;
    await cohort.set({ logChannelId: '720000000000000009' });
    await cohort.poster.postDue();
    expect(done()).toEqual(['card in 720000000000000009']);
  });

  it('is posted anew when somebody deleted it while it was open', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.poster.postDue();
    await cohort.reports.report(guildId, number, wanjiru, spam);
    cohort.answers.update = 'gone';
    await cohort.poster.postDue();
    later(5 * 60_000);
    await cohort.poster.postDue();
    expect(done()).toEqual([`card in ${logChannelId}`, `card in ${logChannelId}`]);
  });

  it('comes once a log channel is set, and not at all for what was decided before', async () => {
    await cohort.set({ logChannelId: null });
    const second = await cohort.entries.share(guildId, amina, typed());
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.queue.decide(guildId, await cohort.onlyItem(), { deed: 'keep', actorId: moderator.id });
    await cohort.reports.report(guildId, second.number, kofi, spam);
    await cohort.poster.postDue();
    expect(done()).toEqual([]);
    await cohort.set({ logChannelId });
    await cohort.poster.postDue();
    expect(cohort.posted.map(({ item }) => item?.entry?.number)).toEqual([second.number]);
  });

  it('holds nothing of an entry that was erased, and the item goes with it', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.poster.postDue();
    await cohort.database.query('DELETE FROM entries');
    await cohort.poster.postDue();
    expect(cohort.posted.at(-1)).toMatchObject({ what: 'update', item: null });
    expect(await cohort.database.query('SELECT 1 FROM queue_items')).toEqual([]);
  });
});

describe('what was published', () => {
  const publish = async () => {
    await cohort.set({ review: 'all' });
    const entry = await cohort.entries.share(guildId, amina, typed());
    await cohort.queue.decide(guildId, await cohort.onlyItem(), { deed: 'publish', actorId: moderator.id });
    return entry;
  };
  const entriesPosted = () => cohort.posted.filter(({ what }) => what === 'entry');

  it('gets its card in the cohort’s channel, once, and the bot remembers it', async () => {
    const entry = await publish();
    await Promise.all(Array.from({ length: 8 }, () => cohort.poster.postDue()));
    expect(entriesPosted()).toMatchObject([{ channelId: cohortChannelId, number: entry.number }]);
    expect((await cohort.entries.any(guildId, entry.number)).card).toEqual({
      channelId: cohortChannelId,
      messageId: entriesPosted()[0]?.messageId,
    });
  });

  it('is looked for when nobody knows whether it was posted', async () => {
    const entry = await publish();
    cohort.answers.post = 'lost';
    await cohort.poster.postDue();
    cohort.answers.post = undefined;
    later(60_000);
    await cohort.poster.postDue();
    expect(entriesPosted()).toHaveLength(1);
    expect((await cohort.entries.any(guildId, entry.number)).card).not.toBeNull();
  });

  it('is not posted any more once it was deleted or hidden', async () => {
    const entry = await publish();
    await cohort.entries.remove(guildId, entry.number, amina.id);
    await cohort.poster.postDue();
    expect(entriesPosted()).toEqual([]);
    expect(
      await cohort.database.query('SELECT 1 FROM queue_items WHERE publication_due_at IS NOT NULL'),
    ).toEqual([]);
  });
});

describe('the reminder', () => {
  const hour = 3_600_000;
  const reminders = () => cohort.posted.filter(({ what }) => what === 'reminder');

  it('comes once for all that has waited for a day, and again a day later', async () => {
    const second = await cohort.entries.share(guildId, amina, typed());
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.reports.report(guildId, second.number, kofi, spam);
    later(23 * hour);
    await cohort.poster.remindDue();
    expect(reminders()).toEqual([]);
    later(hour);
    await cohort.connectAll();
    await Promise.all(Array.from({ length: 30 }, () => cohort.poster.remindDue()));
    expect(reminders()).toEqual([{ what: 'reminder', channelId: logChannelId, count: 2 }]);
    later(23 * hour);
    await cohort.poster.remindDue();
    expect(reminders()).toHaveLength(1);
    later(hour);
    await cohort.poster.remindDue();
    expect(reminders()).toHaveLength(2);
  });

  it('comes neither without a log channel nor for what was decided', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    later(25 * hour);
    await cohort.set({ logChannelId: null });
    await cohort.poster.remindDue();
    await cohort.set({ logChannelId });
    await cohort.queue.decide(guildId, await cohort.onlyItem(), { deed: 'keep', actorId: moderator.id });
    await cohort.poster.remindDue();
    expect(reminders()).toEqual([]);
  });
});
