/** Reminders of open challenges in the database: which are due, their content, and their result. */
import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { ReminderContent } from '../../entities/challenge-reminder.js';
import { type Askable, askedAgainAfterMs, chooseAsked } from './ask-model.js';

/** What decides whether a challenge may be reminded of: asked in (`after`, `until`]. */
export interface ReminderSpan {
  after: Date;
  until: Date;
}

/** A challenge `c` that is open to everybody and that nobody has solved; an imported one isn't a question. */
const isOpen = `c.type = 'challenge' AND c.visible AND c.import_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM entries s
        WHERE s.guild_id = c.guild_id AND s.challenge_number = c.number AND s.accepted_at IS NOT NULL)`;

/** The guild `g` may be written to. */
const isServed = 'g.set_up_at IS NOT NULL AND g.digest_paused_at IS NULL AND g.left_at IS NULL';

/** The member `p` may be asked about challenge `c` at `now`; whether they fit is another matter. */
const isFree = (
  now: string,
) => `p.guild_id = c.guild_id AND p.reminders_since IS NOT NULL AND p.user_id <> c.author_id
   AND EXISTS (SELECT FROM members m WHERE m.guild_id = p.guild_id AND m.user_id = p.user_id AND m.left_at IS NULL)
   AND NOT EXISTS (SELECT FROM mutes x WHERE x.guild_id = p.guild_id AND x.member_id = p.user_id
         AND (x.muted_until IS NULL OR x.muted_until > ${now}))
   AND NOT EXISTS (SELECT FROM entries s
         WHERE s.guild_id = c.guild_id AND s.challenge_number = c.number AND s.author_id = p.user_id AND s.visible)`;

/**
 * Members to ask about challenge `c` at `now`: they chose to be asked, wrote or solved something with one of its tags, are
 * still here, did not ask it themselves, have not answered it, and were not asked about any lately.
 */
const asked = (now: string) => `FROM profiles p
  JOIN LATERAL (
    SELECT count(*) FILTER (WHERE e.type = 'solution' AND e.accepted_at IS NOT NULL)::integer AS accepted,
           count(*) FILTER (WHERE e.type = 'learning')::integer AS learnings,
           count(*) FILTER (WHERE e.type = 'challenge' OR (e.type = 'solution' AND e.accepted_at IS NULL))::integer AS others,
           (SELECT count(DISTINCT tag)::integer FROM entries t, unnest(t.tags) AS tag
             WHERE t.guild_id = p.guild_id AND t.author_id = p.user_id AND t.visible AND tag = ANY (c.tags)) AS tags,
           count(*) AS uses
      FROM entries e LEFT JOIN entries q ON q.guild_id = e.guild_id AND q.number = e.challenge_number
     WHERE e.guild_id = p.guild_id AND e.author_id = p.user_id AND e.visible AND (e.tags && c.tags OR q.tags && c.tags)
  ) used ON uses > 0
 WHERE ${isFree(now)}
   AND NOT EXISTS (SELECT FROM challenge_asks k WHERE k.guild_id = p.guild_id AND k.member_id = p.user_id
         AND (k.challenge_number = c.number OR k.asked_at > ${now}::timestamptz - interval '${askedAgainAfterMs / 1000} seconds'))`;

/** The member `p` is in the newest group of study buddies of who asked `c`. */
const isBuddy = `EXISTS (
  SELECT FROM buddy_members other WHERE other.guild_id = c.guild_id AND other.user_id = p.user_id
     AND (other.round_at, other.number) = (SELECT mine.round_at, mine.number FROM buddy_members mine
       WHERE mine.guild_id = c.guild_id AND mine.user_id = c.author_id AND mine.number IS NOT NULL
       ORDER BY mine.round_at DESC LIMIT 1))`;

type Runs = Pick<EntityManager, 'query'>;

