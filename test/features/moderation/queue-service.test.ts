/** Deciding on what is in the queue, on a real database: once, all of it in one transaction, with its line in the log. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { QueueAction } from '../../../src/features/moderation/queue-model.js';
import {
  amina,
  atOnce,
  guildId,
  kofi,
  moderator,
  otherGuildId,
  typed,
  wanjiru,
} from '../../support/cohort.js';
import { useQueue } from '../../support/queue.js';

const cohort = useQueue();
let number = 0;

beforeEach(async () => {
  await cohort.beginAnew();
  ({ number } = await cohort.entries.share(guildId, amina, typed()));
  await cohort.reports.report(guildId, number, kofi, { reason: 'spam', note: '' });
});

const decide = (id: string, action: QueueAction, actorId = moderator.id) =>
  cohort.queue.decide(guildId, id, { action, actorId });
const log = async () =>
  cohort.database.query('SELECT action, entry_number, after FROM audit_log ORDER BY id');
const state = async () =>
  (
    await cohort.database.query(
      'SELECT visible, hidden_at IS NOT NULL AS hidden, deleted_at IS NOT NULL AS deleted FROM entries WHERE number = $1',
      [number],
    )
  )[0];

describe('a decision', () => {
  it.each([
    ['keep', 'kept', 'report-dismissed', { visible: true }],
    ['hide', 'hidden', 'entry-hidden', { hidden: true, deleted: false }],
    ['remove', 'removed', 'entry-removed', { deleted: true }],
  ] as const)('%s: the entry, the item and the log say so', async (action, outcome, logged, expected) => {
    const id = await cohort.onlyItem();
    await decide(id, action);
    expect(await state()).toMatchObject(expected);
    expect(await log()).toEqual([{ action: logged, entry_number: number, after: { reports: 1 } }]);
    expect((await cohort.queue.item(guildId, id)).verdict).toEqual({
      outcome,
      byId: moderator.id,
      at: cohort.time.now,
    });
    expect((await cohort.queue.page(guildId, 0)).count).toBe(0);
  });

  it('is made by the first of twenty moderators at once; the others see who it was', async () => {
    const id = await cohort.onlyItem();
    const actions = ['keep', 'hide', 'remove'] as const;
    await cohort.connectAll();
    const results = await atOnce(20, (index) =>
      decide(id, actions[index % 3] ?? 'keep', `81000000000000${1000 + index}`),
    );
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status !== 'rejected') continue;
      expect(result.reason).toMatchObject({
        code: 'queue-decided',
        facts: { byId: `81000000000000${1000 + won}` },
      });
    }
    expect(await log()).toHaveLength(1);
  });

  it('at the same time as the author’s deletion: one of them wins, and nothing is left open', async () => {
    for (let round = 0; round < 10; round += 1) {
      cohort.time.now = new Date(cohort.time.now.getTime() + 1_000);
      const entry = await cohort.entries.share(guildId, amina, typed());
      await cohort.reports.report(guildId, entry.number, kofi, { reason: 'spam', note: '' });
      const { count, item } = await cohort.queue.page(guildId, 9);
      expect(item?.entry?.number).toBe(entry.number);
      await Promise.allSettled([
        decide(item?.id ?? '', 'hide'),
        cohort.entries.remove(guildId, entry.number, amina.id),
      ]);
      expect((await cohort.queue.page(guildId, 0)).count).toBe(count - 1);
    }
  });

  it('is of the guild’s own items alone, and only what fits them', async () => {
    const id = await cohort.onlyItem();
    const elsewhere = cohort.queue.decide(otherGuildId, id, { action: 'hide', actorId: moderator.id });
    await expect(elsewhere).rejects.toMatchObject({ code: 'queue-gone' });
    await expect(decide(id, 'publish')).rejects.toMatchObject({ code: 'queue-gone' });
    expect(await state()).toMatchObject({ visible: true });
    expect((await cohort.queue.page(guildId, 0)).count).toBe(1);
  });

  it('counts in its author’s record, also once the entry is erased', async () => {
    await decide(await cohort.onlyItem(), 'remove');
    await cohort.database.query('DELETE FROM entries');
    const next = await cohort.entries.share(guildId, amina, typed());
    await cohort.reports.report(guildId, next.number, wanjiru, { reason: 'other', note: 'Again' });
    expect((await cohort.queue.page(guildId, 0)).item?.author).toMatchObject({
      removedCount: 1,
      upheldCount: 1,
    });
  });

  it('is not left to a moderator whose data were erased', async () => {
    const id = await cohort.onlyItem();
    await decide(id, 'keep');
    await cohort.database.query('DELETE FROM subjects WHERE user_id = $1', [moderator.id]);
    expect((await cohort.queue.item(guildId, id)).verdict).toMatchObject({ outcome: 'kept', byId: null });
  });
});

it('pages show what is open, the oldest first, and stay within what there is', async () => {
  cohort.time.now = new Date(cohort.time.now.getTime() + 60_000);
  const second = await cohort.entries.share(guildId, amina, typed());
  await cohort.reports.report(guildId, second.number, kofi, { reason: 'off-topic', note: '' });
  const numbers = [];
  for (const page of [0, 1, 7]) numbers.push((await cohort.queue.page(guildId, page)).item?.entry?.number);
  expect(numbers).toEqual([number, second.number, second.number]);
  expect(await cohort.queue.page(otherGuildId, 0)).toEqual({ page: 0, count: 0, item: null });
});
