/** A digest that waits to be sent to one subscriber; the row goes once it has been, or once it is too old. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'digest_deliveries' })
export class DigestDelivery {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @PrimaryColumn({ name: 'period_end', type: 'timestamptz' })
  periodEnd!: Date;

  /** Tells one claim from every other. */
  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  /** Not before this: the end of a claim's lease, or of the pause after a failure. */
  @Column({ name: 'next_at', type: 'timestamptz' })
  nextAt!: Date;

  /** The direct channel in which an attempt may have posted it. */
  @Column({ name: 'channel_id', type: 'bigint', nullable: true })
  channelId!: string | null;
}
