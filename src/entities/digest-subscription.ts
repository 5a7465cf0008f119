/** A member who also gets the guild's digests by direct message. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'digest_subscriptions' })
export class DigestSubscription {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ name: 'subscribed_at', type: 'timestamptz' })
  subscribedAt!: Date;

  /** When Discord said that the member doesn't accept direct messages: nothing more is sent, and they are notified once. */
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}
