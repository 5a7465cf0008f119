/** A word seen in a guild's entries, for correcting misspelt searches. */
import { Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'vocabulary' })
export class VocabularyWord {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  word!: string;
}
