/** One row of the append-only audit log: what was done, when, to what, and by whom as far as that is still known. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Everything that is logged. */
export const auditActions = [
  'settings-changed',
  'digest-paused',
  'digest-resumed',
  'digest-run',
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
  'tag-renamed',
  'tag-removed',
  'cohort-exported',
] as const;
export type AuditActionName = (typeof auditActions)[number];

/** What was before and after: settings' values, counts, instants. Never a member's id, never text that somebody wrote. */
export type AuditValues = Record<string, string | number | boolean | null | readonly string[]>;

@Entity({ name: 'audit_log' })
export class AuditAction {
  /** Given by the database: the order in which actions were logged. */
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ type: 'text' })
  action!: AuditActionName;

  /** The subject key of who did it; null for the bot by itself. */
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

  /** The key of the note kept beside it. */
  @Column({ type: 'uuid', nullable: true })
  note!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
