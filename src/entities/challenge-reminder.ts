/** The one reminder of a challenge that stays open: what became of it, and what it says. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CardPlace } from './entry-details.js';

@Entity({ name: 'challenge_reminders' })
export class ChallengeReminder {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'challenge_number', type: 'integer' })
  challengeNumber!: number;

  /** Tells one claim from every other. */
  @Column({ type: 'integer' })
  attempt!: number;

  /** The first claim: its message is nowhere before this. */
  @Column({ name: 'claimed_at', type: 'timestamptz' })
  claimedAt!: Date;

  /** Not before this: the end of a claim's lease, or of the pause after a failure. Null once it is settled. */
  @Column({ name: 'next_at', type: 'timestamptz', nullable: true })
  nextAt!: Date | null;

  /** Where it was posted; before that, where an attempt may have posted it. */
  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  /** Null, once it is settled, when nothing was to be posted after all. */
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
