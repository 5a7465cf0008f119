/** Study buddies in the database: schedules, who takes part, blocks, and the groups of each round. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Parts of the day, in the guild's time zone, that suit a member. */
export const hoursChoices = ['morning', 'afternoon', 'evening', 'weekend'] as const;
export type Hours = (typeof hoursChoices)[number];

/** When a guild's rounds are due. */
@Entity({ name: 'buddy_schedules' })
export class BuddySchedule {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  /** ISO weekday, Monday = 1. */
  @Column({ type: 'smallint', default: 1 })
  weekday!: number;

  /** Wall-clock time in the guild's zone, `HH:MM:SS` as Postgres gives it. */
  @Column({ type: 'time', precision: 0, default: '10:00' })
  time!: string;

  /** When the next round is due; null until rounds are scheduled. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  @Column({ name: 'paused_at', type: 'timestamptz', nullable: true })
  pausedAt!: Date | null;
}

/** A member who takes part. */
@Entity({ name: 'buddies' })
export class Buddy {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ name: 'joined_at', type: 'timestamptz' })
  joinedAt!: Date;

  /** Whether the next round goes without them. */
  @Column({ name: 'skips_next', type: 'boolean', default: false })
  skipsNext!: boolean;

  /** Null when any hours suit. */
  @Column({ type: 'text', nullable: true })
  hours!: Hours | null;

  /** Whether the digest may name them. */
  @Column({ name: 'is_named', type: 'boolean', default: false })
  isNamed!: boolean;
}

/** Somebody a member is never to be matched with, known to that member alone. */
@Entity({ name: 'buddy_blocks' })
export class BuddyBlock {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @PrimaryColumn({ name: 'blocked_id', type: 'bigint' })
  blockedId!: string;

  @Column({ name: 'blocked_at', type: 'timestamptz' })
  blockedAt!: Date;
}

/** A round of the ledger: matched once, or skipped because nobody was there to match it in time. */
@Entity({ name: 'buddy_rounds' })
export class BuddyRound {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'text' })
  state!: 'matched' | 'skipped';

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;
}

/** Two or three members of a round. */
@Entity({ name: 'buddy_groups' })
export class BuddyGroup {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'round_at', type: 'timestamptz' })
  roundAt!: Date;

  @PrimaryColumn({ type: 'smallint' })
  number!: number;

  /** Their private thread; null while there is none, and where they got direct messages. */
  @Column({ name: 'thread_id', type: 'bigint', nullable: true })
  threadId!: string | null;

  /** The first message in the thread. */
  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;

  /** When the group was told of each other, in a thread or by direct message. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true })
  toldAt!: Date | null;
}

/** A member of a round. */
@Entity({ name: 'buddy_members' })
export class BuddyMember {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'round_at', type: 'timestamptz' })
  roundAt!: Date;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  /** Their group; null when nobody was left for them. */
  @Column({ type: 'smallint', nullable: true })
  number!: number | null;

  /** What they answered when asked whether they met. */
  @Column({ type: 'boolean', nullable: true })
  met!: boolean | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  /** When they agreed to swap contacts. */
  @Column({ name: 'contact_at', type: 'timestamptz', nullable: true })
  contactAt!: Date | null;
}
