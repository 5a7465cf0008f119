/** Helpful and Save on a real database. */
import { describe, expect, it } from 'vitest';
import { VoteService } from '../../../src/features/entries/vote-service.js';
import type { Press } from '../../../src/features/entries/vote-store.js';
import { UserError } from '../../../src/platform/user-error.js';
import {
  amina,
  atOnce,
  guildId,
  kofi,
  otherGuildId,
  typed,
  useCohort,
  wanjiru,
} from '../../support/cohort.js';

const cohort = useCohort(20);

describe('Helpful', () => {
  it('counts one a member, and the second press takes it back', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    expect((await cohort.votes.toggleHelpful(guildId, number, kofi)).helpfulCount).toBe(1);
    expect((await cohort.votes.toggleHelpful(guildId, number, wanjiru)).helpfulCount).toBe(2);
    expect((await cohort.votes.toggleHelpful(guildId, number, kofi)).helpfulCount).toBe(1);
  });

  it('is never more than one, however often one member presses at once', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    await atOnce(20, () => cohort.votes.toggleHelpful(guildId, number, kofi));
    expect((await cohort.entries.view(guildId, number)).helpfulCount).toBeLessThanOrEqual(1);
  });

  it('pressed twice at once is never taken for a vote on your own entry', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    const results = await atOnce(20, () => cohort.votes.toggleHelpful(guildId, number, kofi));
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  it('is refused for your own entry, by bots, and for deleted or other guilds’ entries', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    await expect(cohort.votes.toggleHelpful(guildId, number, amina)).rejects.toMatchObject({
      code: 'helpful-own-entry',
    });
    await expect(cohort.votes.toggleHelpful(guildId, number, { ...kofi, isBot: true })).rejects.toMatchObject(
      {
        code: 'bots-cannot',
      },
    );
    await expect(cohort.votes.toggleHelpful(otherGuildId, number, kofi)).rejects.toMatchObject({
      code: 'entry-not-found',
    });
    await cohort.entries.remove(guildId, number, amina.id);
    await expect(cohort.votes.toggleHelpful(guildId, number, kofi)).rejects.toMatchObject({
      code: 'entry-deleted',
    });
    expect((await cohort.entries.any(guildId, number)).helpfulCount).toBe(0);
  });
});

describe('Save', () => {
  it('saves an entry and removes it again', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    expect((await cohort.votes.toggleSave(guildId, number, amina)).saved).toBe(true);
    expect((await cohort.votes.toggleSave(guildId, number, amina)).saved).toBe(false);
  });

  it('pressed twice at once shows the stored state', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    const refused = async (): Promise<Press> => 'refused';
    const votes = new VoteService(
      { toggleHelpful: refused, toggleSave: refused },
      cohort.entries,
      () => cohort.time.now,
    );
    expect((await votes.toggleSave(guildId, number, kofi)).saved).toBe(true);
  });
});

describe('votes beside edits, deletions and acceptances of the same pair', () => {
  it('wait for each other and never deadlock', async () => {
    const { entries, challenges, votes, cards } = cohort;
    const { number: challenge } = await entries.post(guildId, amina, typed());
    const answer = { solution: 'Start the worker', link: '' };
    const { number: first } = await entries.solve(guildId, kofi, challenge, answer);
    const { number: second } = await entries.solve(guildId, wanjiru, challenge, answer);
    for (const [index, number] of [first, challenge, second, first, challenge, second].entries()) {
      const place = { channelId: '600000000000000001', messageId: `62000000000000000${9 - index}` };
      await cards.record(guildId, number, place);
    }
    const work = [
      () => votes.toggleHelpful(guildId, first, wanjiru),
      () => votes.toggleHelpful(guildId, challenge, kofi),
      () => votes.toggleHelpful(guildId, second, kofi),
      (index: number) => entries.edit(guildId, first, kofi, typed({ body: `Body ${index}` })),
      (index: number) =>
        entries.edit(guildId, challenge, amina, { ...typed({ body: `Body ${index}` }), kind: '' }),
      async () => {
        try {
          await entries.remove(guildId, first, kofi.id);
        } finally {
          await entries.restore(guildId, first, kofi.id).catch(() => undefined);
        }
      },
      () => challenges.accept(guildId, second, amina),
      () => challenges.reopen(guildId, challenge, amina),
    ];
    const failures: unknown[] = [];
    await atOnce(16, async (worker) => {
      for (let index = 0; index < 60; index++) {
        await work[(index * 7 + worker) % work.length]?.(index * 16 + worker).catch((error: unknown) => {
          if (!(error instanceof UserError)) failures.push(error);
        });
      }
    });
    expect(failures).toEqual([]);
  });
});
