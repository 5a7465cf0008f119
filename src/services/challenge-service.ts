/** Pairing: which solution of a challenge is the accepted one, and undoing that. */
import type { EntryDetails } from '../entities/entry-details.js';
import type { ChallengeStore, Decision } from '../stores/challenge-store.js';
import type { Clock } from './clock.js';
import type { EntryService } from './entry-service.js';
import { UserError } from './user-error.js';

/** Who acts: the asker may always, a moderator too. */
interface Judge {
  id: string;
  isModerator: boolean;
}

export class ChallengeService {
  constructor(
    private readonly store: Pick<ChallengeStore, 'accept' | 'reopen'>,
    private readonly entries: Pick<EntryService, 'view' | 'visibleChallenge'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Pairs a solution with its challenge.
   * @throws UserError `not-a-solution`, `challenge-unavailable`, `not-the-asker`, `already-accepted`
   */
  async accept(guildId: string, number: number, judge: Judge): Promise<EntryDetails> {
    const solution = await this.entries.view(guildId, number);
    if (solution.type !== 'solution' || !solution.challenge)
      throw new UserError('not-a-solution', { number });
    const challenge = solution.challenge;
    if (!challenge.visible) throw new UserError('challenge-unavailable', { number: challenge.number });
    if (challenge.authorId !== judge.id && !judge.isModerator) {
      throw new UserError('not-the-asker', { number: challenge.number });
    }
    const result = solution.acceptedAt
      ? 'taken'
      : await this.store.accept(guildId, number, this.decisionOf(judge, challenge.authorId));
    if (result === 'taken') {
      const { accepted } = await this.entries.visibleChallenge(guildId, challenge.number);
      throw new UserError('already-accepted', {
        number: challenge.number,
        accepted: accepted?.number ?? number,
      });
    }
    if (result === 'gone') return this.accept(guildId, number, judge);
    return this.entries.view(guildId, number);
  }

  /**
   * Makes a solved challenge an open one again; gives it, and the solution that was accepted.
   * @throws UserError `not-a-challenge`, `challenge-unavailable`, `not-the-asker`, `challenge-is-open`
   */
  async reopen(
    guildId: string,
    number: number,
    judge: Judge,
  ): Promise<{ challenge: EntryDetails; solution: number }> {
    const before = await this.entries.visibleChallenge(guildId, number);
    if (before.authorId !== judge.id && !judge.isModerator) throw new UserError('not-the-asker', { number });
    const solution = await this.store.reopen(guildId, number, this.decisionOf(judge, before.authorId));
    if (solution === undefined) throw new UserError('challenge-is-open', { number });
    return { challenge: await this.entries.visibleChallenge(guildId, number), solution };
  }

  private decisionOf({ id }: Judge, askerId: string): Decision {
    return { by: id, at: this.clock(), inAskersPlace: id !== askerId };
  }
}
