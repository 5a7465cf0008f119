/** Somebody who left, and somebody who was forgotten while muted: nothing is orphaned, and nothing is shaken off. */
import { expect, it } from 'vitest';
import { DigestContentStore } from '../../../src/features/digest/digest-content-store.js';
import { ReadmeStore } from '../../../src/features/export/readme-material-store.js';
import { memberHash } from '../../../src/features/guard/member-hash.js';
import { ForgetStore } from '../../../src/features/rights/forget-store.js';
import { LeaderboardService } from '../../../src/features/stats/leaderboard-service.js';
import { LeaderboardStore } from '../../../src/features/stats/leaderboard-store.js';
import { amina, guildId, kofi, moderator, typed, useCohort, wanjiru } from '../../support/cohort.js';

const cohort = useCohort();
const hashOf = memberHash('token of the tests');
const standings = async () => {
  const service = new LeaderboardService(new LeaderboardStore(cohort.dataSource()), () => cohort.time.now);
  const guild = await cohort.guilds.settings(guildId);
  return (await service.standings(guild, 'all', moderator.id)).standings.map(({ userId }) => userId);
};
const digest = () => {
  const end = new Date(cohort.time.now.getTime() + 1000);
  const start = new Date(end.getTime() - 7 * 86_400_000);
  return new DigestContentStore(cohort.dataSource()).read(guildId, { start, end });
};

it('who left keeps what they shared; a moderator accepts in their place, and nobody mentions or ranks them', async () => {
  const { number: challenge } = await cohort.entries.post(guildId, amina, typed());
  const { number: solution } = await cohort.entries.solve(guildId, kofi, challenge, {
    solution: 'So.',
    link: '',
  });
  await cohort.entries.share(guildId, wanjiru, typed());
  await cohort.database.query('UPDATE members SET left_at = $1 WHERE user_id = $2', [
    cohort.time.now,
    amina.id,
  ]);

  await expect(cohort.challenges.accept(guildId, solution, wanjiru)).rejects.toMatchObject({
    code: 'not-the-asker',
  });
  await cohort.challenges.accept(guildId, solution, moderator);
  expect(await cohort.entries.view(guildId, challenge)).toMatchObject({ authorId: amina.id });
  expect(await standings()).toEqual([kofi.id, wanjiru.id]);
  const { pairs, thanks } = await digest();
  expect(pairs[0]?.asker).toMatchObject({ hasLeft: true, name: amina.displayName });
  expect(thanks.newcomers.map(({ id }) => id)).not.toContain(amina.id);
});

it('who was forgotten is nobody in digests, the leaderboard and READMEs, and a moderator alone can settle their challenge', async () => {
  const { number: challenge } = await cohort.entries.post(guildId, amina, typed({ title: 'Left behind' }));
  const { number: solution } = await cohort.entries.solve(guildId, kofi, challenge, {
    solution: 'So.',
    link: '',
  });
  await new ForgetStore(cohort.dataSource()).erase({
    guildId,
    memberId: amina.id,
    entries: 'kept',
    hash: hashOf(guildId, amina.id),
    moderatorId: null,
    at: cohort.time.now,
  });
  await expect(cohort.challenges.accept(guildId, solution, amina)).rejects.toMatchObject({
    code: 'not-the-asker',
  });
  await cohort.challenges.accept(guildId, solution, moderator);
  expect(await standings()).toEqual([kofi.id, wanjiru.id]);
  const { pairs, thanks } = await digest();
  expect(pairs.find(({ number }) => number === challenge)?.asker).toMatchObject({
    hasLeft: true,
    name: 'a former member',
  });
  expect(JSON.stringify(thanks)).not.toContain('former');
  expect(
    JSON.stringify(
      await new ReadmeStore(cohort.dataSource()).ofMember(guildId, kofi.id, { withHidden: false }),
    ),
  ).toContain('a former member');
});

it('a mute outlives the erasure of its member, who cannot shake it off, and ends when it would have', async () => {
  await cohort.entries.share(guildId, amina, typed());
  await cohort.mutes.mute(guildId, amina, moderator, { duration: '2h', reason: null });
  await new ForgetStore(cohort.dataSource()).erase({
    guildId,
    memberId: amina.id,
    entries: 'removed',
    hash: hashOf(guildId, amina.id),
    moderatorId: null,
    at: cohort.time.now,
  });
  expect(await cohort.database.query('SELECT FROM members WHERE user_id = $1', [amina.id])).toEqual([]);
  await expect(cohort.mutes.requireUnmuted(guildId, amina.id)).rejects.toMatchObject({ code: 'muted' });
  await expect(cohort.mutes.requireUnmuted(guildId, kofi.id)).resolves.toBeUndefined();
  cohort.time.now = new Date(cohort.time.now.getTime() + 2 * 3_600_000);
  await expect(cohort.mutes.requireUnmuted(guildId, amina.id)).resolves.toBeUndefined();
});
