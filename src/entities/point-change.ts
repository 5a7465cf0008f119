/** A member whose points may have changed since they were counted. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'point_changes' })
export class PointChange {
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'user_id', type: 'bigint' })
  userId!: string;
}
