/** An interaction that a process acts on, remembered for some minutes so that it is acted on once. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'taken_interactions' })
export class TakenInteraction {
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  @Column({ name: 'taken_at', type: 'timestamptz' })
  takenAt!: Date;
}
