/** Pairing: which solution of a challenge is the accepted one, and undoing that. */

import type { Contributor } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import { cut } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { EntryDetails, EntryService } from '../entries/index.js';
import { askedWordsOf } from '../words/index.js';
import type { ChallengeStore, Decision } from './challenge-store.js';
import type { DraftText } from './similar-model.js';

/** Words of a draft that are learned, and how long they are together (UTF-16 units). */
const wordsLearned = 30;
const learnedLength = 400;

/** Who acts: the asker, or a moderator. */
interface Judge {
  id: string;
  isModerator: boolean;
}

export class ChallengeService {
  constructor(
    private readonly store: Pick<ChallengeStore, 'accept' | 'learn' | 'reopen'>,
    private readonly entries: Pick<EntryService, 'view' | 'visibleChallenge'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Pairs a solution with its challenge. Gives it, and the entries whose cards show it.
   * @throws UserError `not-a-solution`, `challenge-unavailable`, `not-the-asker`, `already-accepted`
   */
  async accept(guildId: string, number: number, judge: Judge): Promise<EntryDetails & { stale: number[] }> {
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
    return { ...(await this.entries.view(guildId, number)), stale: result };
  }

  /**
   * Makes a solved challenge an open one again; gives it, the solution that was accepted,
   * and the entries whose cards show it.
   * @throws UserError `not-a-challenge`, `challenge-unavailable`, `not-the-asker`, `challenge-is-open`
   */
  async reopen(
    guildId: string,
    number: number,
    judge: Judge,
  ): Promise<{ challenge: EntryDetails; solution: number; stale: number[] }> {
    const before = await this.entries.visibleChallenge(guildId, number);
    if (before.authorId !== judge.id && !judge.isModerator) throw new UserError('not-the-asker', { number });
    const reopened = await this.store.reopen(guildId, number, this.decisionOf(judge, before.authorId));
    if (!reopened) throw new UserError('challenge-is-open', { number });
    return { challenge: await this.entries.visibleChallenge(guildId, number), ...reopened };
  }

  /** Stores the wording of a member whom that solution helped, so that the same wording finds its challenge. */
  async learn(
    guildId: string,
    solution: EntryDetails,
    asker: Contributor,
    { title, body }: Pick<DraftText, 'title' | 'body'>,
  ): Promise<void> {
    const words = askedWordsOf(`${title}\n${body}`, wordsLearned)
      .map(({ word }) => word)
      .filter((word) => !/\d{15}/.test(word));
    const text = cut(words.join(' '), learnedLength);
    if (solution.challengeNumber === null || text === '') return;
    await this.store.learn(guildId, solution.challengeNumber, asker, text, this.clock());
  }

  private decisionOf({ id }: Judge, askerId: string): Decision {
    return { by: id, at: this.clock(), inAskersPlace: id !== askerId };
  }
}
