/** One member's report of an entry: the reason, and an optional note. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const reportReasons = [
  'spam',
  'harassment',
  'misleading',
  'private-data',
  'off-topic',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** The longest note (UTF-16 units). */
export const reportNoteLimit = 500;

@Entity({ name: 'reports' })
export class Report {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @PrimaryColumn({ name: 'reporter_id', type: 'bigint' })
  reporterId!: string;

  @Column({ type: 'text' })
  reason!: ReportReason;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'reported_at', type: 'timestamptz' })
  reportedAt!: Date;
}
