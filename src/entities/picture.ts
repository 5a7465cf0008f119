/** A picture of an entry: where it lies, and what it shows in its author's words. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Of one picture (bytes), how many an entry has, all of them together (bytes), and its description (UTF-16 units). */
export const pictureBounds = {
  bytes: 8 * 1_048_576,
  count: 4,
  bytesTogether: 20 * 1_048_576,
  /** Of a guild, stored while they lie in no message. */
  bytesKept: 200 * 1_048_576,
  alt: 500,
} as const;

@Entity({ name: 'pictures' })
export class Picture {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'entry_number', type: 'integer' })
  entryNumber!: number;

  /** Counted from 1. */
  @PrimaryColumn({ name: 'place', type: 'smallint' })
  position!: number;

  /** The name the bot gives it wherever it uploads it; Discord hides one that starts with `SPOILER_`. */
  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  /** Bytes. */
  @Column({ type: 'integer' })
  size!: number;

  /** Null until somebody describes it. */
  @Column({ type: 'text', nullable: true })
  alt!: string | null;

  /** Where it came from; null once it lies in a message of the bot's. */
  @Column({ name: 'source_url', type: 'text', nullable: true })
  sourceUrl!: string | null;

  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;

  /** Null until the message was read once. */
  @Column({ name: 'attachment_id', type: 'bigint', nullable: true })
  attachmentId!: string | null;
}

/** What an entry knows of its pictures. */
export type EntryPicture = Pick<Picture, 'position' | 'fileName' | 'alt' | 'sourceUrl'>;

/** A picture that is stored with its entry. */
export type NewPicture = EntryPicture & Pick<Picture, 'size'>;
