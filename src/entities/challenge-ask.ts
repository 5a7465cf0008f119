/** A member who was asked about a challenge that stays open. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AskAnswer = 'looking' | 'not-now';

@Entity({ name: 'challenge_asks' })
export class ChallengeAsk {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'challenge_number', type: 'integer' })
  challengeNumber!: number;

  @PrimaryColumn({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** Null while they haven't answered. */
  @Column({ type: 'text', nullable: true })
  answer!: AskAnswer | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  /** The message that asks them alone, after somebody else said "not now". */
  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;
}
