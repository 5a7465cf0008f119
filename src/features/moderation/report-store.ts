/** Members' reports of entries: each joins the entry's open item in the queue, or opens one. */
import type { DataSource } from 'typeorm';
import type { Author } from '../../entities/member.js';
import type { ReportReason } from '../../entities/report.js';
import { rememberMember } from '../members/index.js';

export interface NewReport {
  guildId: string;
  number: number;
  reporter: Author;
  reason: ReportReason;
  note: string | null;
  at: Date;
}

export class ReportStore {
  constructor(private readonly dataSource: DataSource) {}

  /** `gone` when the entry is no longer there for all to see; `already` when the member's report of it is open. */
  async insert({
    guildId,
    number,
    reporter,
    reason,
    note,
    at,
  }: NewReport): Promise<'reported' | 'already' | 'gone'> {
    return this.dataSource.transaction(async (manager) => {
      // A concurrent hide or delete waits for this lock, and then settles the item opened here.
      const there: unknown[] = await manager.query(
        'SELECT 1 FROM entries WHERE guild_id = $1 AND number = $2 AND visible FOR SHARE',
        [guildId, number],
      );
      if (there.length === 0) return 'gone';
      await manager.query(rememberMember(), [guildId, reporter.id, reporter.displayName, at]);
      // A card that is there already is to tell of the new report.
      const items: { id: string }[] = await manager.query(
        `WITH item AS (
           INSERT INTO queue_items AS known (guild_id, id, entry_number, is_review, opened_at)
           VALUES ($1, gen_random_uuid(), $2, false, $3)
           ON CONFLICT (guild_id, entry_number) WHERE decided_at IS NULL AND entry_number IS NOT NULL
             DO UPDATE SET card_due_at = CASE WHEN known.card_message_id IS NOT NULL THEN $3::timestamptz END
           RETURNING id, card_message_id
         ), owed AS (
           INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at)
           SELECT $1, 'queue-card', id::text, $3, $3 FROM item WHERE card_message_id IS NULL ON CONFLICT DO NOTHING
         )
         SELECT id FROM item`,
        [guildId, number, at],
      );
      const reported: unknown[] = await manager.query(
        `INSERT INTO reports (guild_id, item_id, reporter_id, reason, note, reported_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
        [guildId, items[0]?.id, reporter.id, reason, note, at],
      );
      return reported.length === 0 ? 'already' : 'reported';
    });
  }

  /** Whether the member has reported it and nobody has decided yet. */
  async isOpen(guildId: string, number: number, reporterId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM queue_items q JOIN reports r ON r.guild_id = q.guild_id AND r.item_id = q.id
        WHERE q.guild_id = $1 AND q.entry_number = $2 AND q.decided_at IS NULL AND r.reporter_id = $3`,
      [guildId, number, reporterId],
    );
    return rows.length > 0;
  }
}
