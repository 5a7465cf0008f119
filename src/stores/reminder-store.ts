/** Reminders of open challenges in the database: which are due, claiming one, and keeping what became of it. */
import type { DataSource } from 'typeorm';
import type { ReminderContent } from '../entities/challenge-reminder.js';

/** A reminder that is this process's to post until its lease runs out. */
export interface ReminderClaim {
  guildId: string;
  number: number;
  attempt: number;
  /** When it was claimed for the first time. */
  claimedAt: Date;
  /** Where an earlier attempt may have posted it; null when none can have. */
  channelId: string | null;
}

/** What decides whether a challenge may be reminded of: asked in (`after`, `until`]. */
export interface ReminderSpan {
  after: Date;
  until: Date;
}

export interface DueReminder {
  guildId: string;
  number: number;
}

/** A challenge `c` that is open to everybody and that nobody has solved; one that an import brought is nobody's question. */
const isOpen = `c.type = 'challenge' AND c.visible AND c.import_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM entries s
        WHERE s.guild_id = c.guild_id AND s.challenge_number = c.number AND s.accepted_at IS NOT NULL)`;

/** The guild `g` may be written to. */
const isServed = 'g.set_up_at IS NOT NULL AND g.digest_paused_at IS NULL AND g.left_at IS NULL';

/**
 * Members to ask about challenge `c`: they chose to be asked, wrote something with one of its tags, are still here, did
 * not ask it themselves and have not answered it.
 */
const asked = `FROM profiles p JOIN members m ON m.guild_id = p.guild_id AND m.user_id = p.user_id AND m.left_at IS NULL
  JOIN LATERAL (SELECT count(*) AS uses FROM entries e
    WHERE e.guild_id = p.guild_id AND e.author_id = p.user_id AND e.visible AND e.tags && c.tags) used ON uses > 0
 WHERE p.guild_id = c.guild_id AND p.reminders_since IS NOT NULL AND p.user_id <> c.author_id
   AND NOT EXISTS (SELECT 1 FROM entries s
         WHERE s.guild_id = c.guild_id AND s.challenge_number = c.number AND s.author_id = p.user_id AND s.visible)`;

