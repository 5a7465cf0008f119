/** A role that the bot gave a member for a badge, or still has to give or take. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `had`: the member had the role already, so the bot never takes it. `refused`: the bot gave up giving it. */
export type GivenOutcome = 'given' | 'had' | 'refused';

/** Stays after the member's data are erased, until the role is taken. */
@Entity({ name: 'given_roles' })
export class GivenRole {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @PrimaryColumn({ name: 'role_id', type: 'bigint' })
  roleId!: string;

  /** False when the role is to be taken, if the bot gave it. */
  @Column({ name: 'is_earned', type: 'boolean' })
  isEarned!: boolean;

  /** When Discord was first asked to give it: from then on the bot may have given it. */
  @Column({ name: 'asked_at', type: 'timestamptz', nullable: true })
  askedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: GivenOutcome | null;

  @Column({ name: 'owed_since', type: 'timestamptz' })
  owedSince!: Date;

  /** When it is to be worked on, or when a claim ends; null when nothing is owed. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  /** Unique for each claim. */
  @Column({ type: 'integer', default: 0 })
  attempt!: number;
}
