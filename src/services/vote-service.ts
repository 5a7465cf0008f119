/** Helpful and Save: one a member and entry, the second press takes it back. */
import type { EntryDetails } from '../entities/entry-details.js';
import type { Author } from '../stores/entry-store.js';
import type { VoteStore } from '../stores/vote-store.js';
import type { Clock } from './clock.js';
import type { EntryService } from './entry-service.js';
import { UserError } from './user-error.js';

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
   * Gives or takes back a Helpful; gives the entry with its new count.
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

  /** Keeps an entry for later, or lets go of it; gives whether it is kept now. */
  async toggleSave(
    guildId: string,
    number: number,
    member: Voter,
  ): Promise<{ entry: EntryDetails; saved: boolean }> {
    if (member.isBot) throw new UserError('bots-cannot', {});
    const entry = await this.entries.view(guildId, number);
    const press = await this.store.toggleSave(guildId, number, member, this.clock());
    // Refused when another press at the same moment kept it already.
    return { entry, saved: press !== 'withdrawn' };
  }
}
