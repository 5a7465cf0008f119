/** A project on the board: what a member builds, its addresses, and who is looked for. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who a project can look for; none of them: nobody. */
export const roles = ['backend', 'frontend', 'design', 'tester'] as const;
export type Role = (typeof roles)[number];

/** Bounds in UTF-16 units; `open` is how many open projects a member can have. */
export const projectBounds = { name: 120, summary: 1000, open: 5, note: 500 } as const;

@Entity({ name: 'projects' })
export class Project {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'owner_id', type: 'bigint' })
  ownerId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  /** Tags. */
  @Column({ type: 'text', array: true, default: '{}' })
  stack!: string[];

  @Column({ type: 'text', nullable: true })
  repository!: string | null;

  /** Where it runs. */
  @Column({ type: 'text', nullable: true })
  live!: string | null;

  @Column({ name: 'api_base', type: 'text', nullable: true })
  apiBase!: string | null;

  @Column({ name: 'api_docs', type: 'text', nullable: true })
  apiDocs!: string | null;

  @Column({ name: 'looking_for', type: 'text', array: true, default: '{}' })
  lookingFor!: Role[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** When something last happened to it. */
  @Column({ name: 'active_at', type: 'timestamptz' })
  activeAt!: Date;

  /** When its owner was asked whether it goes on; null again once they said so. */
  @Column({ name: 'asked_at', type: 'timestamptz', nullable: true })
  askedAt!: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** When a moderator hid it. */
  @Column({ name: 'hidden_at', type: 'timestamptz', nullable: true })
  hiddenAt!: Date | null;

  @Column({ name: 'card_channel_id', type: 'bigint', nullable: true })
  cardChannelId!: string | null;

  @Column({ name: 'card_message_id', type: 'bigint', nullable: true })
  cardMessageId!: string | null;

  /** Since when its card shows something out of date; null if it doesn't. */
  @Column({ name: 'card_stale_since', type: 'timestamptz', nullable: true })
  cardStaleSince!: Date | null;
}
