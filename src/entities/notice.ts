/** Something a member is still to be told: by direct message, or at their next command where those are closed. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened to what they contributed. */
export const noticeKinds = [
  'entry-published',
  'entry-declined',
  'import-published',
  'import-declined',
  'entry-hidden',
  'entry-restored',
  'entry-removed',
  'challenge-reopened',
  'challenge-solved-again',
  'member-muted',
  'member-unmuted',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

@Entity({ name: 'notices' })
export class Notice {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @Column({ type: 'text' })
  kind!: NoticeKind;

  @Column({ name: 'entry_number', type: 'integer', nullable: true })
  entryNumber!: number | null;

  /** A moderator's reason, until when a mute lasts, and the like; never a member's id. */
  @Column({ type: 'jsonb', default: {} })
  facts!: Record<string, string | number | null>;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  /** When a direct message is tried next; null when it waits for the member's next command. */
  @Column({ name: 'next_at', type: 'timestamptz', nullable: true })
  nextAt!: Date | null;
}
