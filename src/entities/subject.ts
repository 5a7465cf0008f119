/** The random key by which the audit log names a member; erasing the member deletes it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long the key of an erased moderator stays. */
export const trailDays = 90;

@Entity({ name: 'subjects' })
export class Subject {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ type: 'uuid' })
  key!: string;

  /**
   * When the member was erased although they had moderated: then their key stays for `trailDays`, so that nobody can
   * erase the trail of what they did.
   */
  @Column({ name: 'forgotten_at', type: 'timestamptz', nullable: true })
  forgottenAt!: Date | null;
}
