/** What a member tells of themselves and their project, and the figures of what they shared. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const tracks = ['backend', 'frontend', 'other'] as const;
export type Track = (typeof tracks)[number];

/** Bounds in UTF-16 units, as Discord's forms count; `links` is how many. */
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

  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  @Column({ type: 'text', nullable: true })
  repository!: string | null;

  @Column({ type: 'text', nullable: true })
  objective!: string | null;

  /** http(s) addresses, in the member's order. */
  @Column({ type: 'text', array: true, default: '{}' })
  links!: string[];

  /** When the member agreed that others see the links; null keeps them to the member. */
  @Column({ name: 'links_shown_at', type: 'timestamptz', nullable: true })
  linksShownAt!: Date | null;

  /** When the member chose to be asked about open challenges with tags they used; null while they do not. */
  @Column({ name: 'reminders_since', type: 'timestamptz', nullable: true })
  remindersSince!: Date | null;

  @Column({ name: 'edited_at', type: 'timestamptz' })
  editedAt!: Date;
}

/** How much of a member can be seen in the guild. */
export interface SharedFigures {
  learnings: number;
  challenges: number;
  /** Accepted ones included. */
  solutions: number;
  accepted: number;
  helpful: number;
  firstSharedAt: Date | null;
}
