/** Who may not contribute for a while, each change with its line in the audit log. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Author } from '../../entities/member.js';
import { logAction } from '../audit/index.js';
import { leaveNotice } from '../notifications/index.js';
import { activeMutes } from './mute-statement.js';

/** Until when a mute lasts; null: until a moderator takes it back. */
export interface ActiveMute {
  until: Date | null;
}

/** A moderator's doing to a member, with the hash that a member is known again by whose data were erased. */
export interface MemberAction {
  guildId: string;
  memberId: string;
  hash: Buffer;
  actorId: string;
  reason: string | null;
  at: Date;
}

/** Who is to be muted. */
export type MutedMember = Author & { isBot: boolean };

export class MuteStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The mute that holds now, the longer one where there are two; undefined when there is none. */
  async active(guildId: string, memberId: string, hash: Buffer, now: Date): Promise<ActiveMute | undefined> {
    const [row]: { muted_until: Date | null }[] = await this.dataSource.query(
      `${activeMutes({ guild: '$1', member: '$2', hash: '$3', now: '$4' })} ORDER BY muted_until DESC NULLS FIRST LIMIT 1`,
      [guildId, memberId, hash, now],
    );
    return row && { until: row.muted_until };
  }

  /** False when the member is muted already. One whom the bot has never met is remembered by it. */
  async mute(action: MemberAction & { displayName: string }, until: Date | null): Promise<boolean> {
    const { guildId, memberId, displayName, hash, at } = action;
    return this.dataSource.transaction(async (manager) => {
      const muted: unknown[] = await manager.query(
        `WITH gate AS (
           SELECT 1 WHERE NOT EXISTS (SELECT FROM muted_hashes
             WHERE guild_id = $1 AND hash = $3 AND (muted_until IS NULL OR muted_until > $4))
         ), member AS (
           INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at) SELECT $1, $2, $5, $4, $4 FROM gate
           ON CONFLICT DO NOTHING
         )
         INSERT INTO mutes AS known (guild_id, member_id, muted_at, muted_until) SELECT $1, $2, $4, $6 FROM gate
         ON CONFLICT (guild_id, member_id) DO UPDATE SET muted_at = $4, muted_until = $6 WHERE known.muted_until <= $4
         RETURNING member_id`,
        [guildId, memberId, hash, at, displayName, until],
      );
      if (muted.length === 0) return false;
      await settle(manager, action, 'member-muted', { after: { until: until?.toISOString() ?? null } });
      return true;
    });
  }

  /** Ends the mute that holds now; false when there is none. */
  async unmute(action: MemberAction): Promise<boolean> {
    const { guildId, memberId, hash, at } = action;
    return this.dataSource.transaction(async (manager) => {
      const held: { muted_until: Date | null; by_hash: boolean }[] = await manager.query(
        `WITH mute AS (
           DELETE FROM mutes WHERE guild_id = $1 AND member_id = $2 RETURNING muted_until, false AS by_hash
         ), by_hash AS (
           DELETE FROM muted_hashes WHERE guild_id = $1 AND hash = $3 RETURNING muted_until, true
         ), held AS (SELECT * FROM mute UNION ALL SELECT * FROM by_hash)
         SELECT muted_until, by_hash FROM held WHERE muted_until IS NULL OR muted_until > $4
          ORDER BY muted_until DESC NULLS FIRST`,
        [guildId, memberId, hash, at],
      );
      const [longest] = held;
      if (!longest) return false;
      await settle(manager, action, 'member-unmuted', {
        before: { until: longest.muted_until?.toISOString() ?? null },
        // Of one who was erased the log must not tell again who they were.
        isErased: held.every((one) => one.by_hash),
      });
      return true;
    });
  }

  /** Lets go of mutes that are over. */
  async removeExpired(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM mutes WHERE muted_until <= $1', [now]);
  }
}

async function settle(
  manager: EntityManager,
  { guildId, memberId, actorId, reason, at }: MemberAction,
  action: 'member-muted' | 'member-unmuted',
  change: { before?: { until: string | null }; after?: { until: string | null }; isErased?: boolean },
): Promise<void> {
  const { before, after, isErased = false } = change;
  const subject = isErased ? {} : { subjectId: memberId };
  await logAction(manager, { guildId, action, actorId, ...subject, before, after, note: reason, at });
  const facts = { ...after, reason };
  await leaveNotice(manager, { guildId, memberId, kind: action, entryNumber: null, facts, createdAt: at });
}
