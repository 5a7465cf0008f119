/** Which roles come with which badges, and whom the bot gave them to or still has to. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Badge } from '../../entities/badge-role.js';
import type { GivenOutcome, GivenRole } from '../../entities/given-role.js';
import { formerMember } from '../../entities/member.js';
import { changed, rows } from '../../platform/rows.js';
import { weeksUntil } from '../../platform/wall-clock.js';
import { logAction } from '../audit/index.js';
import { earnedTables } from './badge-statement.js';

/** A row that is this process's to work on until its lease ends. */
export type ClaimedRole = Pick<
  GivenRole,
  'guildId' | 'userId' | 'roleId' | 'isEarned' | 'askedAt' | 'owedSince' | 'attempt'
>;

/** Who chose it, where and when. */
export interface Choice {
  guildId: string;
  actorId: string;
  at: Date;
}

/** Guild, array of the beginnings of weeks, now: whom the role is owed, and from whom it is to be taken. */
const compareStatement = `
  WITH ${earnedTables({
    members: `ARRAY(SELECT user_id FROM members WHERE guild_id = $1 AND left_at IS NULL AND user_id <> ${formerMember})`,
    weeks: '$2::timestamptz[]',
  })}, wanted AS (
    SELECT e.user_id, r.role_id FROM earned e JOIN badge_roles r ON r.guild_id = $1 AND r.badge = e.badge
  ), lost AS (
    UPDATE given_roles g SET is_earned = false, owed_since = $3, due_at = coalesce(due_at, $3)
     WHERE g.guild_id = $1 AND g.is_earned
       AND g.role_id IN (SELECT role_id FROM badge_roles WHERE guild_id = $1)
       AND NOT EXISTS (SELECT FROM wanted w WHERE w.user_id = g.user_id AND w.role_id = g.role_id)
  )
  INSERT INTO given_roles (guild_id, user_id, role_id, is_earned, owed_since, due_at)
  SELECT $1, user_id, role_id, true, $3, $3 FROM wanted ORDER BY user_id, role_id
  ON CONFLICT (guild_id, user_id, role_id) DO UPDATE
     SET is_earned = true, owed_since = excluded.owed_since, outcome = NULL, due_at = coalesce(given_roles.due_at, excluded.due_at)
   WHERE NOT given_roles.is_earned`;

const one = 'guild_id = $1 AND user_id = $2 AND role_id = $3 AND attempt = $4';
const keyOf = ({ guildId, userId, roleId, attempt }: ClaimedRole) => [guildId, userId, roleId, attempt];

export class BadgeRoleStore {
  constructor(private readonly dataSource: DataSource) {}

  async tied(guildId: string): Promise<{ badge: Badge; roleId: string }[]> {
    return rows(this.dataSource, 'SELECT badge, role_id FROM badge_roles WHERE guild_id = $1', [guildId]);
  }

  /** Roles that are not tied any more, with the number of members who have them from the bot. */
  async former(guildId: string): Promise<{ roleId: string; members: number }[]> {
    return rows(
      this.dataSource,
      `SELECT role_id, count(*)::integer AS members FROM given_roles g
        WHERE guild_id = $1 AND is_earned AND asked_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM badge_roles r WHERE r.guild_id = $1 AND r.role_id = g.role_id)
        GROUP BY role_id ORDER BY max(owed_since) DESC, role_id`,
      [guildId],
    );
  }

  /** Roles of which something is still owed, and to how many members the bot gave up giving each. */
  async owed(guildId: string): Promise<{ roleId: string; refused: number }[]> {
    return rows(
      this.dataSource,
      `SELECT role_id, count(*) FILTER (WHERE outcome = 'refused')::integer AS refused FROM given_roles
        WHERE guild_id = $1 AND (due_at IS NOT NULL OR outcome = 'refused') GROUP BY role_id ORDER BY role_id`,
      [guildId],
    );
  }

