/** A member's report of a project to the moderators. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'project_reports' })
export class ProjectReport {
  @PrimaryColumn({ name: 'project_id', type: 'uuid' })
  projectId!: string;

  @PrimaryColumn({ name: 'reporter_id', type: 'bigint' })
  reporterId!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'reported_at', type: 'timestamptz' })
  reportedAt!: Date;
}
