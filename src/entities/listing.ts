/** The criteria of a list that a member pages through with `Previous` and `Next`. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'listings' })
export class Listing {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @Column({ type: 'jsonb' })
  criteria!: Record<string, unknown>;

  @Column({ name: 'kept_until', type: 'timestamptz' })
  keptUntil!: Date;
}
