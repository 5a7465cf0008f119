/** An item of the moderation queue, open or settled: a reported entry, or an entry or import held for review. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `withdrawn`: there is nothing left to decide, because its author deleted it or it was erased. */
export const queueOutcomes = ['kept', 'hidden', 'removed', 'published', 'declined', 'withdrawn'] as const;
export type QueueOutcome = (typeof queueOutcomes)[number];

@Entity({ name: 'queue_items' })
export class QueueItem {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Null for an import, and once the entry was erased. */
  @Column({ name: 'entry_number', type: 'integer', nullable: true })
  entryNumber!: number | null;

  @Column({ name: 'import_id', type: 'uuid', nullable: true })
  importId!: string | null;

  /** Held before publication, rather than reported. */
  @Column({ name: 'is_review', type: 'boolean' })
  isReview!: boolean;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: QueueOutcome | null;

  /** The subject key of the moderator; null if its author withdrew it. */
  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy!: string | null;

  /** Where its card in the log channel is. */
  @Column({ name: 'card_channel_id', type: 'bigint', nullable: true })
  cardChannelId!: string | null;

  @Column({ name: 'card_message_id', type: 'bigint', nullable: true })
  cardMessageId!: string | null;

  @Column({ name: 'card_attempt', type: 'integer', default: 0 })
  cardAttempt!: number;

  /** When the card is to be updated; null while it shows what is. */
  @Column({ name: 'card_due_at', type: 'timestamptz', nullable: true })
  cardDueAt!: Date | null;
}
