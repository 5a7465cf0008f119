/** A mute whose member's data have been erased: they are known again by a keyed hash alone, until it ends. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'muted_hashes' })
export class MutedHash {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  /** 32 bytes. */
  @PrimaryColumn({ type: 'bytea' })
  hash!: Buffer;

  /** Null: until a moderator takes it back. */
  @Column({ name: 'muted_until', type: 'timestamptz', nullable: true })
  mutedUntil!: Date | null;
}
