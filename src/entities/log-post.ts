/** An action of the audit log that the guild's log channel has not been told yet. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'log_posts' })
export class LogPost {
  @PrimaryColumn({ name: 'audit_id', type: 'bigint' })
  auditId!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  @Column({ name: 'next_at', type: 'timestamptz' })
  nextAt!: Date;
}
