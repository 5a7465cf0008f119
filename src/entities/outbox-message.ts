/** A message the bot owes: the row goes once it is delivered, or once it is not to be delivered any more. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'outbox_messages' })
export class OutboxMessage {
  /** Given by the database: the order in which messages were enqueued. */
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ type: 'text' })
  topic!: string;

  /** With guild and topic, what it is about: a period, an entry, a row of the audit log. */
  @Column({ type: 'text' })
  key!: string;

  /** Who gets it, or whom it mentions; null for what concerns no member in particular. */
  @Column({ name: 'member_id', type: 'bigint', nullable: true })
  memberId!: string | null;

  @Column({ type: 'jsonb', default: {} })
  payload!: Record<string, unknown>;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** Not before this; null for what waits for the member's next command. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  /** Until when nobody else may take it. */
  @Column({ name: 'leased_until', type: 'timestamptz', nullable: true })
  leasedUntil!: Date | null;

  /** Tells one claim from every other. */
  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  /** Where an attempt may have posted it. */
  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  /** The row it goes out together with; its own id when it leads others, null before the first attempt. */
  @Column({ name: 'lead_id', type: 'bigint', nullable: true })
  leadId!: string | null;

  /** Why the last attempt failed; a code of ours. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
