/** A guild: its numbering, its settings and its digest's schedule. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DigestSection } from './digest-content.js';

/** Whose entries a moderator looks at before others see them. */
export const reviewModes = ['off', 'new', 'all'] as const;
export type ReviewMode = (typeof reviewModes)[number];

@Entity({ name: 'guilds' })
export class Guild {
  /** Discord's id (snowflake). */
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  /** The number of the newest entry; the next one gets this plus one. */
  @Column({ name: 'last_number', type: 'integer', default: 0 })
  lastNumber!: number;

  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;

  @Column({ name: 'log_channel_id', type: 'bigint', nullable: true })
  logChannelId!: string | null;

  @Column({ name: 'moderator_role_id', type: 'bigint', nullable: true })
  moderatorRoleId!: string | null;

  @Column({ type: 'text', default: 'en' })
  language!: string;

  /** IANA name, for example `Africa/Nairobi`. */
  @Column({ type: 'text', default: 'Africa/Nairobi' })
  timezone!: string;

  /** When a moderator first ran `/admin setup` or `/admin digest schedule`. */
  @Column({ name: 'set_up_at', type: 'timestamptz', nullable: true })
  setUpAt!: Date | null;

  /** When a moderator was told to run `/admin setup`; told once. */
  @Column({ name: 'setup_hint_at', type: 'timestamptz', nullable: true })
  setupHintAt!: Date | null;

  /** ISO weekday, Monday = 1. */
  @Column({ name: 'digest_weekday', type: 'smallint', default: 1 })
  digestWeekday!: number;

  /** Wall-clock time in `timezone`, `HH:MM:SS` as Postgres gives it. */
  @Column({ name: 'digest_time', type: 'time', precision: 0, default: '09:00' })
  digestTime!: string;

  /** Where the digest goes; the cohort's channel when null. */
  @Column({ name: 'digest_channel_id', type: 'bigint', nullable: true })
  digestChannelId!: string | null;

  @Column({ name: 'digest_paused_at', type: 'timestamptz', nullable: true })
  digestPausedAt!: Date | null;

  /** Start of the running period. */
  @Column({ name: 'digest_period_start', type: 'timestamptz', nullable: true })
  digestPeriodStart!: Date | null;

  /** End of the running period; null until a digest is scheduled. */
  @Column({ name: 'digest_due_at', type: 'timestamptz', nullable: true })
  digestDueAt!: Date | null;

  /** Whether an empty week is met with a friendly nudge, though never two in a row. */
  @Column({ name: 'digest_nudges', type: 'boolean', default: false })
  digestNudges!: boolean;

  /** Sections that the digest leaves out. */
  @Column({ name: 'digest_hidden', type: 'text', array: true, default: '{}' })
  digestHidden!: DigestSection[];

  /** The only role that a digest pings; none when null. */
  @Column({ name: 'digest_role_id', type: 'bigint', nullable: true })
  digestRoleId!: string | null;

  /** When moderators were told that the digest cannot be posted; null again once one has been. */
  @Column({ name: 'digest_trouble_told_at', type: 'timestamptz', nullable: true })
  digestTroubleToldAt!: Date | null;

  @Column({ type: 'text', default: 'off' })
  review!: ReviewMode;

  /** `new`: entries of members with fewer published ones than this are looked at. */
  @Column({ name: 'review_below', type: 'smallint', default: 3 })
  reviewBelow!: number;

  /** Whether entries may hold invitations to other servers. */
  @Column({ name: 'invites_allowed', type: 'boolean', default: false })
  invitesAllowed!: boolean;

  /** How many contributions of one member are taken in an hour, and in a day. */
  @Column({ name: 'hourly_limit', type: 'smallint', default: 20 })
  hourlyLimit!: number;

  @Column({ name: 'daily_limit', type: 'smallint', default: 60 })
  dailyLimit!: number;

  /** When the bot left; the guild's data are erased 30 days later. */
  @Column({ name: 'left_at', type: 'timestamptz', nullable: true })
  leftAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
