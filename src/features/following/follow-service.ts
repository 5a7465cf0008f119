/** Following tags, challenges and members, and choosing how to be told. */
import type { FollowKind } from '../../entities/follow.js';
import type { Author } from '../../entities/member.js';
import type { NewsKind, NewsWay } from '../../entities/news-settings.js';
import type { Clock } from '../../platform/clock.js';
import { entryNumber, foldTag, isTag, quoted } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import { type Followed, mostFollows } from './follow-model.js';
import type { FollowStore } from './follow-store.js';

/** As a member names it: a tag as they typed it, `12` or `#12`, or a member's id. */
export interface Named {
  kind: FollowKind;
  named: string;
}

export class FollowService {
  constructor(
    private readonly store: Pick<FollowStore, 'add' | 'remove' | 'list' | 'ways' | 'choose' | 'turnOff'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Follows it; gives what is followed and whether it was before.
   * @throws UserError `tag-invalid`, `entry-not-found`, `challenge-unavailable`, `follow-yourself`, `too-many-follows`, `bots-cannot`
   */
  async add(
    guildId: string,
    member: Author & { isBot: boolean },
    named: Named,
  ): Promise<{ target: string; isNew: boolean }> {
    if (member.isBot) throw new UserError('bots-cannot', {});
    const target = targetOf(named);
    if (named.kind === 'member' && target === member.id) throw new UserError('follow-yourself', {});
    const result = await this.store.add(guildId, member, { kind: named.kind, target }, this.clock());
    if (result === 'full') throw new UserError('too-many-follows', { limit: mostFollows });
    if (result === 'gone') throw new UserError('challenge-unavailable', { number: Number(target) });
    return { target, isNew: result === 'added' };
  }

  /** Whether it was followed. */
  async remove(guildId: string, memberId: string, kind: FollowKind, target: string): Promise<boolean> {
    return this.store.remove(guildId, memberId, { kind, target });
  }

  async list(guildId: string, memberId: string): Promise<Followed[]> {
    return this.store.list(guildId, memberId);
  }

  /** How the member wants to be told of what. */
  async ways(guildId: string, memberId: string): Promise<Record<NewsKind, NewsWay>> {
    return this.store.ways(guildId, memberId);
  }

  /** Whether a message in the cohort's channel may mention the member for this. */
  async wantsMention(guildId: string, memberId: string, kind: NewsKind): Promise<boolean> {
    return (await this.store.ways(guildId, memberId))[kind] === 'channel';
  }

  /** What a button of a direct message does: it may have been copied to somebody who was never here. */
  async turnOff(guildId: string, memberId: string, kind: NewsKind): Promise<void> {
    await this.store.turnOff(guildId, memberId, kind);
  }

  async choose(guildId: string, member: Author, kind: NewsKind, way: NewsWay): Promise<void> {
    await this.store.choose(guildId, member, kind, way, this.clock());
  }
}

function targetOf({ kind, named }: Named): string {
  if (kind === 'member') return named;
  if (kind === 'tag') {
    const tag = foldTag(named);
    if (!isTag(tag)) throw new UserError('tag-invalid', { tag: quoted(named) });
    return tag;
  }
  return String(entryNumber(named));
}