  /**
   * Ties the role to the badge in place of any other, and logs it. What was refused before is tried again.
   * `in-use` when it comes with another badge.
   */
  async tie(
    { guildId, actorId, at }: Choice,
    badge: Badge,
    roleId: string,
  ): Promise<'tied' | 'unchanged' | 'in-use'> {
    return this.dataSource.transaction(async (manager) => {
      const before = await lockTies(manager, guildId);
      const other = before.find((tie) => tie.roleId === roleId && tie.badge !== badge);
      if (other) return 'in-use';
      const former = before.find((tie) => tie.badge === badge)?.roleId;
      await manager.query(
        `INSERT INTO badge_roles (guild_id, badge, role_id, tied_at, check_at) VALUES ($1, $2, $3, $4, $4)
         ON CONFLICT (guild_id, badge) DO UPDATE SET role_id = excluded.role_id, check_at = excluded.check_at`,
        [guildId, badge, roleId, at],
      );
      await manager.query(
        `UPDATE given_roles SET outcome = NULL, owed_since = $3, due_at = $3
          WHERE guild_id = $1 AND role_id = $2 AND is_earned AND outcome = 'refused'`,
        [guildId, roleId, at],
      );
      if (former === roleId) return 'unchanged';
      if (former) await leaveWith(manager, guildId, former);
      await logAction(manager, {
        guildId,
        action: 'badge-role-tied',
        actorId,
        before: { badge, roleId: former ?? null },
        after: { badge, roleId },
        at,
      });
      return 'tied';
    });
  }

  /** Members keep the role. Gives which role it was; null when there was none. */
  async untie({ guildId, actorId, at }: Choice, badge: Badge): Promise<string | null> {
    return this.dataSource.transaction(async (manager) => {
      const tie = (await lockTies(manager, guildId)).find((known) => known.badge === badge);
      if (!tie) return null;
      await manager.query('DELETE FROM badge_roles WHERE guild_id = $1 AND badge = $2', [guildId, badge]);
      await leaveWith(manager, guildId, tie.roleId);
      const after = { badge, roleId: tie.roleId };
      await logAction(manager, { guildId, action: 'badge-role-untied', actorId, after, at });
      return tie.roleId;
    });
  }

