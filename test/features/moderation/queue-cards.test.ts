/** What the queue shows in the log channel and publishes in the cohort's, and its reminder. */
import { beforeEach, describe, expect, it } from 'vitest';
import { amina, guildId, kofi, moderator, typed, wanjiru } from '../../support/cohort.js';
import { cohortChannelId, logChannelId, useQueue } from '../../support/queue.js';

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
const cardsPosted = () => cohort.posted.filter(({ what }) => what === 'card');
const lastText = () => cohort.posted.at(-1)?.text;

describe('a card in the log channel', () => {
  it('is posted once by any number of processes, and updated by a second report and by the decision', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.connectAll();
    await Promise.all(Array.from({ length: 8 }, () => cohort.work()));
    expect(cardsPosted()).toMatchObject([{ channelId: logChannelId }]);
    await cohort.reports.report(guildId, number, wanjiru, spam);
    await cohort.work();
    expect(cohort.posted.at(-1)).toMatchObject({ what: 'update', messageId: cardsPosted()[0]?.messageId });
    expect(lastText()).toContain('Spam × 2');
    await cohort.queue.decide(guildId, await cohort.onlyItem(), { action: 'hide', actorId: moderator.id });
    await cohort.work();
    expect(lastText()).toMatch(/hid/i);
    const count = cohort.posted.length;
    await cohort.work();
    expect(cohort.posted).toHaveLength(count);
  });

  it('shows what changed while it was being posted', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    const { post } = cohort.messenger;
    cohort.messenger.post = async (asked) => {
      cohort.messenger.post = post;
      await cohort.reports.report(guildId, number, wanjiru, spam);
      return post(asked);
    };
    await cohort.work();
    expect(lastText()).toContain('Spam × 2');
  });

  it('follows its author’s edit, deletion and undo', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.work();
    await cohort.entries.edit(guildId, number, amina, typed({ title: 'Put right' }));
    await cohort.work();
    expect(lastText()).toContain('Put right');
    await cohort.entries.remove(guildId, number, amina.id);
    await cohort.work();
    expect(lastText()).not.toContain('Put right');
    await cohort.entries.restore(guildId, number, amina.id);
    await cohort.work();
    expect(lastText()).toContain('Put right');
  });

  it('says that its author is muted meanwhile, and stays open', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.work();
    const id = await cohort.onlyItem();
    const author = await cohort.queue.authorOf(guildId, id);
    await cohort.mutes.mute(guildId, author, moderator, { duration: null, reason: null });
    await cohort.queue.authorChanged(guildId, author.id);
    const count = cohort.posted.length;
    await cohort.work();
    expect(cohort.posted.slice(count).map(({ what }) => what)).toContain('update');
    expect((await cohort.queue.item(guildId, id)).author?.muted?.until).toEqual(
      new Date('2026-03-05T09:00:00Z'),
    );
    later(25 * 3_600_000);
    expect((await cohort.queue.item(guildId, id)).author?.muted).toBeNull();
  });

  it('that may have been posted is looked for before it is posted again', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    cohort.messenger.faults.push('posted-unheard');
    await cohort.work();
    later(60_000);
    await cohort.work();
    expect(cardsPosted()).toHaveLength(1);
    expect(await cohort.owed('queue-card')).toEqual([]);
  });

  it('goes to whatever log channel is set, at once when another is', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    cohort.messenger.channels.set(logChannelId, { outcome: 'refused', reason: 'no-access' });
    await cohort.work();
    expect(await cohort.owed('queue-card')).toMatchObject([{ reason: 'no-access' }]);
    await cohort.set({ logChannelId: '720000000000000009' });
    await cohort.work();
    expect(cardsPosted()).toMatchObject([{ channelId: '720000000000000009' }]);
  });

  it('is posted again when somebody deleted it while it was open', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.work();
    await cohort.reports.report(guildId, number, wanjiru, spam);
    cohort.answers.update = 'gone';
    later(1_000);
    await cohort.work();
    cohort.answers.update = 'updated';
    cohort.messenger.messages.length = 0;
    await cohort.work();
    expect(cardsPosted()).toHaveLength(2);
  });

  it('comes once a log channel is set, and not at all for what was decided before', async () => {
    await cohort.set({ logChannelId: null });
    const second = await cohort.entries.share(guildId, amina, typed({ title: 'The second one' }));
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.queue.decide(guildId, await cohort.onlyItem(), { action: 'keep', actorId: moderator.id });
    await cohort.reports.report(guildId, second.number, kofi, spam);
    await cohort.work();
    expect(done()).toEqual([]);
    await cohort.set({ logChannelId });
    await cohort.work();
    expect(cardsPosted().map(({ text }) => text)).toEqual([expect.stringContaining('The second one')]);
  });

  it('holds nothing of an entry that was erased, and the item goes with it', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.work();
    await cohort.database.query('DELETE FROM entries');
    await cohort.work();
    expect(cohort.posted.at(-1)).toMatchObject({ what: 'update' });
    expect(lastText()).not.toContain(typed().title);
    expect(await cohort.database.query('SELECT 1 FROM queue_items')).toEqual([]);
  });

  it('is not posted of an entry that was erased before, and its item goes as well', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.database.query('DELETE FROM entries');
    await cohort.work();
    await cohort.work();
    expect(done()).toEqual([]);
    expect(await cohort.database.query('SELECT 1 FROM queue_items')).toEqual([]);
  });
});

