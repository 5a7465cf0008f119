/** One row of the append-only audit log: what was done, when, to what, and by whom, as far as that is still known. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Everything that is logged. */
export const auditActions = [
  'settings-changed',
  'digest-paused',
  'digest-resumed',
  'digest-run',
  'buddies-scheduled',
  'buddies-paused',
  'buddies-run',
  'entry-hidden',
  'entry-restored',
  'entry-removed',
  'entry-published',
  'entry-declined',
  'import-published',
  'import-declined',
  'report-dismissed',
  'solution-accepted',
  'challenge-reopened',
  'member-muted',
  'member-unmuted',
  'member-forgotten',
  'moderator-forgotten',
  'erasure-requested',
  'erasure-cancelled',
  'tag-renamed',
  'tag-removed',
  'cohort-exported',
  'project-hidden',
  'project-restored',
  'start-card-posted',
  'badge-role-tied',
  'badge-role-untied',
  'badge-role-taken',
] as const;
export type AuditActionName = (typeof auditActions)[number];

/** Values before and after: settings, counts, instants. Never a member's id, never text that someone wrote. */
export type AuditValues = Record<string, string | number | boolean | null | readonly string[]>;

@Entity({ name: 'audit_log' })
export class AuditAction {
  /** Assigned by the database: the order in which actions were logged. */
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ type: 'text' })
  action!: AuditActionName;

  /** The subject key of the actor; null for the bot itself. */
  @Column({ type: 'uuid', nullable: true })
  actor!: string | null;

  /** The subject key of the member it concerns. */
  @Column({ type: 'uuid', nullable: true })
  subject!: string | null;

  @Column({ name: 'entry_number', type: 'integer', nullable: true })
  entryNumber!: number | null;

  @Column({ name: 'entry_revision', type: 'integer', nullable: true })
  entryRevision!: number | null;

  @Column({ type: 'jsonb', nullable: true })
  before!: AuditValues | null;

  @Column({ type: 'jsonb', nullable: true })
  after!: AuditValues | null;

  /** The key of its note. */
  @Column({ type: 'uuid', nullable: true })
  note!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
