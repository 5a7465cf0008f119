/** A row of the digest's ledger: what became of one period of one guild. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const digestStates = ['due', 'claimed', 'sent', 'skipped', 'failed'] as const;
export type DigestState = (typeof digestStates)[number];

/** Why a period was skipped, or why posting it failed the last time. */
export const digestReasons = [
  // Skipped for good.
  'empty',
  'missed',
  'paused',
  // Failed, and tried again; kept when it is skipped after all.
  'no-channel',
  'channel-gone',
  'no-access',
  'no-permission',
  'refused',
  'no-answer',
  'fault',
] as const;
export type DigestReason = (typeof digestReasons)[number];

@Entity({ name: 'digests' })
export class Digest {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  /** The period is [periodStart, periodEnd), and known by its end. */
  @PrimaryColumn({ name: 'period_end', type: 'timestamptz' })
  periodEnd!: Date;

  @Column({ name: 'period_start', type: 'timestamptz' })
  periodStart!: Date;

  @Column({ type: 'text' })
  state!: DigestState;

  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  /** While claimed: until when nobody else may take it. */
  @Column({ name: 'leased_until', type: 'timestamptz', nullable: true })
  leasedUntil!: Date | null;

  /** After a failure: not before this. */
  @Column({ name: 'retry_at', type: 'timestamptz', nullable: true })
  retryAt!: Date | null;

  /** Where it was posted; before that, where an attempt may have posted it. */
  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;

  /** A code of ours, never a raw error. */
  @Column({ type: 'text', nullable: true })
  reason!: DigestReason | null;

  /** Whether what was posted, or was about to be, is the nudge of an empty week. */
  @Column({ name: 'is_nudge', type: 'boolean', default: false })
  isNudge!: boolean;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}
