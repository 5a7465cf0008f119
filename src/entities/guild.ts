/** A guild: its numbering, its settings and its digest's schedule. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose entries a moderator reviews before others see them. */
export const reviewModes = ['off', 'new', 'all'] as const;
export type ReviewMode = (typeof reviewModes)[number];

@Entity({ name: 'guilds' })
export class Guild {
  /** Discord's id (snowflake). */
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  /** The number of the newest entry; the next entry gets the one after it. */
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

  /** When a moderator was asked to run `/admin setup`, which happens once. */
  @Column({ name: 'setup_hint_at', type: 'timestamptz', nullable: true })
  setupHintAt!: Date | null;

  /** ISO weekday, Monday = 1. */
  @Column({ name: 'digest_weekday', type: 'smallint', default: 1 })
  digestWeekday!: number;

  /** Wall-clock time in `timezone`, `HH:MM:SS` as Postgres gives it. */
  @Column({ name: 'digest_time', type: 'time', precision: 0, default: '09:00' })
  digestTime!: string;

  /** Where the digest is posted; the cohort channel if null. */
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

  /** Whether an empty week gets a friendly nudge, never two weeks in a row. */
  @Column({ name: 'digest_nudges', type: 'boolean', default: false })
  digestNudges!: boolean;

  /** Sections that the digest leaves out. */
  @Column({ name: 'digest_hidden', type: 'text', array: true, default: '{}' })
  digestHidden!: DigestSection[];

  /** The only role that a digest pings; null for none. */
  @Column({ name: 'digest_role_id', type: 'bigint', nullable: true })
  digestRoleId!: string | null;

  /** When moderators were notified that the digest can't be posted; null again once one was posted. */
  @Column({ name: 'digest_trouble_told_at', type: 'timestamptz', nullable: true })
  digestTroubleToldAt!: Date | null;

  @Column({ type: 'text', default: 'off' })
  review!: ReviewMode;

  /** For `new`: entries of members with fewer published entries than this are reviewed. */
  @Column({ name: 'review_below', type: 'smallint', default: 3 })
  reviewBelow!: number;

  /** Whether entries may contain invitations to other servers. */
  @Column({ name: 'invites_allowed', type: 'boolean', default: false })
  invitesAllowed!: boolean;

  /** How many contributions one member can make in an hour, and in a day. */
  @Column({ name: 'hourly_limit', type: 'smallint', default: 20 })
  hourlyLimit!: number;

  @Column({ name: 'daily_limit', type: 'smallint', default: 60 })
  dailyLimit!: number;

  /** When the bot left; the guild's data is erased 30 days later. */
  @Column({ name: 'left_at', type: 'timestamptz', nullable: true })
  leftAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/** Parts of a digest that moderators can leave out, in display order. */
export const digestSections = ['learnings', 'pairs', 'waiting', 'thanks', 'chart', 'older'] as const;

export type DigestSection = (typeof digestSections)[number];

export type GuildSettings = Guild;

/** The channel a guild's cohort meets in: the chosen one, or one with the default name; undefined if there is neither. */
export type CohortChannelOf = (guildId: string, settings: GuildSettings) => Promise<string | undefined>;
