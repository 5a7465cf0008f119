/** What a visible entry is found by. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'search_documents' })
export class SearchDocument {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'tsvector' })
  words!: string;

  /** Each word with what its places say; null in a document of a version that had none. */
  @Column({ type: 'tsvector', nullable: true })
  strengths!: string | null;

  /** What it was made by; a document of another version is made again. */
  @Column({ type: 'integer' })
  version!: number;
}
