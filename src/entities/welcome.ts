/** That a member got the list of first steps, which is shown once. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'welcomes' })
export class Welcome {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ name: 'welcomed_at', type: 'timestamptz' })
  welcomedAt!: Date;
}
