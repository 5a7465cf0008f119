/** Hiding, removing and restoring on a real database: what goes, what comes back, and who is first. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ListingStore } from '../../../src/features/drafts/listing-store.js';
import { ModerationService } from '../../../src/features/moderation/moderation-service.js';
import { ModerationStore } from '../../../src/features/moderation/moderation-store.js';
import type { SearchService } from '../../../src/features/search/search-service.js';
import { LeaderboardService } from '../../../src/features/stats/leaderboard-service.js';
import { LeaderboardStore } from '../../../src/features/stats/leaderboard-store.js';
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
import { createSearch } from '../../support/create-search.js';

const cohort = useCohort(20);
const day = 86_400_000;

let moderation: ModerationService;
let search: SearchService;
beforeAll(async () => {
  const clock = () => cohort.time.now;
  moderation = new ModerationService(new ModerationStore(cohort.dataSource()), cohort.entries, clock);
  search = createSearch(cohort.dataSource(), new ListingStore(cohort.dataSource()), clock);
});

const share = async (changes = {}) => (await cohort.entries.share(guildId, amina, typed(changes))).number;

/** A challenge of Amina's with an accepted solution of Kofi's, and another one of Wanjiru's. */
async function pair() {
  const challenge = (await cohort.entries.post(guildId, amina, typed({ title: 'Migrations collide' })))
    .number;
  const solve = async (who: typeof kofi) =>
    (await cohort.entries.solve(guildId, who, challenge, { solution: 'Merge them', link: '' })).number;
  const [accepted, other] = [await solve(kofi), await solve(wanjiru)];
  await cohort.challenges.accept(guildId, accepted, amina);
  return { challenge, accepted, other };
}

const acts = (number: number) =>
  cohort.database
    .query('SELECT action FROM audit_log WHERE guild_id = $1 AND entry_number = $2 ORDER BY id', [
      guildId,
      number,
    ])
    .then((rows) => rows.map(({ action }) => action));
const notices = (number: number) =>
  cohort.database.query(
    `SELECT member_id, payload ->> 'kind' AS kind, payload -> 'facts' AS facts FROM outbox_messages
      WHERE topic = 'notice' AND guild_id = $1 AND (payload ->> 'entryNumber')::integer = $2 ORDER BY created_at, kind`,
    [guildId, number],
  );
const isFound = async (number: number, word: string) => {
  const { results } = await search.search(guildId, { query: word });
  const offered = await search.suggest(guildId, String(number), 'any', amina.id);
  const listed = results.some((result) => result.number === number);
  expect(offered.some((choice) => choice.number === number)).toBe(listed);
  return listed;
};
const hide = (number: number, reason: string | null = null) =>
  moderation.hide(guildId, number, moderator, reason);
const remove = (number: number) => moderation.remove(guildId, number, moderator, null);
const restore = (number: number) => moderation.restore(guildId, number, moderator, null);

describe('hiding', () => {
  it('takes an entry from search, suggestions and the leaderboard; restoring brings all of it back', async () => {
    const number = await share({ title: 'Quaggas graze', body: 'In the evening.' });
    const leaderboard = new LeaderboardService(
      new LeaderboardStore(cohort.dataSource()),
      () => cohort.time.now,
      async () => true,
    );
    const guild = await cohort.guilds.settings(guildId);
    const points = async () => JSON.stringify(await leaderboard.standings(guild, 'all', amina.id));
    const before = await points();
    expect(await isFound(number, 'quaggas')).toBe(true);
    await hide(number, '  Off\ttopic ');
    expect(await isFound(number, 'quaggas')).toBe(false);
    expect(await points()).not.toBe(before);
    await expect(cohort.entries.view(guildId, number)).rejects.toMatchObject({ code: 'entry-hidden' });
    expect(await notices(number)).toMatchObject([
      { member_id: amina.id, kind: 'entry-hidden', facts: { reason: 'Off topic' } },
    ]);
    await restore(number);
    expect(await isFound(number, 'quaggas')).toBe(true);
    expect(await points()).toBe(before);
    expect(await acts(number)).toEqual(['entry-hidden', 'entry-restored']);
  });

  it('is done once, also by twenty at once', async () => {
    const number = await share();
    const results = await atOnce(20, () => hide(number));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already-hidden' });
    }
    expect(await acts(number)).toEqual(['entry-hidden']);
    const back = await atOnce(20, () => restore(number));
    expect(back.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await acts(number)).toEqual(['entry-hidden', 'entry-restored']);
    await expect(restore(number)).rejects.toMatchObject({ code: 'not-taken-away' });
  });

  it('tells the cards that change: its own, its challenge’s and its solutions’', async () => {
    const { challenge, accepted, other } = await pair();
    for (const [index, number] of [challenge, accepted, other].entries()) {
      const messageId = `61000000000000010${index}`;
      await cohort.cards.record(guildId, number, { channelId: '600000000000000001', messageId });
    }
    const sorted = (numbers: number[]) => numbers.toSorted((one, two) => one - two);
    expect(sorted((await hide(challenge)).staleCards)).toEqual(sorted([challenge, accepted, other]));
    expect(sorted((await hide(accepted)).staleCards)).toEqual(sorted([challenge, accepted]));
  });

  it('is of this guild’s entries alone', async () => {
    const number = await share();
    await expect(moderation.hide(otherGuildId, number, moderator, null)).rejects.toMatchObject({
      code: 'entry-not-found',
    });
    expect(await acts(number)).toEqual([]);
  });

  it('at the same time as edits: earlier edits are kept, later ones are refused', async () => {
    const number = await share();
    const edit = (index: number) =>
      cohort.entries.edit(guildId, number, amina, typed({ title: `Edited ${index}` }));
    const [hidden, ...edits] = await Promise.allSettled([
      hide(number),
      ...Array.from({ length: 19 }, (_, i) => edit(i)),
    ]);
    expect(hidden?.status).toBe('fulfilled');
    for (const result of edits) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'entry-hidden' });
    }
    const after = await cohort.entries.any(guildId, number);
    expect(after.hiddenAt).not.toBeNull();
    const [logged] = await cohort.database.query(
      'SELECT entry_revision FROM audit_log WHERE guild_id = $1 AND entry_number = $2',
      [guildId, number],
    );
    expect(logged?.['entry_revision']).toBe(after.revision);
  });
});

