/** Reporting entries on a real database: who may, once each, and one item in the queue however many report. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ModerationStore } from '../../../src/features/moderation/moderation-store.js';
import { amina, atOnce, guildId, kofi, moderator, typed, wanjiru } from '../../support/cohort.js';
import { useQueue } from '../../support/queue.js';
import { randomOf } from '../secrets/planted-secrets.js';

const cohort = useQueue();
const spam = { reason: 'spam', note: '' };
let number = 0;

beforeEach(async () => {
  await cohort.beginAnew();
  ({ number } = await cohort.entries.share(guildId, amina, typed()));
});

const count = async (table: 'reports' | 'queue_items') =>
  Number((await cohort.database.query(`SELECT count(*) FROM ${table}`))[0]?.['count']);
const outcomes = async () =>
  (await cohort.database.query('SELECT outcome FROM queue_items ORDER BY opened_at, id')).map(
    ({ outcome }) => outcome,
  );

describe('a report', () => {
  it('shows moderators the entry with the reason, the note and its author’s record', async () => {
    await cohort.reports.report(guildId, number, kofi, { reason: 'private-data', note: '  A key\nof mine ' });
    const { item, count: open } = await cohort.queue.page(guildId, 0);
    expect(open).toBe(1);
    expect(item).toMatchObject({
      isReview: false,
      verdict: null,
      entry: { number },
      reports: [{ reporterId: kofi.id, reason: 'private-data', note: 'A key\nof mine' }],
      author: {
        id: amina.id,
        publishedCount: 1,
        hiddenCount: 0,
        removedCount: 0,
        upheldCount: 0,
        muted: null,
      },
    });
  });

  it('whose note holds a secret is refused, and nothing of it is kept', async () => {
    const note = `Their key is ghp_${randomOf(7).of(36)}`;
    await expect(
      cohort.reports.report(guildId, number, kofi, { reason: 'private-data', note }),
    ).rejects.toMatchObject({ code: 'secret-found' });
    expect([await count('reports'), await count('queue_items')]).toEqual([0, 0]);
  });

  it('of one member and entry is there once, however often it is handed in at once', async () => {
    const results = await atOnce(20, () => cohort.reports.report(guildId, number, kofi, spam));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'report-already' });
    }
    expect([await count('reports'), await count('queue_items')]).toEqual([1, 1]);
  });

  it('joins those of others in one item, also when all come at once', async () => {
    const results = await atOnce(20, (index) =>
      cohort.reports.report(
        guildId,
        number,
        {
          id: `8100000000000000${String(index).padStart(2, '0')}`,
          displayName: `Member ${index}`,
          isBot: false,
        },
        spam,
      ),
    );
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect([await count('reports'), await count('queue_items')]).toEqual([20, 1]);
  });

  it.each([
    ['report-own-entry', () => cohort.reports.report(guildId, number, amina, spam)],
    ['bots-cannot', () => cohort.reports.report(guildId, number, { ...kofi, isBot: true }, spam)],
    ['entry-not-found', () => cohort.reports.report(guildId, 99, kofi, spam)],
    ['report-reason-missing', () => cohort.reports.report(guildId, number, kofi, { reason: '', note: 'x' })],
    ['report-not-an-entry', () => cohort.reports.entryIn(guildId, '730000000000000099')],
  ])('is refused: %s', async (code, work) => {
    await expect(work()).rejects.toMatchObject({ code });
    expect(await count('reports')).toBe(0);
  });

  it('may be made again once moderators have decided', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    const id = await cohort.onlyItem();
    await cohort.queue.decide(guildId, id, { action: 'keep', actorId: moderator.id });
    await cohort.reports.report(guildId, number, kofi, spam);
    expect(await count('queue_items')).toBe(2);
  });

  it('goes with a reporter who is erased; the item stays', async () => {
    await cohort.entries.share(guildId, kofi, typed());
    await cohort.reports.report(guildId, number, wanjiru, spam);
    await cohort.database.query('DELETE FROM members WHERE user_id = $1', [wanjiru.id]);
    expect((await cohort.queue.page(guildId, 0)).item).toMatchObject({ reports: [], entry: { number } });
  });
});

describe('what its author or a moderator does meanwhile', () => {
  it('settles the item: deleted by its author, hidden or removed by command', async () => {
    const moderation = new ModerationStore(cohort.dataSource());
    const second = await cohort.entries.share(guildId, amina, typed());
    const third = await cohort.entries.share(guildId, amina, typed());
    for (const entry of [{ number }, second, third]) {
      await cohort.reports.report(guildId, entry.number, kofi, spam);
      cohort.time.now = new Date(cohort.time.now.getTime() + 1_000);
    }
    const action = { guildId, actorId: moderator.id, reason: null, at: cohort.time.now };
    await cohort.entries.remove(guildId, number, amina.id);
    await moderation.hide({ ...action, number: second.number });
    await moderation.remove({ ...action, number: third.number });
    expect(await outcomes()).toEqual(['withdrawn', 'hidden', 'removed']);
    expect((await cohort.queue.page(guildId, 0)).count).toBe(0);
  });

  it('opens it again when its author brings the entry back', async () => {
    await cohort.reports.report(guildId, number, kofi, spam);
    await cohort.entries.remove(guildId, number, amina.id);
    await cohort.entries.restore(guildId, number, amina.id);
    expect((await cohort.queue.page(guildId, 0)).item).toMatchObject({
      entry: { number },
      reports: [{ reporterId: kofi.id }],
    });
  });

  it('never leaves an open item of an entry that is gone, whatever comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const entry = await cohort.entries.share(guildId, amina, typed());
      const results = await Promise.allSettled([
        cohort.reports.report(guildId, entry.number, kofi, spam),
        cohort.entries.remove(guildId, entry.number, amina.id),
        cohort.reports.report(guildId, entry.number, wanjiru, spam),
      ]);
      expect(results[1].status).toBe('fulfilled');
    }
    expect((await cohort.queue.page(guildId, 0)).count).toBe(0);
  });
});
