/** A message of the chat that was saved as an entry, or as a part of one. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'captures' })
export class Capture {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'message_id', type: 'bigint' })
  messageId!: string;

  @Column({ name: 'channel_id', type: 'bigint' })
  channelId!: string;

  /** Null once the entry is erased: its message is not saved again. */
  @Column({ name: 'entry_number', type: 'integer', nullable: true })
  entryNumber!: number | null;

  /** Null for a former member. */
  @Column({ name: 'saved_by', type: 'bigint', nullable: true })
  savedBy!: string | null;

  /** The words were changed when it was saved. */
  @Column({ name: 'is_edited', type: 'boolean' })
  isEdited!: boolean;

  @Column({ name: 'captured_at', type: 'timestamptz' })
  capturedAt!: Date;
}

/** Where an entry that was saved from the chat comes from. */
export interface CaptureSource {
  channelId: string;
  /** The first of its messages. */
  messageId: string;
  messageCount: number;
  /** Null for a former member. */
  savedBy: string | null;
  isEdited: boolean;
}