export class ReminderStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The zones that guilds keep. */
  async timezones(): Promise<string[]> {
    const rows: { timezone: string }[] = await this.dataSource.query('SELECT DISTINCT timezone FROM guilds');
    return rows.map(({ timezone }) => timezone);
  }

  /**
   * Challenges that were never reminded of and that somebody can be asked about, the oldest of each guild: in guilds of
   * these zones where no reminder was posted since `quietSince`.
   */
  async due(
    { after, until }: ReminderSpan,
    { timezones, quietSince, limit }: { timezones: readonly string[]; quietSince: Date; limit: number },
  ): Promise<DueReminder[]> {
    return this.dataSource.query(
      `SELECT DISTINCT ON (c.guild_id) c.guild_id AS "guildId", c.number
         FROM entries c JOIN guilds g ON g.id = c.guild_id
        WHERE ${isOpen} AND c.created_at > $1 AND c.created_at <= $2 AND ${isServed} AND g.timezone = ANY ($3)
          AND NOT EXISTS (SELECT 1 FROM challenge_reminders r
                WHERE r.guild_id = c.guild_id AND (r.challenge_number = c.number OR r.settled_at IS NULL
                   OR (r.message_id IS NOT NULL AND r.settled_at > $4)))
          AND EXISTS (SELECT 1 ${asked})
        ORDER BY c.guild_id, c.created_at, c.number LIMIT $5`,
      [after, until, timezones, quietSince, limit],
    );
  }

  /** Those that a process left behind, or that are to be tried again. */
  async unsettled(now: Date, limit: number): Promise<DueReminder[]> {
    return this.dataSource.query(
      `SELECT r.guild_id AS "guildId", r.challenge_number AS number
         FROM challenge_reminders r JOIN guilds g ON g.id = r.guild_id
        WHERE r.next_at <= $1 AND ${isServed} ORDER BY r.next_at LIMIT $2`,
      [now, limit],
    );
  }

  /** Undefined when another process has it, or when it has been settled. */
  async claim(
    { guildId, number }: DueReminder,
    now: Date,
    leasedUntil: Date,
  ): Promise<ReminderClaim | undefined> {
    const [row] = await this.dataSource.query<Pick<ReminderClaim, 'attempt' | 'claimedAt' | 'channelId'>[]>(
      `INSERT INTO challenge_reminders AS r (guild_id, challenge_number, attempt, claimed_at, next_at)
       VALUES ($1, $2, 1, $3, $4)
       ON CONFLICT (guild_id, challenge_number) DO UPDATE SET attempt = r.attempt + 1, next_at = excluded.next_at
         WHERE r.next_at <= $3
       RETURNING attempt, claimed_at AS "claimedAt", channel_id AS "channelId"`,
      [guildId, number, now, leasedUntil],
    );
    return row && { guildId, number, ...row };
  }

  /** What there is to say now; undefined when it is solved, gone or too old, or when nobody is to be asked. */
  async read(
    { guildId, number }: DueReminder,
    { after, until }: ReminderSpan,
    mostAsked: number,
  ): Promise<ReminderContent | undefined> {
    const [row] = await this.dataSource.query<
      (Omit<ReminderContent, 'card'> & { channelId: string | null; messageId: string | null })[]
    >(
      `SELECT c.number, c.title, c.tags, c.created_at AS "askedAt", card.channel_id AS "channelId",
              card.message_id AS "messageId",
              ARRAY(SELECT p.user_id ${asked} ORDER BY used.uses DESC, p.user_id LIMIT $5)::text[] AS asked
         FROM entries c
         LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
           WHERE guild_id = $1 AND entry_number = $2 ORDER BY message_id LIMIT 1) card ON true
        WHERE c.guild_id = $1 AND c.number = $2 AND ${isOpen} AND c.created_at > $3 AND c.created_at <= $4`,
      [guildId, number, after, until, mostAsked],
    );
    if (!row || row.asked.length === 0) return undefined;
    const { channelId, messageId, ...content } = row;
    return { ...content, card: channelId && messageId ? { channelId, messageId } : null };
  }

  /**
   * Notes where it is about to be posted, and starts its lease anew. False when it must not be: the claim is no longer
   * ours, or the guild has been paused or left since.
   */
  async aim(claim: ReminderClaim, channelId: string, now: Date, leasedUntil: Date): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      `UPDATE challenge_reminders r SET channel_id = $4, next_at = $6
        WHERE r.guild_id = $1 AND r.challenge_number = $2 AND r.attempt = $3 AND r.next_at > $5
          AND EXISTS (SELECT 1 FROM guilds g WHERE g.id = r.guild_id AND ${isServed})`,
      [claim.guildId, claim.number, claim.attempt, channelId, now, leasedUntil],
    )) as [unknown, number];
    return affected === 1;
  }

  /** It was posted, or nothing was to be posted after all; false when the claim has passed to another process. */
  async settle(
    claim: ReminderClaim,
    message: { channelId: string; messageId: string } | undefined,
    now: Date,
  ): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      `UPDATE challenge_reminders SET settled_at = $4, next_at = NULL, channel_id = coalesce($5, channel_id), message_id = $6
        WHERE guild_id = $1 AND challenge_number = $2 AND attempt = $3 AND settled_at IS NULL`,
      [
        claim.guildId,
        claim.number,
        claim.attempt,
        now,
        message?.channelId ?? null,
        message?.messageId ?? null,
      ],
    )) as [unknown, number];
    return affected === 1;
  }

  /** To be tried again. With null its message is nowhere; otherwise it may still be where `aim` noted it. */
  async retryLater(claim: ReminderClaim, nextAt: Date, channelId?: null): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      `UPDATE challenge_reminders SET next_at = $4, channel_id = CASE WHEN $5 THEN NULL ELSE channel_id END
        WHERE guild_id = $1 AND challenge_number = $2 AND attempt = $3 AND settled_at IS NULL`,
      [claim.guildId, claim.number, claim.attempt, nextAt, channelId === null],
    )) as [unknown, number];
    return affected === 1;
  }
}
