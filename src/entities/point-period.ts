/** What a guild's points of a period were counted for. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'point_periods' })
export class PointPeriod {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ type: 'text' })
  period!: string;

  @Column({ type: 'timestamptz' })
  since!: Date;

  @Column({ name: 'week_anchor', type: 'timestamptz' })
  weekAnchor!: Date;
}
