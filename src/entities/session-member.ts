/** Someone who said that they come to a session, or that they were there and may be named. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'session_members' })
export class SessionMember {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'joined_at', type: 'timestamptz', nullable: true })
  joinedAt!: Date | null;

  /** When they said that they were there and may be named in what is shared about it. */
  @Column({ name: 'attended_at', type: 'timestamptz', nullable: true })
  attendedAt!: Date | null;
}
