/** Where a guild's Start here card is: one at most. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'start_cards' })
export class StartCard {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'channel_id', type: 'bigint' })
  channelId!: string;

  @Column({ name: 'message_id', type: 'bigint' })
  messageId!: string;

  @Column({ name: 'posted_at', type: 'timestamptz' })
  postedAt!: Date;
}
