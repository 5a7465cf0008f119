/** A message that shows an entry and is updated whenever the entry changes. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'cards' })
export class Card {
  @PrimaryColumn({ name: 'message_id', type: 'bigint' })
  messageId!: string;

  @Column({ name: 'channel_id', type: 'bigint' })
  channelId!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'entry_number', type: 'integer' })
  entryNumber!: number;

  @Column({ name: 'posted_at', type: 'timestamptz' })
  postedAt!: Date;

  @Column({ name: 'stale_since', type: 'timestamptz', nullable: true })
  staleSince!: Date | null;
}

export interface CardPlace {
  channelId: string;
  messageId: string;
}
