/** Looking into the audit log: filters, pages that do not shift, and whose they are. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AuditService } from '../../../src/features/audit/audit-service.js';
import { type LoggedAction, logAction } from '../../../src/features/audit/audit-statement.js';
import { AuditStore } from '../../../src/features/audit/audit-store.js';
import { ListingStore } from '../../../src/features/drafts/listing-store.js';
import { amina, guildId, kofi, moderator, otherGuildId, typed, useCohort } from '../../support/cohort.js';
import { createSearch } from '../../support/create-search.js';

const cohort = useCohort();
const clock = () => cohort.time.now;
const audit = () =>
  new AuditService(new AuditStore(cohort.dataSource()), new ListingStore(cohort.dataSource()), clock);
const log = (changes: Partial<LoggedAction> = {}) =>
  cohort
    .dataSource()
    .transaction((manager) =>
      logAction(manager, { guildId, action: 'entry-hidden', actorId: moderator.id, at: clock(), ...changes }),
    );
const open = (filter: Parameters<AuditService['open']>[2] = {}) =>
  audit().open(guildId, moderator.id, filter);
const turn = (id: string | null, page: number) => audit().turn(guildId, moderator.id, id ?? '', page);

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  for (const id of [guildId, otherGuildId]) await cohort.guilds.settings(id);
});

describe('the audit log', () => {
  it('is read a page at a time, and what is logged meanwhile shifts nothing', async () => {
    for (let index = 0; index < 20; index += 1) await log({ note: `${index}` });
    await log({ guildId: otherGuildId });
    const first = await open();
    expect(first).toMatchObject({ page: 0, pageCount: 3, total: 20 });
    expect(first.lines.map(({ reason }) => reason)).toEqual(['19', '18', '17', '16', '15', '14', '13', '12']);
    await log({ note: 'newer' });
    const last = await turn(first.id, 2);
    expect(last.lines.map(({ reason }) => reason)).toEqual(['3', '2', '1', '0']);
    expect((await turn(first.id, 99)).lines).toEqual(last.lines);
    expect((await open()).lines[0]?.reason).toBe('newer');
  });

  it('is filtered by what was done, and by who did it or whom it concerns', async () => {
    await log({ subjectId: kofi.id });
    await log({ action: 'member-muted', subjectId: amina.id, after: { until: null } });
    await log({ action: 'digest-run', actorId: kofi.id });
    await log({ action: 'settings-changed', actorId: undefined });
    const actions = async (filter: Parameters<AuditService['open']>[2]) =>
      (await open(filter)).lines.map(({ action }) => action);
    expect(await actions({ memberId: kofi.id })).toEqual(['digest-run', 'entry-hidden']);
    expect(await actions({ memberId: moderator.id, action: 'member-muted' })).toEqual(['member-muted']);
    expect(await actions({ memberId: '800000000000000077' })).toEqual([]);
    expect((await open({ action: 'settings-changed' })).lines[0]).toMatchObject({
      actorId: null,
      subjectId: null,
    });
  });

  it('names an entry with its card, and an erased member as a former member', async () => {
    const { number } = await cohort.entries.share(guildId, kofi, typed());
    const place = { channelId: '600000000000000001', messageId: '610000000000000001' };
    await cohort.cards.record(guildId, number, place);
    await log({ subjectId: kofi.id, entry: { number, revision: 1 } });
    await cohort.database.query('DELETE FROM subjects WHERE user_id = $1', [kofi.id]);
    expect((await open()).lines).toMatchObject([
      { entryNumber: number, card: place, actorId: moderator.id, subjectId: '0' },
    ]);
  });

  it('pages only for the member who opened it, for a day, and not by another list’s id', async () => {
    for (let index = 0; index < 9; index += 1) await log();
    const { id } = await open();
    await expect(audit().turn(guildId, kofi.id, id ?? '', 1)).rejects.toMatchObject({
      code: 'not-your-control',
    });
    await expect(audit().turn(otherGuildId, moderator.id, id ?? '', 1)).rejects.toMatchObject({
      code: 'listing-gone',
    });
    const search = createSearch(cohort.dataSource(), new ListingStore(cohort.dataSource()), clock);
    await expect(search.turn(guildId, moderator.id, id ?? '', 1)).rejects.toMatchObject({
      code: 'listing-gone',
    });
    const before = cohort.time.now;
    cohort.time.now = new Date(before.getTime() + 86_400_001);
    await expect(turn(id, 1)).rejects.toMatchObject({ code: 'listing-gone' });
    cohort.time.now = before;
  });
});
