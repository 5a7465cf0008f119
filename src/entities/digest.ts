/** A row of the digest's ledger: the result of one period of one guild. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `due` is owed by the outbox; `failed` is only for display, after a failed attempt, and never stored. */
export const digestStates = ['due', 'sent', 'skipped', 'failed'] as const;
export type DigestState = (typeof digestStates)[number];

/** Why a period was skipped, or why the last attempt to post it failed. */
export const digestReasons = [
  // Skipped permanently.
  'empty',
  'missed',
  'paused',
  // Failed and tried again; kept if it is skipped in the end.
  'no-channel',
  'channel-gone',
  'no-access',
  'no-permission',
  'no-history',
  'refused',
  'no-answer',
  'fault',
] as const;
export type DigestReason = (typeof digestReasons)[number];

@Entity({ name: 'digests' })
export class Digest {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  /** The period is [periodStart, periodEnd), identified by its end. */
  @PrimaryColumn({ name: 'period_end', type: 'timestamptz' })
  periodEnd!: Date;

  @Column({ name: 'period_start', type: 'timestamptz' })
  periodStart!: Date;

  @Column({ type: 'text' })
  state!: DigestState;

  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;

  /** A code of ours, never a raw error. */
  @Column({ type: 'text', nullable: true })
  reason!: DigestReason | null;

  /** Whether the message is the nudge of an empty week. */
  @Column({ name: 'is_nudge', type: 'boolean', default: false })
  isNudge!: boolean;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}
