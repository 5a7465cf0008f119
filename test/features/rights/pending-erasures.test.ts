/** Erasing somebody else waits a day and can be cancelled; a moderator can't erase the trail of their actions. */
import { beforeEach, describe, expect, it } from 'vitest';
import { logAction } from '../../../src/features/audit/audit-statement.js';
import { memberHash } from '../../../src/features/guard/member-hash.js';
import { DataRightsService } from '../../../src/features/rights/data-rights-service.js';
import { DataRightsStore } from '../../../src/features/rights/data-rights-store.js';
import { ForgetStore } from '../../../src/features/rights/forget-store.js';
import { PendingErasureStore } from '../../../src/features/rights/pending-erasure-store.js';
import { amina, guildId, kofi, moderator, typed, useCohort } from '../../support/cohort.js';
import { exportWriter } from '../../support/export-writer.js';

const cohort = useCohort();
const hour = 3_600_000;
const day = 24 * hour;
const start = new Date('2026-03-02T08:00:00Z').getTime();

const rights = () =>
  new DataRightsService({
    data: new DataRightsStore(cohort.dataSource()),
    erasing: new ForgetStore(cohort.dataSource()),
    pending: new PendingErasureStore(cohort.dataSource()),
    drafts: { forgetHeld: () => undefined },
    writer: exportWriter,
    hashOf: memberHash('a token'),
    clock: () => cohort.time.now,
  });
const after = (ms: number) => {
  cohort.time.now = new Date(start + ms);
};
const logged = async () =>
  (
    await cohort.database.query(
      `SELECT a.action, s.user_id::text AS actor FROM audit_log a LEFT JOIN subjects s ON s.key = a.actor
        WHERE a.guild_id = $1 ORDER BY a.id`,
      [guildId],
    )
  ).map(({ action, actor }) => `${action} ${actor}`);
const isThere = async (id: string) =>
  (await cohort.database.query('SELECT FROM members WHERE guild_id = $1 AND user_id = $2', [guildId, id]))
    .length === 1;

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  after(0);
  await cohort.entries.share(guildId, amina, typed({ title: 'What Amina learned' }));
});

describe('erasing somebody else', () => {
  it('happens a day later, and is logged when it is asked for and when it is done', async () => {
    expect(await rights().request(guildId, amina.id, 'removed', moderator.id)).toEqual(new Date(start + day));
    after(day - 1);
    await rights().eraseDue();
    expect(await isThere(amina.id)).toBe(true);
    after(day);
    await rights().eraseDue();
    expect(await isThere(amina.id)).toBe(false);
    expect(await rights().pending(guildId, amina.id)).toBeUndefined();
    expect(await logged()).toEqual([`erasure-requested ${moderator.id}`, `member-forgotten ${moderator.id}`]);
  });

  it.each([
    ['another manager', kofi.id],
    ['the member', amina.id],
  ])('is cancelled by %s', async (_who, by) => {
    await rights().request(guildId, amina.id, 'removed', moderator.id);
    await rights().cancel(guildId, amina.id, by);
    after(2 * day);
    await rights().eraseDue();
    expect(await isThere(amina.id)).toBe(true);
    expect(await logged()).toEqual([`erasure-requested ${moderator.id}`, `erasure-cancelled ${by}`]);
    await expect(rights().cancel(guildId, amina.id, by)).rejects.toMatchObject({ code: 'no-erasure-waits' });
  });

  it('waits from the first time it is asked for', async () => {
    const dueAt = await rights().request(guildId, amina.id, 'removed', moderator.id);
    after(hour);
    await expect(rights().request(guildId, amina.id, 'kept', kofi.id)).rejects.toMatchObject({
      code: 'erasure-waits',
      facts: { memberId: amina.id, dueAt },
    });
  });

  it('still happens when the moderator who asked for it is erased meanwhile', async () => {
    await rights().request(guildId, amina.id, 'removed', kofi.id);
    await cohort.database.query('UPDATE subjects SET key = gen_random_uuid() WHERE user_id = $1', [kofi.id]);
    await rights().forget(guildId, kofi.id, 'removed');
    after(day);
    await rights().eraseDue();
    expect(await isThere(amina.id)).toBe(false);
    expect((await logged()).at(-1)).toBe('member-forgotten null');
  });
});

describe('a moderator who erases themselves', () => {
  const moderate = (actorId: string) =>
    logAction(cohort.dataSource().manager, {
      guildId,
      action: 'member-muted',
      actorId,
      subjectId: amina.id,
      note: 'Shouting',
      at: cohort.time.now,
    });
  const notes = () => cohort.database.query('SELECT text FROM audit_notes WHERE guild_id = $1', [guildId]);

  it('stays named in the log for 90 days, reasons included, and the erasure is logged', async () => {
    await moderate(moderator.id);
    after(hour);
    await rights().forget(guildId, moderator.id, 'removed');
    expect(await logged()).toEqual([`member-muted ${moderator.id}`, `moderator-forgotten ${moderator.id}`]);
    expect(await notes()).toHaveLength(1);
    after(hour + 90 * day - 1);
    await rights().removeEnded();
    expect(await logged()).toEqual([`member-muted ${moderator.id}`, `moderator-forgotten ${moderator.id}`]);
    after(hour + 90 * day);
    await rights().removeEnded();
    expect(await logged()).toEqual(['member-muted null', 'moderator-forgotten null']);
    expect(await notes()).toHaveLength(0);
  });

  it('leaves no trail when it was long ago, and a learner never does', async () => {
    await moderate(moderator.id);
    after(91 * day);
    await rights().forget(guildId, moderator.id, 'removed');
    await rights().forget(guildId, amina.id, 'removed');
    expect(await logged()).toEqual(['member-muted null']);
    expect(await notes()).toHaveLength(0);
  });
});
