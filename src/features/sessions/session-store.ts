/** Study sessions in the database, with what is owed of them. */
import type { DataSource, EntityManager } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { Author } from '../../entities/member.js';
import { enqueue } from '../../outbox/enqueue.js';
import { changed, rows } from '../../platform/rows.js';
import { rememberMember } from '../members/index.js';
import {
  listedAtMost,
  type PlannedSession,
  reminderMs,
  type ShownSession,
  sessionTopics,
} from './session-model.js';

/** Those who were reminded already are reminded again of a session that was moved back by this (ms) or more. */
const worthRemindingMs = 10 * 60_000;

const people = (column: string) => `ARRAY(SELECT m.user_id FROM session_members m
  WHERE m.session_id = s.id AND m.${column} IS NOT NULL ORDER BY m.${column}, m.user_id)::text[]`;
const shown = `SELECT s.*, ${people('joined_at')} AS going, ${people('attended_at')} AS attended FROM sessions s`;

export class SessionStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Stores a session and owes its card, its reminder and the message after it. `known` when it was there already, `full`
   * when the host has `limit` of them ahead.
   */
  async insert(
    { id, guildId, ...plan }: PlannedSession & { id: string; guildId: string },
    host: Author,
    { at, limit }: { at: Date; limit: number },
  ): Promise<'planned' | 'known' | 'full'> {
    return this.dataSource.transaction(async (manager) => {
      await remember(manager, guildId, host, at);
      await manager.query('SELECT FROM members WHERE guild_id = $1 AND user_id = $2 FOR UPDATE', [
        guildId,
        host.id,
      ]);
      const known = await rows(manager, 'SELECT 1 FROM sessions WHERE id = $1', [id]);
      if (known.length > 0) return 'known';
      const inserted = await rows(
        manager,
        `INSERT INTO sessions (id, guild_id, host_id, topic, place, starts_at, ends_at, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8::timestamptz
          WHERE (SELECT count(*) FROM sessions
                  WHERE guild_id = $2 AND host_id = $3 AND cancelled_at IS NULL AND ends_at > $8) < $9
         RETURNING id`,
        [id, guildId, host.id, plan.topic, plan.place, plan.startsAt, plan.endsAt, at, limit],
      );
      if (inserted.length === 0) return 'full';
      await manager.query(
        'INSERT INTO session_members (guild_id, session_id, user_id, joined_at) VALUES ($1, $2, $3, $4)',
        [guildId, id, host.id, at],
      );
      const remindAt = new Date(Math.max(at.getTime(), plan.startsAt.getTime() - reminderMs));
      await enqueue(manager, { guildId, topic: sessionTopics.card, key: id, at });
      await enqueue(manager, { guildId, topic: sessionTopics.reminder, key: id, at, dueAt: remindAt });
      await enqueue(manager, { guildId, topic: sessionTopics.recap, key: id, at, dueAt: plan.endsAt });
      return 'planned';
    });
  }

  async find(guildId: string, id: string): Promise<ShownSession | undefined> {
    const [session] = await rows<ShownSession>(
      this.dataSource,
      `${shown} WHERE s.guild_id = $1 AND s.id = $2`,
      [guildId, id],
    );
    return session;
  }

  /** A member's name as last seen. */
  async nameOf(guildId: string, userId: string): Promise<string | undefined> {
    const [member] = await rows<{ displayName: string }>(
      this.dataSource,
      'SELECT display_name FROM members WHERE guild_id = $1 AND user_id = $2',
      [guildId, userId],
    );
    return member?.displayName;
  }

  /** Sessions that aren't over, the next one first. */
  async coming(guildId: string, now: Date, limit = listedAtMost): Promise<ShownSession[]> {
    return rows(
      this.dataSource,
      `${shown} WHERE s.guild_id = $1 AND s.cancelled_at IS NULL AND s.ends_at > $2 ORDER BY s.starts_at, s.id LIMIT $3`,
      [guildId, now, limit],
    );
  }

  /** They come, or don't any more; false when nothing changed. */
  async setGoing(guildId: string, id: string, member: Author, isGoing: boolean, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await remember(manager, guildId, member, at);
      const own = [guildId, id, member.id];
      const count = isGoing
        ? (
            await rows(
              manager,
              `INSERT INTO session_members (guild_id, session_id, user_id, joined_at)
               SELECT guild_id, id, $3, $4 FROM sessions WHERE guild_id = $1 AND id = $2 AND cancelled_at IS NULL AND ends_at > $4
               ON CONFLICT (session_id, user_id) DO UPDATE SET joined_at = excluded.joined_at
                WHERE session_members.joined_at IS NULL RETURNING user_id`,
              [...own, at],
            )
          ).length
        : await changed(
            manager,
            'DELETE FROM session_members WHERE guild_id = $1 AND session_id = $2 AND user_id = $3 AND attended_at IS NULL',
            own,
          );
      if (count > 0) await manager.query('UPDATE sessions SET card_stale_since = $2 WHERE id = $1', [id, at]);
      return count > 0;
    });
  }

  /** They were there and may be named. */
  async setAttended(guildId: string, id: string, member: Author, at: Date): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await remember(manager, guildId, member, at);
      await manager.query(
        `INSERT INTO session_members (guild_id, session_id, user_id, attended_at)
         SELECT guild_id, id, $3, $4 FROM sessions WHERE guild_id = $1 AND id = $2
         ON CONFLICT (session_id, user_id) DO UPDATE SET attended_at = coalesce(session_members.attended_at, $4)`,
        [guildId, id, member.id, at],
      );
    });
  }

  /** Cancels it, and its event unless Discord did so first; false when it was cancelled before. */
  async cancel(guildId: string, id: string, at: Date, withEvent = true): Promise<boolean> {
    const count = await changed(
      this.dataSource,
      `UPDATE sessions SET cancelled_at = $3, card_stale_since = $3, is_event_stale = $4 AND event_id IS NOT NULL
        WHERE guild_id = $1 AND id = $2 AND cancelled_at IS NULL`,
      [guildId, id, at, withEvent],
    );
    return count > 0;
  }

  /**
   * It was changed in Discord. What is owed goes out at its new time; those who were reminded of the old one are
   * reminded again.
   */
  async change(
    guildId: string,
    id: string,
    { topic, place, startsAt, endsAt }: PlannedSession,
    at: Date,
  ): Promise<void> {
    const remindAt = new Date(startsAt.getTime() - reminderMs);
    await this.dataSource.transaction(async (manager) => {
      const [before] = await rows<{ startsAt: Date }>(
        manager,
        'SELECT starts_at FROM sessions WHERE guild_id = $1 AND id = $2 FOR UPDATE',
        [guildId, id],
      );
      await manager.query(
        `UPDATE sessions SET topic = $3, place = $4, starts_at = $5, ends_at = $6, card_stale_since = $7
          WHERE guild_id = $1 AND id = $2`,
        [guildId, id, topic, place, startsAt, endsAt, at],
      );
      const isLater = before && startsAt.getTime() - before.startsAt.getTime() >= worthRemindingMs;
      if (isLater && startsAt > at)
        await enqueue(manager, { guildId, topic: sessionTopics.reminder, key: id, at, dueAt: remindAt });
      await retime(manager, guildId, id, { remindAt, endsAt });
    });
  }

  /** It was ended in Discord before its time. False when it was over before. */
  async end(guildId: string, id: string, at: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const count = await changed(
        manager,
        `UPDATE sessions SET starts_at = least(starts_at, $3::timestamptz - interval '1 minute'), ends_at = $3, card_stale_since = $3
          WHERE guild_id = $1 AND id = $2 AND ends_at > $3`,
        [guildId, id, at],
      );
      if (count > 0) await retime(manager, guildId, id, { remindAt: at, endsAt: at });
      return count > 0;
    });
  }

  async recordEvent(guildId: string, id: string, eventId: string): Promise<void> {
    await this.dataSource.query('UPDATE sessions SET event_id = $3 WHERE guild_id = $1 AND id = $2', [
      guildId,
      id,
      eventId,
    ]);
  }

  async eventCancelled(guildId: string, id: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE sessions SET is_event_stale = false WHERE guild_id = $1 AND id = $2',
      [guildId, id],
    );
  }

  /** Sessions with an event that is to be looked at: it isn't over, or is still to be cancelled. */
  async withEvents(now: Date, limit: number): Promise<ShownSession[]> {
    return rows(
      this.dataSource,
      `${shown} WHERE s.event_id IS NOT NULL AND (s.is_event_stale OR (s.cancelled_at IS NULL AND s.ends_at > $1))
        ORDER BY s.starts_at, s.id LIMIT $2`,
      [now, limit],
    );
  }

  async staleCards(limit: number): Promise<ShownSession[]> {
    return rows(
      this.dataSource,
      `${shown} WHERE s.card_stale_since IS NOT NULL AND s.card_message_id IS NOT NULL ORDER BY s.card_stale_since LIMIT $1`,
      [limit],
    );
  }

  /** The card was brought up to date; what changed meanwhile keeps it stale. */
  async refreshed({ guildId, id, cardStaleSince }: ShownSession): Promise<void> {
    await this.dataSource.query(
      'UPDATE sessions SET card_stale_since = NULL WHERE guild_id = $1 AND id = $2 AND card_stale_since = $3',
      [guildId, id, cardStaleSince],
    );
  }

  /** The reminder can't be posted: each who said that they come is owed one of their own. */
  async oweDirect(
    manager: Pick<EntityManager, 'query'>,
    { guildId, key }: { guildId: string; key: string },
    memberIds: readonly string[],
    at: Date,
  ): Promise<void> {
    for (const memberId of memberIds) {
      await enqueue(manager, {
        guildId,
        topic: sessionTopics.direct,
        key: `${key} ${memberId}`,
        payload: { session: key },
        memberId,
        at,
      });
    }
  }

  async recordCard(
    manager: Pick<EntityManager, 'query'>,
    { guildId, key }: { guildId: string; key: string },
    { channelId, messageId }: CardPlace,
  ): Promise<void> {
    await manager.query(
      'UPDATE sessions SET card_channel_id = $3, card_message_id = $4 WHERE guild_id = $1 AND id = $2',
      [guildId, key, channelId, messageId],
    );
  }

  async recordMessage(
    manager: Pick<EntityManager, 'query'>,
    { guildId, key }: { guildId: string; key: string },
    which: 'reminder' | 'recap',
    messageId: string,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE sessions SET ${which}_message_id = $3, card_stale_since = $4 WHERE guild_id = $1 AND id = $2`,
      [guildId, key, messageId, at],
    );
  }
}

/** What is owed of a session goes out at its new time; what is under way looks at the time itself. */
async function retime(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  id: string,
  { remindAt, endsAt }: { remindAt: Date; endsAt: Date },
): Promise<void> {
  await manager.query(
    `UPDATE outbox_messages SET due_at = CASE topic WHEN '${sessionTopics.recap}' THEN $4::timestamptz ELSE $3::timestamptz END
      WHERE guild_id = $1 AND key = $2 AND topic IN ('${sessionTopics.reminder}', '${sessionTopics.recap}')
        AND leased_until IS NULL`,
    [guildId, id, remindAt, endsAt],
  );
}

async function remember(
  manager: Pick<EntityManager, 'query'>,
  guildId: string,
  author: Author,
  at: Date,
): Promise<void> {
  await manager.query(
    `WITH guild AS (INSERT INTO guilds (id, created_at) SELECT $1, $4 WHERE NOT EXISTS (SELECT FROM guilds WHERE id = $1)
                    ON CONFLICT DO NOTHING RETURNING id)
     ${rememberMember('FROM (SELECT count(*) FROM guild) made')}`,
    [guildId, author.id, author.displayName, at],
  );
}
