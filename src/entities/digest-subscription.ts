/** A member who gets the digests of a guild by direct message as well. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'digest_subscriptions' })
export class DigestSubscription {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ name: 'subscribed_at', type: 'timestamptz' })
  subscribedAt!: Date;

  /** When Discord said that the member takes no direct messages: nothing is sent from then on, and they are told once. */
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}
