/** Reading the audit log: a page of a guild's, and lines by their ids. */
import type { DataSource } from 'typeorm';
import { formerMember } from '../../entities/member.js';
import { rows } from '../../platform/rows.js';
import type { AuditCriteria, AuditLine } from './audit-line-model.js';

type LineRow = Omit<AuditLine, 'card'> & { cardChannelId: string | null; cardMessageId: string | null };

/** A key that leads to nobody any more is a former member's. */
const lineColumns = `
  l.id, l.action, l.entry_number, l.before, l.after, l.at, note.text AS reason,
  CASE WHEN l.actor IS NOT NULL THEN coalesce(actor.user_id, ${formerMember}) END AS actor_id,
  CASE WHEN l.subject IS NOT NULL THEN coalesce(subject.user_id, ${formerMember}) END AS subject_id,
  card.channel_id AS card_channel_id, card.message_id AS card_message_id`;

const lineSources = `
  LEFT JOIN subjects actor ON actor.guild_id = l.guild_id AND actor.key = l.actor
  LEFT JOIN subjects subject ON subject.guild_id = l.guild_id AND subject.key = l.subject
  LEFT JOIN audit_notes note ON note.guild_id = l.guild_id AND note.key = l.note
  LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
     WHERE guild_id = l.guild_id AND entry_number = l.entry_number ORDER BY message_id LIMIT 1) card ON true`;

/** Parameters: guild, newest line, action or null, member or null. */
const matching = `
  FROM audit_log l WHERE l.guild_id = $1 AND l.id <= $2 AND ($3::text IS NULL OR l.action = $3)
   AND ($4::bigint IS NULL OR EXISTS (SELECT FROM subjects s
     WHERE s.guild_id = $1 AND s.user_id = $4 AND s.key IN (l.actor, l.subject)))`;

export class AuditStore {
  static readonly pageSize = 8;

  constructor(private readonly dataSource: DataSource) {}

  /** The id of the newest line; null when nothing was logged yet. */
  async newest(guildId: string): Promise<string | null> {
    const [row]: { id: string | null }[] = await this.dataSource.query(
      'SELECT max(id) AS id FROM audit_log WHERE guild_id = $1',
      [guildId],
    );
    return row?.id ?? null;
  }

  async count(guildId: string, criteria: AuditCriteria): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::integer AS count ${matching}`,
      valuesOf(guildId, criteria),
    );
    return row?.count ?? 0;
  }

  /** The newest first; pages count from 0. */
  async page(guildId: string, criteria: AuditCriteria, page: number): Promise<AuditLine[]> {
    const lines = await rows<LineRow>(
      this.dataSource,
      `WITH shown AS (SELECT l.* ${matching} ORDER BY l.id DESC LIMIT $5 OFFSET $6)
       SELECT ${lineColumns} FROM shown l ${lineSources} ORDER BY l.id DESC`,
      [...valuesOf(guildId, criteria), AuditStore.pageSize, page * AuditStore.pageSize],
    );
    return lines.map(lineOf);
  }

  /** These lines of a guild, in the order they were logged. */
  async lines(guildId: string, ids: readonly string[]): Promise<AuditLine[]> {
    const lines = await rows<LineRow>(
      this.dataSource,
      `SELECT ${lineColumns} FROM audit_log l ${lineSources}
        WHERE l.guild_id = $1 AND l.id = ANY ($2::bigint[]) ORDER BY l.id`,
      [guildId, ids],
    );
    return lines.map(lineOf);
  }
}

function valuesOf(guildId: string, { until, action, memberId }: AuditCriteria): unknown[] {
  return [guildId, until, action ?? null, memberId ?? null];
}

function lineOf({ cardChannelId: channelId, cardMessageId: messageId, ...line }: LineRow): AuditLine {
  return { ...line, card: channelId && messageId ? { channelId, messageId } : null };
}
