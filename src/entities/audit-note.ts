/** What someone wrote about an action of the audit log, stored separately so that it can be erased. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Longest note (characters). */
export const auditNoteLimit = 500;

@Entity({ name: 'audit_notes' })
export class AuditNote {
  @PrimaryColumn({ type: 'uuid' })
  key!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ type: 'text' })
  text!: string;
}
