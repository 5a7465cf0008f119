/** Pairing on a real database: one accepted solution, after any number of presses. */
import { describe, expect, it } from 'vitest';
import { CardService } from '../../../src/features/entries/card-service.js';
import { CardStore } from '../../../src/features/entries/card-store.js';
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

const cohort = useCohort(20);

async function challengeWithSolutions(count: number) {
  const challenge = await cohort.entries.post(guildId, amina, typed({ title: 'Migrations collide' }));
  const solutions = [];
  for (let index = 0; index < count; index += 1) {
    solutions.push(
      await cohort.entries.solve(guildId, kofi, challenge.number, {
        solution: `Merge them, way ${index}`,
        link: '',
      }),
    );
  }
  return { challenge: challenge.number, solutions: solutions.map(({ number }) => number) };
}

describe('accepting', () => {
  it('lets 20 at once accept one solution of twenty, and tells the others which', async () => {
    const { challenge, solutions } = await challengeWithSolutions(20);
    const results = await atOnce(20, (index) =>
      cohort.challenges.accept(guildId, solutions[index] ?? 0, amina),
    );
    const accepted = results.flatMap((result) =>
      result.status === 'fulfilled' ? [result.value.number] : [],
    );
    expect(accepted).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ code: 'already-accepted', facts: { accepted: accepted[0] } });
      }
    }
    expect((await cohort.entries.view(guildId, challenge)).accepted?.number).toBe(accepted[0]);
  });

  it('is for the asker and moderators', async () => {
    const { solutions } = await challengeWithSolutions(1);
    const solution = solutions[0] ?? 0;
    for (const other of [kofi, wanjiru]) {
      await expect(cohort.challenges.accept(guildId, solution, other)).rejects.toMatchObject({
        code: 'not-the-asker',
      });
    }
    expect((await cohort.challenges.accept(guildId, solution, moderator)).acceptedBy).toBe(moderator.id);
  });

  it('and reopening are logged when a moderator decides on the asker’s behalf, and only then', async () => {
    const { challenge, solutions } = await challengeWithSolutions(1);
    const solution = solutions[0] ?? 0;
    const logged = () =>
      cohort.database.query(
        `SELECT action, entry_number, entry_revision, actor.user_id AS by, about.user_id AS about
           FROM audit_log LEFT JOIN subjects actor ON actor.key = actor LEFT JOIN subjects about ON about.key = subject
          WHERE entry_number = $1 ORDER BY id`,
        [solution],
      );
    await cohort.challenges.accept(guildId, solution, amina);
    await cohort.challenges.reopen(guildId, challenge, amina);
    expect(await logged()).toEqual([]);
    await cohort.challenges.accept(guildId, solution, moderator);
    await cohort.challenges.reopen(guildId, challenge, moderator);
    const line = { entry_number: solution, entry_revision: 1, by: moderator.id, about: kofi.id };
    expect(await logged()).toEqual([
      { action: 'solution-accepted', ...line },
      { action: 'challenge-reopened', ...line },
    ]);
  });

  it('requires an existing solution', async () => {
    const { challenge, solutions } = await challengeWithSolutions(1);
    const solution = solutions[0] ?? 0;
    const accept = (number: number) => cohort.challenges.accept(guildId, number, amina);
    await expect(accept(challenge)).rejects.toMatchObject({ code: 'not-a-solution' });
    await expect(accept(999_999)).rejects.toMatchObject({ code: 'entry-not-found' });
    await expect(cohort.challenges.accept(otherGuildId, solution, amina)).rejects.toMatchObject({
      code: 'entry-not-found',
    });
    await cohort.entries.remove(guildId, solution, kofi.id);
    await expect(accept(solution)).rejects.toMatchObject({ code: 'entry-deleted' });
  });
});