describe('what was published', () => {
  const publish = async () => {
    await cohort.set({ review: 'all' });
    const entry = await cohort.entries.share(guildId, amina, typed());
    await cohort.queue.decide(guildId, await cohort.onlyItem(), { action: 'publish', actorId: moderator.id });
    return entry;
  };
  const entriesPosted = () => cohort.posted.filter(({ what }) => what === 'entry');

  it.each([undefined, 'posted-unheard'] as const)(
    'gets its card in the cohort’s channel, once, and the bot remembers it (%s)',
    async (fault) => {
      const entry = await publish();
      if (fault) cohort.messenger.faults.push(fault);
      await Promise.all(Array.from({ length: 8 }, () => cohort.work()));
      later(60_000);
      await cohort.work();
      expect(entriesPosted()).toMatchObject([{ channelId: cohortChannelId }]);
      expect((await cohort.entries.any(guildId, entry.number)).card).toEqual({
        channelId: cohortChannelId,
        messageId: entriesPosted()[0]?.messageId,
      });
    },
  );

  it('is not posted any more once it was deleted or hidden', async () => {
    const entry = await publish();
    await cohort.entries.remove(guildId, entry.number, amina.id);
    await cohort.work();
    expect(entriesPosted()).toEqual([]);
    expect(await cohort.owed('publication')).toEqual([]);
  });
});

describe('the reminder', () => {
  const hour = 3_600_000;
  const reminders = () => cohort.posted.filter(({ what }) => what === 'reminder');
  const remind = () => cohort.work({ reminds: true });

  it('comes once for all that has waited for a day, and again a day later', async () => {
    const second = await cohort.entries.share(guildId, amina, typed());
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.reports.report(guildId, second.number, kofi, spam);
    later(23 * hour);
    await remind();
    expect(reminders()).toEqual([]);
    later(hour);
    await cohort.connectAll();
    await Promise.all(Array.from({ length: 30 }, remind));
    expect(reminders()).toMatchObject([{ channelId: logChannelId, text: expect.stringContaining('2') }]);
    later(23 * hour);
    await remind();
    expect(reminders()).toHaveLength(1);
    later(hour);
    await remind();
    expect(reminders()).toHaveLength(2);
  });

  it('that the channel refuses is not lost for a day', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    later(24 * hour);
    cohort.messenger.channels.set(logChannelId, { outcome: 'refused', reason: 'no-permission' });
    await remind();
    cohort.messenger.channels.clear();
    later(60_000);
    await remind();
    expect(reminders()).toHaveLength(1);
  });

  it('comes neither without a log channel nor for what was decided', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    later(25 * hour);
    await cohort.set({ logChannelId: null });
    await remind();
    await cohort.set({ logChannelId });
    await cohort.queue.decide(guildId, await cohort.onlyItem(), { action: 'keep', actorId: moderator.id });
    await remind();
    expect(reminders()).toEqual([]);
  });
});
