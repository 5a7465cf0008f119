/** Muting on a real database: who may not write, until when, and who is first. */
import { beforeEach, describe, expect, it } from 'vitest';
import { memberHash } from '../../../src/features/guard/member-hash.js';
import { ProfileService } from '../../../src/features/profiles/profile-service.js';
import { ProfileStore } from '../../../src/features/profiles/profile-store.js';
import { ImportService } from '../../../src/features/readme/import-service.js';
import { ImportStore } from '../../../src/features/readme/import-store.js';
import {
  amina,
  atOnce,
  guildId,
  kofi,
  moderator,
  otherGuildId,
  typed,
  useCohort,
  wanjiru,
} from '../../support/cohort.js';
import { passingGuard } from '../../support/passing-guard.js';

const cohort = useCohort(20);
const day = 86_400_000;
const start = new Date('2026-03-02T08:00:00Z');

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  cohort.time.now = start;
  await cohort.guilds.settings(guildId);
});

const mute = (member = kofi, duration: string | null = null, reason: string | null = null) =>
  cohort.mutes.mute(guildId, member, moderator, { duration, reason });
const unmute = (member = kofi) => cohort.mutes.unmute(guildId, member.id, moderator, null);
const isMuted = async (member = kofi) => (await cohort.mutes.active(guildId, member.id)) !== undefined;
const logged = () =>
  cohort.database.query('SELECT action, subject, before, after FROM audit_log ORDER BY id');
const notices = () =>
  cohort.database.query(
    `SELECT member_id, payload ->> 'kind' AS kind, payload -> 'facts' AS facts FROM outbox_messages
      WHERE topic = 'notice' ORDER BY created_at, kind`,
  );

describe('a mute', () => {
  it('lasts a day unless told, ends by itself, and its member is told', async () => {
    const tomorrow = new Date(start.getTime() + day);
    expect(await mute(kofi, null, 'Advertising')).toEqual({ until: tomorrow });
    expect(await logged()).toMatchObject([
      { action: 'member-muted', after: { until: tomorrow.toISOString() } },
    ]);
    expect(await notices()).toEqual([
      {
        member_id: kofi.id,
        kind: 'member-muted',
        facts: { until: tomorrow.toISOString(), reason: 'Advertising' },
      },
    ]);
    await expect(cohort.mutes.requireUnmuted(guildId, kofi.id)).rejects.toMatchObject({
      code: 'muted',
      facts: { until: tomorrow },
    });
    expect(await isMuted(amina)).toBe(false);
    await expect(cohort.mutes.requireUnmuted(otherGuildId, kofi.id)).resolves.toBeUndefined();
    cohort.time.now = tomorrow;
    expect(await isMuted()).toBe(false);
    await expect(unmute()).rejects.toMatchObject({ code: 'not-muted' });
    expect(await mute(kofi, '2h')).toEqual({ until: new Date(tomorrow.getTime() + 2 * 3_600_000) });
  });

  it('until further notice ends when a moderator says so', async () => {
    expect(await mute(kofi, 'until further notice')).toEqual({ until: null });
    cohort.time.now = new Date(start.getTime() + 1_000 * day);
    expect(await isMuted()).toBe(true);
    await unmute();
    expect(await isMuted()).toBe(false);
    expect((await notices()).map(({ kind }) => kind)).toEqual(['member-muted', 'member-unmuted']);
  });

  it('is set once and ended once, also by twenty at once', async () => {
    const results = await atOnce(20, (index) => mute(kofi, `${index + 1} days`));
    const until = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.until] : []));
    expect(until).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({
          code: 'already-muted',
          facts: { memberId: kofi.id, until: until[0] },
        });
      }
    }
    const ended = await atOnce(20, () => unmute());
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await logged()).map(({ action }) => action)).toEqual(['member-muted', 'member-unmuted']);
  });

  it('is neither for moderators, nor for bots, nor for oneself', async () => {
    const other = { ...moderator, id: '800000000000000010' };
    const byOther = cohort.mutes.mute(guildId, moderator, other, { duration: null, reason: null });
    await expect(byOther).rejects.toMatchObject({ code: 'cannot-mute', facts: { who: 'moderator' } });
    await expect(mute(moderator)).rejects.toMatchObject({ facts: { who: 'self' } });
    await expect(mute({ ...kofi, isBot: true })).rejects.toMatchObject({ facts: { who: 'bot' } });
    expect(await logged()).toEqual([]);
  });
});

