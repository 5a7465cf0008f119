/** A member who can't contribute for a while, or until a moderator ends it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'mutes' })
export class Mute {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @Column({ name: 'muted_at', type: 'timestamptz' })
  mutedAt!: Date;

  /** Null: until a moderator ends it. */
  @Column({ name: 'muted_until', type: 'timestamptz', nullable: true })
  mutedUntil!: Date | null;
}