export class ReminderStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The zones that guilds keep. */
  async timezones(): Promise<string[]> {
    const rows: { timezone: string }[] = await this.dataSource.query('SELECT DISTINCT timezone FROM guilds');
    return rows.map(({ timezone }) => timezone);
  }

  /**
   * Owes reminders of challenges that were never reminded of and that somebody can be asked about, the oldest of each
   * guild: in guilds of these zones where none is owed and none was posted since `quietSince`.
   */
  async enqueueDue(
    { after, until }: ReminderSpan,
    options: { timezones: readonly string[]; quietSince: Date; limit: number; now: Date },
  ): Promise<void> {
    const { timezones, quietSince, limit, now } = options;
    await this.dataSource.query(
      `INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at)
       SELECT DISTINCT ON (c.guild_id) c.guild_id, 'challenge-reminder', c.number::text, $6::timestamptz, $6
         FROM entries c JOIN guilds g ON g.id = c.guild_id
        WHERE ${isOpen} AND c.created_at > $1 AND c.created_at <= $2 AND ${isServed} AND g.timezone = ANY ($3)
          AND NOT EXISTS (SELECT 1 FROM challenge_reminders r
                WHERE r.guild_id = c.guild_id AND (r.challenge_number = c.number
                   OR (r.message_id IS NOT NULL AND r.settled_at > $4)))
          AND NOT EXISTS (SELECT 1 FROM outbox_messages o
                WHERE o.guild_id = c.guild_id AND o.topic = 'challenge-reminder')
          AND EXISTS (SELECT 1 ${asked('$6')})
        ORDER BY c.guild_id, c.created_at, c.number LIMIT $5
       ON CONFLICT (guild_id, topic, key) DO NOTHING`,
      [after, until, timezones, quietSince, limit, now],
    );
  }

  /**
   * What there is to say now, and whom to ask: those noted by an earlier attempt, or else the best. Undefined when the
   * challenge is solved, gone or too old, or when nobody is to be asked.
   */
  async read(
    guildId: string,
    number: number,
    { after, until }: ReminderSpan,
    { mostAsked, now }: { mostAsked: number; now: Date },
  ): Promise<ReminderContent | undefined> {
    const content = await this.open(guildId, number, now, { after, until });
    if (!content) return undefined;
    const noted = await this.noted(guildId, number, now);
    const asked = noted.length > 0 ? noted : await this.ask(guildId, number, { count: mostAsked, now });
    return asked.length === 0 ? undefined : { ...content, asked };
  }

  /** A challenge that is open still; with a span, only when it may be reminded of for the first time. */
  async open(
    guildId: string,
    number: number,
    now: Date,
    span?: ReminderSpan,
  ): Promise<Omit<ReminderContent, 'asked'> | undefined> {
    const [row] = await this.dataSource.query<
      (Omit<ReminderContent, 'card' | 'asked'> & { channelId: string | null; messageId: string | null })[]
    >(
      `SELECT c.number, c.title, c.tags, c.created_at AS "askedAt", card.channel_id AS "channelId",
              card.message_id AS "messageId"
         FROM entries c
         LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
           WHERE guild_id = $1 AND entry_number = $2 ORDER BY message_id LIMIT 1) card ON true
        WHERE c.guild_id = $1 AND c.number = $2 AND ${isOpen} AND c.created_at > $3 AND c.created_at <= $4
          AND ($5 OR NOT EXISTS (SELECT 1 FROM challenge_reminders r WHERE r.guild_id = $1 AND r.challenge_number = $2))`,
      [guildId, number, span?.after ?? new Date(0), span?.until ?? now, !span],
    );
    if (!row) return undefined;
    const { channelId, messageId, ...content } = row;
    return { ...content, card: channelId && messageId ? { channelId, messageId } : null };
  }

  /** Those asked about a challenge who have not answered and may be asked still. */
  async noted(guildId: string, number: number, now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT k.member_id::text AS id FROM challenge_asks k
         JOIN entries c ON c.guild_id = k.guild_id AND c.number = k.challenge_number
         JOIN profiles p ON p.guild_id = k.guild_id AND p.user_id = k.member_id
        WHERE k.guild_id = $1 AND k.challenge_number = $2 AND k.answer IS NULL AND ${isFree('$3::timestamptz')}
        ORDER BY k.asked_at, k.member_id`,
      [guildId, number, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Chooses whom to ask about a challenge, and notes them before anything is posted; the best first. */
  async ask(
    guildId: string,
    number: number,
    { count, now, manager = this.dataSource.manager }: { count: number; now: Date; manager?: Runs },
  ): Promise<string[]> {
    const candidates: Askable[] = await manager.query(
      `SELECT found.* FROM entries c
        CROSS JOIN LATERAL (SELECT p.user_id::text AS id, p.track, used.accepted, used.learnings, used.others, used.tags,
                                   ${isBuddy} AS "isBuddy" ${asked('$3')}) found
        WHERE c.guild_id = $1 AND c.number = $2 AND c.type = 'challenge'`,
      [guildId, number, now],
    );
    const chosen = chooseAsked(candidates, count).map(({ id }) => id);
    await manager.query(
      `INSERT INTO challenge_asks (guild_id, challenge_number, member_id, asked_at)
       SELECT $1, $2, id, $4 FROM unnest($3::bigint[]) AS id ON CONFLICT DO NOTHING`,
      [guildId, number, chosen, now],
    );
    return chosen;
  }

  /** It was posted, or nothing was to be posted after all: the challenge is not reminded of again. */
  async settle(
    manager: Pick<EntityManager, 'query'>,
    guildId: string,
    number: number,
    message: CardPlace | undefined,
    now: Date,
  ): Promise<void> {
    // Nobody was asked after all.
    if (!message)
      await manager.query('DELETE FROM challenge_asks WHERE guild_id = $1 AND challenge_number = $2', [
        guildId,
        number,
      ]);
    await manager.query(
      `INSERT INTO challenge_reminders (guild_id, challenge_number, channel_id, message_id, settled_at)
       SELECT $1, number, $3, $4, $5 FROM entries WHERE guild_id = $1 AND number = $2
       ON CONFLICT (guild_id, challenge_number) DO NOTHING`,
      [guildId, number, message?.channelId ?? null, message?.messageId ?? null, now],
    );
  }
}
