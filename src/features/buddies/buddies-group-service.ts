/** What members of a group press: whether they met, and that they want to stay in touch. */
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { GroupMember } from './buddies-model.js';
import type { BuddiesStore, GroupKey } from './buddies-store.js';
import type { BuddyToldStore } from './buddies-told-store.js';

export class BuddyGroupService {
  constructor(
    private readonly store: Pick<BuddiesStore, 'group'>,
    private readonly told: Pick<BuddyToldStore, 'answer' | 'agreeToContact'>,
    private readonly deliverSoon: () => void,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether the group met, as one of them says; the last word of each counts.
   * @throws UserError `not-your-group`
   */
  async answer(key: GroupKey, userId: string, met: boolean): Promise<void> {
    if (!(await this.told.answer(key, userId, met, this.clock()))) throw new UserError('not-your-group', {});
  }

  /**
   * The member wants to stay in touch. Gives the others once everybody in the group does, and nobody before.
   * @throws UserError `not-your-group`
   */
  async swapContact(key: GroupKey, userId: string): Promise<GroupMember[]> {
    const now = this.clock();
    const haveAll = await this.told.agreeToContact(key, userId, now);
    if (haveAll === undefined) throw new UserError('not-your-group', {});
    if (!haveAll) return [];
    this.deliverSoon();
    const group = await this.store.group(key, now);
    return group?.members.filter(({ id }) => id !== userId) ?? [];
  }
}