describe('removing', () => {
  it('cannot be undone by the author, only by moderators and within 30 days', async () => {
    const number = await share();
    await remove(number);
    await expect(cohort.entries.restore(guildId, number, amina.id)).rejects.toMatchObject({
      code: 'entry-removed',
    });
    await expect(cohort.entries.view(guildId, number)).rejects.toMatchObject({ code: 'entry-removed' });
    await expect(hide(number)).rejects.toMatchObject({ code: 'already-removed' });
    await expect(remove(number)).rejects.toMatchObject({ code: 'already-removed' });
    await restore(number);
    expect((await cohort.entries.view(guildId, number)).deletedBy).toBeNull();
    await remove(number);
    const removedAt = cohort.time.now;
    cohort.time.now = new Date(removedAt.getTime() + 31 * day);
    await expect(restore(number)).rejects.toMatchObject({ code: 'restore-too-late' });
    cohort.time.now = removedAt;
  });

  it('restores a hidden entry completely', async () => {
    const number = await share();
    await hide(number);
    await remove(number);
    await restore(number);
    expect((await cohort.entries.view(guildId, number)).hiddenAt).toBeNull();
    expect(await acts(number)).toEqual(['entry-hidden', 'entry-removed', 'entry-restored']);
  });

  it('leaves what its author deleted to the author', async () => {
    const number = await share();
    await cohort.entries.remove(guildId, number, amina.id);
    for (const act of [hide, remove, restore]) {
      await expect(act(number)).rejects.toMatchObject({ code: 'deleted-by-author' });
    }
    expect(await acts(number)).toEqual([]);
    expect((await cohort.entries.restore(guildId, number, amina.id)).number).toBe(number);
  });

  it('against the author’s deleting and restoring: a removed entry stays removed', async () => {
    const number = await share();
    await atOnce<unknown>(20, (index) =>
      index % 2 ? cohort.entries.remove(guildId, number, amina.id) : remove(number),
    );
    await atOnce(20, () => cohort.entries.restore(guildId, number, amina.id));
    const { deletedAt } = await cohort.entries.any(guildId, number);
    const logged = await acts(number);
    expect(logged).toEqual(deletedAt ? ['entry-removed'] : []);
  });

  it('an author who deleted a hidden entry gets it back hidden', async () => {
    const number = await share();
    await cohort.database.query(
      'UPDATE entries SET hidden_at = $3, deleted_at = $3, deleted_by = $4 WHERE guild_id = $1 AND number = $2',
      [guildId, number, cohort.time.now, amina.id],
    );
    expect((await cohort.entries.restore(guildId, number, amina.id)).hiddenAt).not.toBeNull();
    await expect(cohort.entries.view(guildId, number)).rejects.toMatchObject({ code: 'entry-hidden' });
  });
});

