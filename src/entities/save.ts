/** An entry that a member saved for later. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'saves' })
export class Save {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @PrimaryColumn({ name: 'entry_number', type: 'integer' })
  entryNumber!: number;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt!: Date;
}
