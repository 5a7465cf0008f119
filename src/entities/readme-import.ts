/** One README handed over: a preview until its member decides, afterwards where its entries came from. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ImportState = 'preview' | 'done' | 'cancelled';

@Entity({ name: 'imports' })
export class ReadmeImport {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @Column({ type: 'text', default: 'preview' })
  state!: ImportState;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  /** SHA-256 of the file as it was handed over, in hex. */
  @Column({ name: 'file_hash', type: 'text' })
  fileHash!: string;

  /** What was read, with the member's changes; null once decided. */
  @Column({ type: 'jsonb', nullable: true })
  preview!: Record<string, unknown> | null;

  /** Entries kept, solutions not counted; null until done, as the other counts. */
  @Column({ name: 'entry_count', type: 'integer', nullable: true })
  entryCount!: number | null;

  @Column({ name: 'pair_count', type: 'integer', nullable: true })
  pairCount!: number | null;

  /** Left out since the member had shared them before. */
  @Column({ name: 'known_count', type: 'integer', nullable: true })
  knownCount!: number | null;

  /** Where the card that sums it up is. */
  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;

  /** Null once done: then it is kept as long as its entries are. */
  @Column({ name: 'kept_until', type: 'timestamptz', nullable: true })
  keptUntil!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}
