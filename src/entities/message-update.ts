/** A posted message that is still to be changed, since it may name somebody whose data were erased. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `removed` is to be taken away, `later` stands for messages that were under way when the member was erased; the others
 * are looked at, and changed when they name the member.
 */
export type MessageUpdateKind = 'removed' | 'card' | 'digest' | 'reminder' | 'import' | 'later';

@Entity({ name: 'message_updates' })
export class MessageUpdate {
  @PrimaryColumn({ name: 'message_id', type: 'bigint' })
  messageId!: string;

  /** Of the member it may name, 32 bytes: their id is not kept. */
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
