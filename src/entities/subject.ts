/** The random key by which the audit log names a member; erasing the member deletes it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'subjects' })
export class Subject {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ type: 'uuid' })
  key!: string;
}