describe('an entry that waits for review', () => {
  it('is not published by restoring, and is hidden for good by hiding', async () => {
    const number = await share();
    await cohort.database.query(
      'UPDATE entries SET hidden_at = $3, held = true WHERE guild_id = $1 AND number = $2',
      [guildId, number, cohort.time.now],
    );
    await expect(restore(number)).rejects.toMatchObject({ code: 'entry-held' });
    await hide(number);
    await expect(hide(number)).rejects.toMatchObject({ code: 'already-hidden' });
    await restore(number);
    expect((await cohort.entries.view(guildId, number)).held).toBe(false);
  });
});

describe('an accepted solution', () => {
  it.each(['hidden', 'removed'])('that is %s reopens its challenge, and gets its place back', async (how) => {
    const { challenge, accepted } = await pair();
    const before = (await cohort.entries.view(guildId, accepted)).acceptedAt;
    const change = await (how === 'hidden' ? hide(accepted) : remove(accepted));
    expect(change).toMatchObject({ authorId: kofi.id, challenge: { number: challenge, authorId: amina.id } });
    expect((await cohort.entries.view(guildId, challenge)).accepted).toBeNull();
    expect(await restore(accepted)).toMatchObject({ challenge: { number: challenge }, stillWithout: null });
    expect(await cohort.entries.view(guildId, accepted)).toMatchObject({
      acceptedAt: before,
      acceptedBy: amina.id,
    });
    expect((await cohort.entries.view(guildId, challenge)).accepted?.number).toBe(accepted);
    expect((await notices(challenge)).map(({ kind, member_id }) => [kind, member_id])).toEqual([
      ['challenge-reopened', amina.id],
      ['challenge-solved-again', amina.id],
    ]);
  });

  it('stays unaccepted when another took its place, or its challenge is gone', async () => {
    const first = await pair();
    await hide(first.accepted);
    await cohort.challenges.accept(guildId, first.other, amina);
    expect(await restore(first.accepted)).toMatchObject({ challenge: null, stillWithout: first.challenge });
    expect((await cohort.entries.view(guildId, first.challenge)).accepted?.number).toBe(first.other);
    const second = await pair();
    await remove(second.accepted);
    await hide(second.challenge);
    expect(await restore(second.accepted)).toMatchObject({ challenge: null, stillWithout: second.challenge });
    // What was lost once is not given back later, behind the asker's back.
    await hide(second.accepted);
    await restore(second.challenge);
    expect(await restore(second.accepted)).toMatchObject({ challenge: null, stillWithout: null });
  });

  it('against accepting another at the same time: one of the two is accepted', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { challenge, accepted, other } = await pair();
      await hide(accepted);
      const [restored] = await Promise.allSettled([
        restore(accepted),
        cohort.challenges.accept(guildId, other, amina),
      ]);
      const { accepted: now } = await cohort.entries.view(guildId, challenge);
      const isBack = restored.status === 'fulfilled' && restored.value.challenge !== null;
      expect(restored.status).toBe('fulfilled');
      expect(now?.number).toBe(isBack ? accepted : other);
    }
  });

  it('against hiding: either it is accepted and loses that, or it cannot be accepted', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { challenge, accepted, other } = await pair();
      await cohort.challenges.reopen(guildId, challenge, amina);
      const [hidden, result] = await Promise.allSettled([
        hide(other),
        cohort.challenges.accept(guildId, other, amina),
      ]);
      expect(hidden.status).toBe('fulfilled');
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'entry-hidden' });
      expect((await cohort.entries.view(guildId, challenge)).accepted).toBeNull();
      expect((await cohort.challenges.accept(guildId, accepted, amina)).acceptedAt).not.toBeNull();
    }
  });
});

describe('what is offered to pick from', () => {
  it('restores only what moderators hid or removed', async () => {
    const [hidden, removed, deleted, present] = [await share(), await share(), await share(), await share()];
    await hide(hidden);
    await remove(removed);
    await cohort.entries.remove(guildId, deleted, amina.id);
    const offered = (await search.suggest(guildId, '', 'taken-away', moderator.id)).map(
      ({ number }) => number,
    );
    expect(offered).toEqual(expect.arrayContaining([hidden, removed]));
    for (const number of [deleted, present]) expect(offered).not.toContain(number);
    const removable = (await search.suggest(guildId, '', 'present', moderator.id)).map(
      ({ number }) => number,
    );
    expect(removable).toEqual(expect.arrayContaining([hidden, present]));
    for (const number of [removed, deleted]) expect(removable).not.toContain(number);
  });
});

it('doesn’t notify members about their own actions', async () => {
  const number = (await cohort.entries.share(guildId, moderator, typed())).number;
  await hide(number);
  expect(await notices(number)).toEqual([]);
});
