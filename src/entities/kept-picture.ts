/** The bytes of a picture that lies in no message yet, because its entry waits for moderators and has no card anywhere. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'kept_pictures' })
export class KeptPicture {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'entry_number', type: 'integer' })
  entryNumber!: number;

  @PrimaryColumn({ name: 'place', type: 'smallint' })
  position!: number;

  @Column({ type: 'bytea' })
  content!: Buffer;
}
