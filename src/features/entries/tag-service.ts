/** Tidying a cohort's tags: renaming one everywhere, merging two, removing one. */

import type { Clock } from '../../platform/clock.js';
import { cleanLine, cleanTags, foldTag, quoted } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { TagChange, TagStore, TagUse } from './tag-store.js';

/** Discord shows 25 choices. */
const offeredAtMost = 25;

export interface TagReplaced extends TagChange {
  tag: string;
  /** The new tag; null when it was removed. */
  by: string | null;
}

export class TagService {
  constructor(
    private readonly store: Pick<TagStore, 'used' | 'replace'>,
    private readonly clock: Clock,
  ) {}

  /** Tags in use that fit what has been typed so far. */
  async suggest(guildId: string, typed: string): Promise<TagUse[]> {
    return this.store.used(guildId, foldTag(typed), offeredAtMost);
  }

  /**
   * Replaces `from` by `to` on every entry.
   * @throws UserError `tag-not-used`, `tag-invalid`, `one-tag`, `same-tag`
   */
  async rename(
    guildId: string,
    { from, to }: { from: string; to: string },
    actorId: string,
  ): Promise<TagReplaced> {
    const tag = foldTag(from);
    const by = oneTag(to);
    if (tag === by) throw new UserError('same-tag', { tag });
    return this.replace(guildId, { tag, by, typed: from }, actorId);
  }

  /**
   * Removes the tag from every entry.
   * @throws UserError `tag-not-used`
   */
  async remove(guildId: string, typed: string, actorId: string): Promise<TagReplaced> {
    return this.replace(guildId, { tag: foldTag(typed), by: null, typed }, actorId);
  }

  private async replace(
    guildId: string,
    { tag, by, typed }: { tag: string; by: string | null; typed: string },
    actorId: string,
  ): Promise<TagReplaced> {
    const change = await this.store.replace({ guildId, tag, by, actorId, at: this.clock() });
    if (!change) throw new UserError('tag-not-used', { tag: quoted(typed) });
    return { ...change, tag, by };
  }
}

/** @throws UserError `tag-invalid`, `one-tag` */
function oneTag(typed: string): string {
  const [tag, ...others] = cleanTags(foldTag(cleanLine(typed)));
  if (tag === undefined || others.length > 0) throw new UserError('one-tag', {});
  return tag;
}
