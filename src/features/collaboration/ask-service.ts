/** Answers to being asked about a challenge that stays open. */
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { Answered, AskStore } from './ask-store.js';

export class AskService {
  constructor(
    private readonly store: Pick<AskStore, 'answer'>,
    private readonly clock: Clock,
  ) {}

  /**
   * They look at it: their name is on the card, and the asker gets a notice.
   * @throws UserError `not-asked`
   */
  async lookAt(guildId: string, number: number, memberId: string): Promise<Answered> {
    return this.answer(guildId, number, memberId, 'looking');
  }

  /**
   * They can't at the moment: the next best member is asked, if there is one.
   * @throws UserError `not-asked`
   */
  async pass(guildId: string, number: number, memberId: string): Promise<Answered> {
    return this.answer(guildId, number, memberId, 'not-now');
  }

  private async answer(
    guildId: string,
    number: number,
    memberId: string,
    answer: 'looking' | 'not-now',
  ): Promise<Answered> {
    const answered = await this.store.answer(guildId, number, memberId, { answer, now: this.clock() });
    if (!answered) throw new UserError('not-asked', { number });
    return answered;
  }
}
