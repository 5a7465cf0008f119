/** Posted messages that are still to be changed after somebody was erased: claimed with a lease, and removed once done. */

import type { DataSource } from 'typeorm';
import type { MessageUpdate } from '../../entities/message-update.js';
import { rows } from '../../platform/rows.js';

export class MessageUpdateStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes what is due, so that no other process does until then; what goes comes first. */
  async claim(now: Date, leasedUntil: Date, limit: number): Promise<MessageUpdate[]> {
    return rows(
      this.dataSource,
      `UPDATE message_updates u SET attempt = u.attempt + 1, next_at = $2
         FROM (SELECT message_id, hash FROM message_updates WHERE next_at <= $1
                ORDER BY kind <> 'removed', next_at, message_id LIMIT $3 FOR UPDATE SKIP LOCKED) due
        WHERE u.message_id = due.message_id AND u.hash = due.hash RETURNING u.*`,
      [now, leasedUntil, limit],
    );
  }

  async remove({ messageId, hash }: MessageUpdate): Promise<void> {
    await this.dataSource.query('DELETE FROM message_updates WHERE message_id = $1 AND hash = $2', [
      messageId,
      hash,
    ]);
  }

  async postpone({ messageId, hash }: MessageUpdate, nextAt: Date): Promise<void> {
    await this.dataSource.query(
      'UPDATE message_updates SET next_at = $3 WHERE message_id = $1 AND hash = $2',
      [messageId, hash, nextAt],
    );
  }

  /** Messages of the last hour, which may have been under way when the member was erased: each is looked at as well. */
  async findLater({ guildId, hash }: MessageUpdate, now: Date): Promise<void> {
    const since = new Date(now.getTime() - 3_600_000);
    await this.dataSource.query(
      `INSERT INTO message_updates (guild_id, message_id, channel_id, kind, hash, next_at)
       SELECT $1, message_id, channel_id, kind, $2, $3 FROM (
         SELECT message_id, channel_id, 'digest' AS kind FROM digests
          WHERE guild_id = $1 AND state = 'sent' AND NOT is_nudge AND settled_at >= $4
         UNION ALL SELECT message_id, channel_id, 'reminder' FROM challenge_reminders
          WHERE guild_id = $1 AND message_id IS NOT NULL AND settled_at >= $4
         UNION ALL SELECT message_id, channel_id, 'card' FROM cards WHERE guild_id = $1 AND posted_at >= $4
       ) posted ON CONFLICT DO NOTHING`,
      [guildId, hash, now, since],
    );
    await this.dataSource.query('UPDATE cards SET stale_since = $2 WHERE guild_id = $1 AND posted_at >= $3', [
      guildId,
      now,
      since,
    ]);
  }

  /** What a message was posted for, as far as it is still known. */
  async subjectOf(
    { guildId, messageId }: Pick<MessageUpdate, 'guildId' | 'messageId'>,
    kind: PostedFor,
  ): Promise<MessageSubject> {
    const [row]: MessageSubject[] = await this.dataSource.query(subjectStatements[kind], [
      guildId,
      messageId,
    ]);
    return row ?? {};
  }

  /** Whether all of these entries are there, and none is of somebody who was erased. */
  async areOthers(guildId: string, numbers: readonly number[]): Promise<boolean> {
    const [row]: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::integer AS count FROM entries WHERE guild_id = $1 AND number = ANY ($2) AND author_id <> 0',
      [guildId, numbers],
    );
    return row?.count === new Set(numbers).size;
  }
}

type PostedFor = Exclude<MessageUpdate['kind'], 'removed' | 'later'>;

/** Which of these there is depends on the kind of message. */
export interface MessageSubject {
  number?: number;
  periodEnd?: Date;
  importId?: string;
}

const subjectStatements: Record<PostedFor, string> = {
  card: 'SELECT entry_number AS number FROM cards WHERE guild_id = $1 AND message_id = $2',
  reminder: `SELECT challenge_number AS number FROM challenge_reminders WHERE guild_id = $1 AND message_id = $2`,
  digest: 'SELECT period_end AS "periodEnd" FROM digests WHERE guild_id = $1 AND message_id = $2',
  import: 'SELECT id AS "importId" FROM imports WHERE guild_id = $1 AND message_id = $2',
};
