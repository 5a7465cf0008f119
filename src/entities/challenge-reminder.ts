/** The one reminder of a challenge that stays open: what became of it, and what it says. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CardPlace } from './card.js';

@Entity({ name: 'challenge_reminders' })
export class ChallengeReminder {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'challenge_number', type: 'integer' })
  challengeNumber!: number;

  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  /** Null when nothing was to be posted after all. */
  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}

/** What a reminder says. */
export interface ReminderContent {
  number: number;
  title: string;
  tags: string[];
  askedAt: Date;
  /** Where its oldest card is. */
  card: CardPlace | null;
  /** Members who are asked, a few at most. */
  asked: string[];
}
