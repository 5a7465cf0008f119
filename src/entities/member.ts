/** A member of a guild as the bot knows them: their name, and whether they left. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Stands for the erased authors of entries that stay: one row in each guild that has such entries. */
export const formerMember = '0';

@Entity({ name: 'members' })
export class Member {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: string;

  @Column({ name: 'display_name', type: 'text' })
  displayName!: string;

  @Column({ name: 'first_seen_at', type: 'timestamptz' })
  firstSeenAt!: Date;

  /** Refreshed at most once an hour. */
  @Column({ name: 'seen_at', type: 'timestamptz' })
  seenAt!: Date;

  @Column({ name: 'left_at', type: 'timestamptz', nullable: true })
  leftAt!: Date | null;

  /** The language the member chose for what they alone see, such as `fr`; null if they follow Discord's. */
  @Column({ type: 'text', nullable: true })
  language!: string | null;

  /** Their language in Discord when they last used the bot here, for direct messages. */
  @Column({ type: 'text', nullable: true })
  locale!: string | null;
}

export interface Author {
  id: string;
  displayName: string;
}

/** Someone who contributes. A moderator’s own entries are never held; a card is shown in `cardChannelId`. */
export type Contributor = Author & { isModerator?: boolean; cardChannelId?: string };
