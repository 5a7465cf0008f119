/** Someone who is interested in a project, was asked to be named as a collaborator, or is one. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'project_members' })
export class ProjectMember {
  @PrimaryColumn({ name: 'project_id', type: 'uuid' })
  projectId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'interested_at', type: 'timestamptz', nullable: true })
  interestedAt!: Date | null;

  /** The thread of the member and the owner, and the message in it. */
  @Column({ name: 'thread_id', type: 'bigint', nullable: true })
  threadId!: string | null;

  @Column({ name: 'message_id', type: 'bigint', nullable: true })
  messageId!: string | null;

  /** When the owner named them as a collaborator. */
  @Column({ name: 'invited_at', type: 'timestamptz', nullable: true })
  invitedAt!: Date | null;

  /** When they confirmed it. */
  @Column({ name: 'joined_at', type: 'timestamptz', nullable: true })
  joinedAt!: Date | null;
}
