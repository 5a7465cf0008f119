/** Helpful and Save on a real database. */
import { describe, expect, it } from 'vitest';
import { VoteService } from '../../src/services/vote-service.js';
import type { Press } from '../../src/stores/vote-store.js';
import { amina, atOnce, guildId, kofi, otherGuildId, typed, useCohort, wanjiru } from '../support/cohort.js';

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

  it('pressed twice at once is never taken for a vote for oneself', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    const results = await atOnce(20, () => cohort.votes.toggleHelpful(guildId, number, kofi));
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  it('is not for oneself, not by bots, and not for what is gone or elsewhere', async () => {
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
  it('keeps an entry and lets go of it', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    expect((await cohort.votes.toggleSave(guildId, number, amina)).saved).toBe(true);
    expect((await cohort.votes.toggleSave(guildId, number, amina)).saved).toBe(false);
  });

  it('pressed twice at once says what holds', async () => {
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
