/** A member's erasure that somebody else asked for: it waits a day, in which it can be cancelled. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long it waits (ms). */
export const erasureWaitMs = 86_400_000;

@Entity({ name: 'pending_erasures' })
export class PendingErasure {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  /** What becomes of the member's entries. */
  @Column({ type: 'text' })
  entries!: 'removed' | 'kept';

  /** Null once they were erased themselves. */
  @Column({ name: 'requested_by', type: 'bigint', nullable: true })
  requestedBy!: string | null;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;
}
