/** Reads a member's badges, and makes what a digest reads of new ones. */
import type { DataSource } from 'typeorm';
import { rows } from '../../platform/rows.js';
import { weeksUntil } from '../../platform/wall-clock.js';
import type { Badge, EarnedBadge, MemberBadges, NewBadges } from './badge-model.js';
import { earnedTables } from './badge-statement.js';

/** Guild, member: since when they contributed, and the zone that their weeks are in. */
const sinceStatement = `
  SELECT min(created_at) AS since, (SELECT timezone FROM guilds WHERE id = $1) AS timezone FROM entries
   WHERE guild_id = $1 AND author_id = $2 AND visible AND import_id IS NULL`;

const memberStatement = `
  WITH ${earnedTables({ members: 'ARRAY[$2::bigint]', weeks: '$3::timestamptz[]' })}
  SELECT (SELECT json_agg(json_build_object('badge', badge, 'at', at) ORDER BY at, badge) FROM earned) AS badges,
         coalesce((SELECT max(place) FROM placed WHERE week >= cardinality($3::timestamptz[]) - 1), 0) AS now,
         coalesce((SELECT max(place) FROM placed), 0) AS longest`;

/** The member's badges and streak at that instant. */
export async function readMemberBadges(
  dataSource: DataSource,
  guildId: string,
  userId: string,
  at: Date,
): Promise<MemberBadges> {
  const [known] = await rows<{ since: Date | null; timezone: string | null }>(dataSource, sinceStatement, [
    guildId,
    userId,
  ]);
  const weeks = weeksUntil(at, known?.timezone ?? 'UTC', known?.since ?? at);
  const [read] = await rows<{
    badges: { badge: Badge; at: string }[] | null;
    now: number;
    longest: number;
  }>(dataSource, memberStatement, [guildId, userId, weeks]);
  const { badges: earned, now = 0, longest = 0 } = read ?? {};
  return {
    badges: (earned ?? []).map((one): EarnedBadge => ({ badge: one.badge, at: new Date(one.at) })),
    streak: { now, longest },
  };
}

/** A row of the table `new_badges`. */
export interface NewBadgesRow {
  id: string;
  name: string;
  in_all: number;
  badges: Badge[];
}

/** The rows of `new_badges`, and how many more members there are. */
export function newBadgesOf(read: readonly NewBadgesRow[]): { badges: NewBadges[]; moreBadges: number } {
  return {
    badges: read.map(({ id, name, badges }) => ({ person: { id, name, hasLeft: false }, badges })),
    moreBadges: (read[0]?.in_all ?? 0) - read.length,
  };
}
