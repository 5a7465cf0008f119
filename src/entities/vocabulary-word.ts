/** A word of a guild's visible entries, and how many of them have it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'vocabulary' })
export class VocabularyWord {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  /** As folded; empty for all entries together. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  word!: string;

  @Column({ type: 'integer' })
  entries!: number;
}
