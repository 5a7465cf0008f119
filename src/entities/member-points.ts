/** A member's points in a period, and what they were earned with. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'member_points' })
export class MemberPoints {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @PrimaryColumn({ type: 'text' })
  period!: string;

  @Column({ type: 'integer' })
  points!: number;

  @Column({ name: 'reached_at', type: 'timestamptz' })
  reachedAt!: Date;

  @Column({ type: 'integer' })
  accepted!: number;

  @Column({ type: 'integer' })
  solutions!: number;

  @Column({ type: 'integer' })
  learnings!: number;

  @Column({ type: 'integer' })
  challenges!: number;

  @Column({ type: 'integer' })
  helpful!: number;
}
