/** A member of a guild as the bot has met them: their name, and whether they left. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose entries are that outlive their erased author: a row in each guild where there are such, of nobody in particular. */
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
}
