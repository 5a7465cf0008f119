/** A backup that was restored: what the bot posted after it was taken is looked up before it goes on. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'restores' })
export class Restore {
  @PrimaryColumn({ name: 'restored_at', type: 'timestamptz' })
  restoredAt!: Date;

  /** When the backup was taken. */
  @Column({ name: 'taken_at', type: 'timestamptz' })
  takenAt!: Date;

  /** Null while numbers given since may be given again. */
  @Column({ name: 'checked_at', type: 'timestamptz', nullable: true })
  checkedAt!: Date | null;
}
