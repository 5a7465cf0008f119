/** One imported README: a preview until its member decides, then the origin of its entries. */
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

  /** SHA-256 of the file as it was uploaded, in hex. */
  @Column({ name: 'file_hash', type: 'text' })
  fileHash!: string;

  /** What the document calls itself; null until done, and where it has no title. */
  @Column({ type: 'text', nullable: true })
  title!: string | null;

  /** What was read, with the member's changes; null once decided. */
  @Column({ type: 'jsonb', nullable: true })
  preview!: Record<string, unknown> | null;

  /** Entries stored, without solutions; null until done, like the other counts. */
  @Column({ name: 'entry_count', type: 'integer', nullable: true })
  entryCount!: number | null;

  @Column({ name: 'pair_count', type: 'integer', nullable: true })
  pairCount!: number | null;

  /** Left out because the member had already shared them. */
  @Column({ name: 'known_count', type: 'integer', nullable: true })
  knownCount!: number | null;

  /** Where its summary card is. */
  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;

  /** Null once done: then it is stored as long as its entries are. */
  @Column({ name: 'kept_until', type: 'timestamptz', nullable: true })
  keptUntil!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}
