/** A posted message that still has to be changed because it may name someone whose data was erased. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `removed` messages are deleted; `later` covers messages that were being posted while the member was erased; the others
 * are read, and changed if they name the member.
 */
export type MessageUpdateKind = 'removed' | 'card' | 'digest' | 'reminder' | 'import' | 'later';

@Entity({ name: 'message_updates' })
export class MessageUpdate {
  @PrimaryColumn({ name: 'message_id', type: 'bigint' })
  messageId!: string;

  /** Hash of the member it may name, 32 bytes: their id is not stored. */
  @PrimaryColumn({ type: 'bytea' })
  hash!: Buffer;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'channel_id', type: 'bigint' })
  channelId!: string;

  @Column({ type: 'text' })
  kind!: MessageUpdateKind;

  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  @Column({ name: 'next_at', type: 'timestamptz' })
  nextAt!: Date;
}
