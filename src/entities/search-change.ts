/** An entry that changed since what it is found by was made. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'search_changes' })
export class SearchChange {
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ type: 'integer' })
  number!: number;
}
