/** A mute whose member's data was erased: until it ends, only a keyed hash recognises the member. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'muted_hashes' })
export class MutedHash {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  /** 32 bytes. */
  @PrimaryColumn({ type: 'bytea' })
  hash!: Buffer;

  /** Null: until a moderator ends it. */
  @Column({ name: 'muted_until', type: 'timestamptz', nullable: true })
  mutedUntil!: Date | null;
}