describe('a member whose data were erased', () => {
  const hash = memberHash('token of the tests')(guildId, kofi.id);

  it('stays muted, and is unmuted without being named in the log', async () => {
    await cohort.database.query(
      'INSERT INTO muted_hashes (guild_id, hash, muted_until) VALUES ($1, $2, $3)',
      [guildId, hash, new Date(start.getTime() + day)],
    );
    expect(await isMuted()).toBe(true);
    expect(await isMuted(amina)).toBe(false);
    await expect(mute()).rejects.toMatchObject({ code: 'already-muted' });
    await unmute();
    expect(await isMuted()).toBe(false);
    expect(await logged()).toMatchObject([{ action: 'member-unmuted', subject: null }]);
    expect(await cohort.database.query('SELECT 1 FROM members WHERE user_id = $1', [kofi.id])).toEqual([]);
  });
});

describe('a muted member', () => {
  it('writes nothing, and goes on reading, thanking and accepting', async () => {
    const { number } = await cohort.entries.share(guildId, kofi, typed());
    const deleted = await cohort.entries.share(guildId, kofi, typed({ title: 'Deleted' }));
    await cohort.entries.remove(guildId, deleted.number, kofi.id);
    const challenge = await cohort.entries.post(guildId, kofi, typed({ title: 'Stuck' }));
    const solution = await cohort.entries.solve(guildId, amina, challenge.number, {
      solution: 'Try',
      link: '',
    });
    const draft = await cohort.drafts.keep(guildId, kofi.id, 'challenge', { title: 'Stuck again' });
    await mute();
    const profiles = new ProfileService(
      new ProfileStore(cohort.dataSource()),
      () => cohort.time.now,
      passingGuard,
      cohort.mutes,
    );
    const imports = new ImportService({
      store: new ImportStore(cohort.dataSource()),
      mutes: cohort.mutes,
      clock: () => cohort.time.now,
    } as never);
    const project = { track: '', projectName: 'X', repository: '', objective: '', summary: '' };
    const { entries } = cohort;
    const writes: Record<string, () => Promise<unknown>> = {
      share: () => entries.share(guildId, kofi, typed()),
      'share, with nothing typed': () => entries.share(guildId, kofi, typed({ title: '' })),
      'post, of a draft': () => entries.post(guildId, kofi, typed(), { draftId: draft }),
      check: () => entries.checkChallenge(guildId, kofi, typed()),
      post: () => entries.post(guildId, kofi, typed()),
      solve: () => entries.solve(guildId, kofi, challenge.number, { solution: 'Mine', link: '' }),
      edit: () => entries.edit(guildId, number, kofi, typed({ title: 'Edited' })),
      restore: () => entries.restore(guildId, deleted.number, kofi.id),
      project: () => profiles.editProject(guildId, kofi, project),
      links: () => profiles.editLinks(guildId, kofi, { links: '', areShown: false }),
      'import, opened': () => imports.open(guildId, kofi, { name: 'README.md', url: '' }),
      'import, kept': () => imports.confirm(guildId, kofi, '', { channelId: '', language: 'en' }),
    };
    const before = await cohort.database.query('SELECT last_number FROM guilds');
    for (const [name, write] of Object.entries(writes)) {
      await expect(write(), name).rejects.toMatchObject({ code: 'muted' });
    }
    expect(await cohort.database.query('SELECT last_number FROM guilds')).toEqual(before);
    expect(await cohort.database.query('SELECT 1 FROM profiles')).toEqual([]);
    await cohort.votes.toggleHelpful(guildId, solution.number, kofi);
    await cohort.challenges.accept(guildId, solution.number, kofi);
    await cohort.entries.remove(guildId, number, kofi.id);
    await unmute();
    // It was not used up.
    await entries.post(guildId, kofi, typed({ title: 'Stuck again' }), { draftId: draft });
    for (const name of ['share', 'restore', 'project']) await writes[name]?.();
  });

  it('need not have used the bot before', async () => {
    await mute(wanjiru);
    expect(
      await cohort.database.query('SELECT display_name FROM members WHERE user_id = $1', [wanjiru.id]),
    ).toEqual([{ display_name: wanjiru.displayName }]);
  });

  it('is forgotten as such once the mute is over', async () => {
    await mute();
    await mute(wanjiru, 'forever');
    cohort.time.now = new Date(start.getTime() + 2 * day);
    await cohort.mutes.removeExpired();
    expect(await cohort.database.query('SELECT member_id FROM mutes')).toEqual([{ member_id: wanjiru.id }]);
  });
});
