/** Notices in the outbox: what they say, and which could not be sent. */
import type { DataSource } from 'typeorm';
import type { NoticePayload, ToldNotice } from './notice-model.js';

/** A solution is named by its challenge's title. */
const titled = (condition: string) => `
  SELECT n.id, n.payload, n.created_at AS at, coalesce(e.title, c.title) AS title FROM outbox_messages n
    LEFT JOIN entries e ON e.guild_id = n.guild_id AND e.number = (n.payload ->> 'entryNumber')::integer
    LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number AND c.visible
   WHERE n.topic = 'notice' AND ${condition} ORDER BY n.created_at, n.id`;

interface NoticeRow {
  id: string;
  payload: NoticePayload;
  at: Date;
  title: string | null;
}

/** A notice with the id of its row. */
export type StoredNotice = ToldNotice & { id: string };

export class NoticeStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What the notices of these rows say, the oldest first. */
  async byIds(ids: readonly string[]): Promise<StoredNotice[]> {
    return this.notices('n.id = ANY ($1::bigint[])', [ids]);
  }

  /** What could not be sent to a member, the oldest first, at most `limit`. */
  async unsent(guildId: string, memberId: string, limit: number): Promise<StoredNotice[]> {
    const unsent = await this.notices('n.guild_id = $1 AND n.member_id = $2 AND n.due_at IS NULL', [
      guildId,
      memberId,
    ]);
    return unsent.slice(0, limit);
  }

  /** Members with notices that could not be sent. */
  async waitingMembers(): Promise<{ guildId: string; userId: string }[]> {
    return this.dataSource.query(
      `SELECT DISTINCT guild_id AS "guildId", member_id AS "userId" FROM outbox_messages
        WHERE topic = 'notice' AND due_at IS NULL`,
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.dataSource.query('DELETE FROM outbox_messages WHERE id = ANY ($1::bigint[])', [ids]);
  }

  private async notices(condition: string, values: readonly unknown[]): Promise<StoredNotice[]> {
    const rows: NoticeRow[] = await this.dataSource.query(titled(condition), [...values]);
    return rows.map(({ payload, ...row }) => ({ ...payload, ...row }));
  }
}