describe('an accepted solution', () => {
  it('is withdrawn by reopening, once', async () => {
    const { challenge, solutions } = await challengeWithSolutions(2);
    await cohort.challenges.accept(guildId, solutions[0] ?? 0, amina);
    await expect(cohort.challenges.reopen(guildId, challenge, kofi)).rejects.toMatchObject({
      code: 'not-the-asker',
    });
    const results = await atOnce(5, () => cohort.challenges.reopen(guildId, challenge, amina));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(cohort.challenges.reopen(guildId, challenge, amina)).rejects.toMatchObject({
      code: 'challenge-is-open',
    });
    expect((await cohort.challenges.accept(guildId, solutions[1] ?? 0, amina)).acceptedAt).not.toBeNull();
  });

  it('that its author deletes reopens the challenge', async () => {
    const { challenge, solutions } = await challengeWithSolutions(1);
    await cohort.challenges.accept(guildId, solutions[0] ?? 0, amina);
    expect(await cohort.entries.remove(guildId, solutions[0] ?? 0, kofi.id)).toEqual({ reopened: challenge });
    expect((await cohort.entries.view(guildId, challenge)).accepted).toBeNull();
    await cohort.entries.restore(guildId, solutions[0] ?? 0, kofi.id);
    expect((await cohort.entries.view(guildId, challenge)).accepted).toBeNull();
  });
});

describe('cards', () => {
  it('of both sides of a pair are updated', async () => {
    const { challenge, solutions } = await challengeWithSolutions(1);
    const solution = solutions[0] ?? 0;
    await cohort.cards.record(guildId, challenge, {
      channelId: '600000000000000001',
      messageId: '610000000000000001',
    });
    await cohort.cards.record(guildId, solution, {
      channelId: '600000000000000001',
      messageId: '610000000000000002',
    });
    await cohort.challenges.accept(guildId, solution, amina);
    await cohort.cards.refresh(guildId, [challenge, solution]);
    expect(cohort.updates.map(({ messageId }) => messageId).sort()).toEqual([
      '610000000000000001',
      '610000000000000002',
    ]);
    cohort.updates.length = 0;
    await cohort.cards.refresh(guildId, [challenge, solution]);
    expect(cohort.updates).toEqual([]);
  });

  it('never end with an older state, however updates overlap', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    const messageId = '610000000000000004';
    const shown: number[] = [];
    let isSlow = true;
    const cards = new CardService(
      new CardStore(cohort.dataSource()),
      {
        async updateCard(card) {
          const { helpfulCount } = await cohort.entries.any(card.guildId, card.entryNumber);
          if (isSlow) {
            isSlow = false;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          shown.push(helpfulCount);
          return 'updated';
        },
      },
      () => cohort.time.now,
    );
    await cards.record(guildId, number, { channelId: '600000000000000001', messageId });
    const press = async (member: typeof kofi) => {
      cohort.time.now = new Date(cohort.time.now.getTime() + 1);
      await cohort.votes.toggleHelpful(guildId, number, member);
      await cards.refresh(guildId, [number]);
    };
    const first = press(kofi);
    await expect.poll(() => isSlow).toBe(false);
    await Promise.all([press(wanjiru), press(moderator), first]);
    expect(shown.at(-1)).toBe(3);
    expect(shown.length).toBeLessThanOrEqual(3);
    // An answer that had put an older state there, although the card counts as fresh by now.
    await cards.refresh(guildId, [number]);
    const before = shown.length;
    await cards.refresh(guildId, [number], messageId);
    expect(shown.length).toBe(before + 1);
  });

  it('whose update was lost are found again by the job, deleted ones forgotten', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    await cohort.cards.record(guildId, number, {
      channelId: '600000000000000001',
      messageId: '610000000000000003',
    });
    await cohort.votes.toggleHelpful(guildId, number, kofi);
    await cohort.cards.refreshOverdue();
    expect(cohort.updates).toEqual([]);
    cohort.time.now = new Date(cohort.time.now.getTime() + 60_000);
    cohort.answerUpdatesWith('failed');
    await cohort.cards.refreshOverdue();
    cohort.answerUpdatesWith('gone');
    await cohort.cards.refreshOverdue();
    await cohort.cards.refreshOverdue();
    expect(cohort.updates.map(({ result }) => result)).toEqual(['failed', 'gone']);
    expect((await cohort.entries.view(guildId, number)).card).toBeNull();
  });
});
