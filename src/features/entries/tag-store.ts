/** Tags on all entries of a guild: listing and replacing them. */
import type { DataSource, EntityManager } from 'typeorm';
import { logAction } from '../audit/index.js';
import { lockedCards } from './entry-store.js';

/** A tag, and how many entries have it. */
export interface TagUse {
  tag: string;
  entries: number;
}

export interface TagReplacement {
  guildId: string;
  tag: string;
  /** The new tag; null removes it. */
  by: string | null;
  actorId: string;
  at: Date;
}

/** The result of a replacement. */
export interface TagChange {
  /** The entries that had the tag, in the order of their numbers. */
  numbers: readonly number[];
  /** How many of them already had the other tag. */
  merged: number;
  /** Whether any entry already had the other tag: then the two can't be told apart any more. */
  isMerger: boolean;
}

/** The tags in their order, the other one in the place of the tag; where both were, the first of the two places. */
const replaced = `coalesce((
  SELECT array_agg(tag ORDER BY place) FROM (
    SELECT tag, min(place) AS place FROM unnest(array_replace(tags, $3, $4)) WITH ORDINALITY AS kept(tag, place)
     WHERE tag IS NOT NULL GROUP BY tag) once), '{}')`;

export class TagStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Tags that contain the typed text: first those that start with it, the most used ones first. */
  async used(guildId: string, typed: string, limit: number): Promise<TagUse[]> {
    return this.dataSource.query(
      `SELECT tag, count(*)::integer AS entries FROM entries, unnest(tags) AS tag
        WHERE guild_id = $1 AND tags <> '{}' AND strpos(tag, $2) > 0
        GROUP BY tag ORDER BY starts_with(tag, $2) DESC, entries DESC, tag LIMIT $3`,
      [guildId, typed, limit],
    );
  }

  /**
   * Replaces the tag on every entry of the guild, hidden and deleted ones too, so that none brings it back. Former
   * states stay as they were, and an entry does not count as edited by it. Undefined when no entry has the tag.
   */
  async replace(replacement: TagReplacement): Promise<TagChange | undefined> {
    return this.dataSource.transaction((manager) => replaceTag(manager, replacement));
  }
}

async function replaceTag(
  manager: EntityManager,
  { guildId, tag, by, actorId, at }: TagReplacement,
): Promise<TagChange | undefined> {
  // Locked in one order, as an edit locks: a second caller sees the first one's result.
  const locked: { number: number }[] = await manager.query(
    'SELECT number FROM entries WHERE guild_id = $1 AND $2 = ANY (tags) ORDER BY number FOR NO KEY UPDATE',
    [guildId, tag],
  );
  if (locked.length === 0) return undefined;
  const numbers = locked.map(({ number }) => number);
  const [counted]: { merged: number; others: number }[] = await manager.query(
    `SELECT count(*) FILTER (WHERE number = ANY ($3))::integer AS merged, count(*)::integer AS others
       FROM entries WHERE guild_id = $1 AND $2 = ANY (tags)`,
    [guildId, by, numbers],
  );
  await manager.query(`UPDATE entries SET tags = ${replaced} WHERE guild_id = $1 AND number = ANY ($2)`, [
    guildId,
    numbers,
    tag,
    by,
  ]);
  await manager.query(
    `UPDATE cards SET stale_since = $3 WHERE ${lockedCards('guild_id = $1 AND entry_number = ANY ($2)')}`,
    [guildId, numbers, at],
  );
  const merged = counted?.merged ?? 0;
  await logAction(manager, {
    guildId,
    action: by === null ? 'tag-removed' : 'tag-renamed',
    actorId,
    after: { entries: numbers.length, ...(by !== null && { merged }) },
    note: by === null ? tag : `${tag} → ${by}`,
    at,
  });
  return { numbers, merged, isMerger: (counted?.others ?? 0) > 0 };
}
