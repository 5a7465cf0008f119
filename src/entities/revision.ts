/** An earlier version of an entry, stored when it is edited. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'revisions' })
export class Revision {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'entry_number', type: 'integer' })
  entryNumber!: number;

  @PrimaryColumn({ type: 'integer' })
  revision!: number;

  @Column({ type: 'text', nullable: true })
  kind!: string | null;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'text', array: true })
  tags!: string[];

  @Column({ name: 'edited_by', type: 'bigint' })
  editedBy!: string;

  @Column({ name: 'written_at', type: 'timestamptz' })
  writtenAt!: Date;
}
