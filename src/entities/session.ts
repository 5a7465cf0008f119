/** A planned study session: its topic, when and where it is, and its messages and event in Discord. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Bounds: texts in UTF-16 units, times in ms; `coming` is how many sessions ahead a member can have planned. */
export const sessionBounds = {
  topic: 100,
  place: 100,
  coming: 10,
  shortestMs: 15 * 60_000,
  longestMs: 8 * 3_600_000,
  usualMs: 3_600_000,
  aheadMs: 180 * 86_400_000,
} as const;

@Entity({ name: 'sessions' })
export class Session {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'host_id', type: 'bigint' })
  hostId!: string;

  @Column({ type: 'text' })
  topic!: string;

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  /** The scheduled event in Discord; null where the bot can't create one. */
  @Column({ name: 'event_id', type: 'bigint', nullable: true })
  eventId!: string | null;

  /** Whether the event is still to be cancelled. */
  @Column({ name: 'is_event_stale', type: 'boolean', default: false })
  isEventStale!: boolean;

  @Column({ name: 'card_channel_id', type: 'bigint', nullable: true })
  cardChannelId!: string | null;

  @Column({ name: 'card_message_id', type: 'bigint', nullable: true })
  cardMessageId!: string | null;

  /** Since when its card shows something out of date; null if it doesn't. */
  @Column({ name: 'card_stale_since', type: 'timestamptz', nullable: true })
  cardStaleSince!: Date | null;

  /** The reminder, and the message after the session, both in the card's channel. */
  @Column({ name: 'reminder_message_id', type: 'bigint', nullable: true })
  reminderMessageId!: string | null;

  @Column({ name: 'recap_message_id', type: 'bigint', nullable: true })
  recapMessageId!: string | null;
}
