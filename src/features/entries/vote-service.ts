/** Helpful and Save: one for each member and entry; the second press withdraws it. */

import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { EntryDetails } from './entry-model.js';
import type { EntryService } from './entry-service.js';
import type { VoteStore } from './vote-store.js';

interface Voter extends Author {
  isBot: boolean;
}

export class VoteService {
  constructor(
    private readonly store: Pick<VoteStore, 'toggleHelpful' | 'toggleSave'>,
    private readonly entries: Pick<EntryService, 'view'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds or withdraws a Helpful; returns the entry with its new count.
   * @throws UserError `helpful-own-entry`, `bots-cannot`, and when the entry is not visible
   */
  async toggleHelpful(guildId: string, number: number, voter: Voter): Promise<EntryDetails> {
    if (voter.isBot) throw new UserError('bots-cannot', {});
    const press = await this.store.toggleHelpful(guildId, number, voter, this.clock());
    const details = await this.entries.view(guildId, number);
    // Refused too when the same member's other press, at the same moment, was quicker.
    if (press === 'refused' && details.authorId === voter.id) throw new UserError('helpful-own-entry', {});
    return details;
  }

  /** Saves an entry for later, or removes the save; returns whether it is saved now. */
  async toggleSave(
    guildId: string,
    number: number,
    member: Voter,
  ): Promise<{ entry: EntryDetails; saved: boolean }> {
    if (member.isBot) throw new UserError('bots-cannot', {});
    const entry = await this.entries.view(guildId, number);
    const press = await this.store.toggleSave(guildId, number, member, this.clock());
    // Refused when another press at the same moment has saved it already, or when the entry was deleted meanwhile.
    if (press === 'refused') await this.entries.view(guildId, number);
    return { entry, saved: press !== 'withdrawn' };
  }
}
