/** What a member says about themselves and their project, and the figures of what they shared. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const tracks = ['backend', 'frontend', 'other'] as const;
export type Track = (typeof tracks)[number];

/** Bounds in UTF-16 units, as Discord's forms count; `links` is a number of links. */
export const profileBounds = { projectName: 120, summary: 4000, objective: 1000, links: 5 } as const;

@Entity({ name: 'profiles' })
export class Profile {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ type: 'text', nullable: true })
  track!: Track | null;

  @Column({ name: 'project_name', type: 'text', nullable: true })
  projectName!: string | null;

  /** When the member last gave or took the project's name themselves; null if an import filled it, or nobody did. */
  @Column({ name: 'project_named_at', type: 'timestamptz', nullable: true })
  projectNamedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  @Column({ type: 'text', nullable: true })
  repository!: string | null;

  @Column({ type: 'text', nullable: true })
  objective!: string | null;

  /** http(s) addresses, in the member's order. */
  @Column({ type: 'text', array: true, default: '{}' })
  links!: string[];

  /** When the member agreed to show the links to others; null if only the member sees them. */
  @Column({ name: 'links_shown_at', type: 'timestamptz', nullable: true })
  linksShownAt!: Date | null;

  /** When the member chose to be asked about open challenges with tags they used; null if they didn't. */
  @Column({ name: 'reminders_since', type: 'timestamptz', nullable: true })
  remindersSince!: Date | null;

  /** When the member chose that others don't save their messages as entries; null while they may. */
  @Column({ name: 'saving_refused_at', type: 'timestamptz', nullable: true })
  savingRefusedAt!: Date | null;

  @Column({ name: 'edited_at', type: 'timestamptz' })
  editedAt!: Date;
}

/** How much of a member's work is visible in the guild. */
export interface SharedFigures {
  learnings: number;
  challenges: number;
  /** Including accepted ones. */
  solutions: number;
  accepted: number;
  helpful: number;
  firstSharedAt: Date | null;
}

/** A project on the board that the member owns or confirmed that they work on. */
export interface MemberProject {
  name: string;
  isOwner: boolean;
}