  /** Has a role that comes with no badge any more taken from everyone who has it from the bot. Gives how many. */
  async takeBack({ guildId, actorId, at }: Choice, roleId: string): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      if ((await lockTies(manager, guildId)).some((tie) => tie.roleId === roleId)) return 0;
      const members = await changed(
        manager,
        `UPDATE given_roles SET is_earned = false, owed_since = $3, due_at = coalesce(due_at, $3)
          WHERE guild_id = $1 AND role_id = $2 AND is_earned`,
        [guildId, roleId, at],
      );
      if (members > 0) {
        await logAction(manager, {
          guildId,
          action: 'badge-role-taken',
          actorId,
          after: { roleId, members },
          at,
        });
      }
      return members;
    });
  }

  /** Guilds in which it is to be compared again who earned badges: this process's until then. */
  async claimGuilds(now: Date, nextAt: Date): Promise<string[]> {
    const due = await rows<{ guildId: string }>(
      this.dataSource,
      `UPDATE badge_roles r SET check_at = $2 FROM (
         SELECT guild_id, badge FROM badge_roles WHERE check_at <= $1 ORDER BY check_at FOR UPDATE SKIP LOCKED
       ) due WHERE r.guild_id = due.guild_id AND r.badge = due.badge RETURNING r.guild_id`,
      [now, nextAt],
    );
    return [...new Set(due.map(({ guildId }) => guildId))];
  }

  /** Compares who earned badges with who has the roles, and owes the difference. */
  async compare(guildId: string, now: Date): Promise<void> {
    const [known] = await rows<{ since: Date | null; timezone: string }>(
      this.dataSource,
      `SELECT timezone, (SELECT min(created_at) FROM entries WHERE guild_id = $1 AND visible AND import_id IS NULL) AS since
         FROM guilds WHERE id = $1`,
      [guildId],
    );
    if (!known) return;
    const weeks = weeksUntil(now, known.timezone, known.since ?? now);
    await this.dataSource.query(compareStatement, [guildId, weeks, now]);
  }

  /** Takes what is due, so that no other process does until then; what is to be taken comes first. */
  async claim(now: Date, leasedUntil: Date, limit: number): Promise<ClaimedRole[]> {
    return rows(
      this.dataSource,
      `UPDATE given_roles g SET attempt = g.attempt + 1, due_at = $2
         FROM (SELECT guild_id, user_id, role_id FROM given_roles
                WHERE due_at <= $1 AND EXISTS (SELECT FROM guilds WHERE id = guild_id AND left_at IS NULL)
                ORDER BY is_earned, due_at, guild_id, user_id LIMIT $3 FOR UPDATE SKIP LOCKED) due
        WHERE g.guild_id = due.guild_id AND g.user_id = due.user_id AND g.role_id = due.role_id
       RETURNING g.guild_id, g.user_id, g.role_id, g.is_earned, g.asked_at, g.owed_since, g.attempt`,
      [now, leasedUntil, limit],
    );
  }

  /** Before Discord is asked: false when it isn't to be given any more. */
  async markAsked(claimed: ClaimedRole, now: Date): Promise<boolean> {
    const count = await changed(
      this.dataSource.manager,
      `UPDATE given_roles SET asked_at = coalesce(asked_at, $5) WHERE ${one} AND is_earned`,
      [...keyOf(claimed), now],
    );
    return count > 0;
  }

  /** Nothing is owed any more, unless the badge is gone by now. */
  async settle(claimed: ClaimedRole, outcome: GivenOutcome, now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE given_roles SET outcome = $5, due_at = CASE WHEN is_earned THEN NULL ELSE $6::timestamptz END WHERE ${one}`,
      [...keyOf(claimed), outcome, now],
    );
  }

  /** The role is taken; if the badge is back by now, the role is given again. */
  async remove(claimed: ClaimedRole, now: Date): Promise<void> {
    const count = await changed(
      this.dataSource.manager,
      `DELETE FROM given_roles WHERE ${one} AND NOT is_earned`,
      keyOf(claimed),
    );
    if (count === 0) await this.postpone(claimed, now);
  }

  async postpone(claimed: ClaimedRole, dueAt: Date): Promise<void> {
    await this.dataSource.query(`UPDATE given_roles SET due_at = $5 WHERE ${one}`, [
      ...keyOf(claimed),
      dueAt,
    ]);
  }

  /** Discord says that the member left, and their roles with them. */
  async memberLeft({ guildId, userId, roleId }: ClaimedRole, now: Date): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        'UPDATE members SET left_at = coalesce(left_at, $3) WHERE guild_id = $1 AND user_id = $2',
        [guildId, userId, now],
      );
      await manager.query('DELETE FROM given_roles WHERE guild_id = $1 AND user_id = $2 AND role_id = $3', [
        guildId,
        userId,
        roleId,
      ]);
    });
  }
}

/** Choices at the same moment come one after the other. */
async function lockTies(
  manager: EntityManager,
  guildId: string,
): Promise<{ badge: Badge; roleId: string }[]> {
  await manager.query('SELECT FROM guilds WHERE id = $1 FOR NO KEY UPDATE', [guildId]);
  return rows(manager, 'SELECT badge, role_id FROM badge_roles WHERE guild_id = $1', [guildId]);
}

/** A role that comes with no badge any more stays with who has it; what was not given yet isn't given. */
async function leaveWith(manager: EntityManager, guildId: string, roleId: string): Promise<void> {
  await manager.query('DELETE FROM given_roles WHERE guild_id = $1 AND role_id = $2 AND asked_at IS NULL', [
    guildId,
    roleId,
  ]);
  await manager.query(
    `UPDATE given_roles SET outcome = 'given', due_at = NULL WHERE guild_id = $1 AND role_id = $2 AND is_earned`,
    [guildId, roleId],
  );
}
