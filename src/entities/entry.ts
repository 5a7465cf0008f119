/** An entry: a learning, a challenge or a solution, numbered within its guild. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryType, LearningKind } from './entry-values.js';

export {
  type EntryType,
  entryBounds,
  entryTypes,
  type LearningKind,
  learningKinds,
  restorableDays,
} from './entry-values.js';

@Entity({ name: 'entries' })
export class Entry {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  /** `#1, #2, …` within the guild, shared by all types. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  type!: EntryType;

  /** Learnings only. */
  @Column({ type: 'text', nullable: true })
  kind!: LearningKind | null;

  /** Null for solutions: they show their challenge's title. */
  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ type: 'text', default: '' })
  body!: string;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'text', array: true, default: '{}' })
  tags!: string[];

  @Column({ name: 'author_id', type: 'bigint' })
  authorId!: string;

  /** Solutions only: the challenge they answer. */
  @Column({ name: 'challenge_number', type: 'integer', nullable: true })
  challengeNumber!: number | null;

  /** Solutions only: when it was accepted. At most one per challenge is. */
  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @Column({ name: 'accepted_by', type: 'bigint', nullable: true })
  acceptedBy!: string | null;

  /** Goals only. */
  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  /** When its author was told that it helped three people; null before that. */
  @Column({ name: 'helped_told_at', type: 'timestamptz', nullable: true })
  helpedToldAt!: Date | null;

  /** 1 when new; each edit adds one. */
  @Column({ type: 'integer', default: 1 })
  revision!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  @Column({ name: 'deleted_by', type: 'bigint', nullable: true })
  deletedBy!: string | null;

  @Column({ name: 'hidden_at', type: 'timestamptz', nullable: true })
  hiddenAt!: Date | null;

  /** Hidden because a moderator reviews it before it is published. */
  @Column({ type: 'boolean', default: false })
  held!: boolean;

  /** When a solution that was then hidden or removed had been accepted; restoring it accepts it again if possible. */
  @Column({ name: 'lost_acceptance_at', type: 'timestamptz', nullable: true })
  lostAcceptanceAt!: Date | null;

  @Column({ name: 'lost_acceptance_by', type: 'bigint', nullable: true })
  lostAcceptanceBy!: string | null;

  /** The sub-group of the README it was in, such as 'Databases'. */
  @Column({ type: 'text', nullable: true })
  section!: string | null;

  /** The import it came from. */
  @Column({ name: 'import_id', type: 'uuid', nullable: true })
  importId!: string | null;

  /** How an import recognises it, even after edits; unique per author. Solutions have none. */
  @Column({ type: 'text', nullable: true })
  fingerprint!: string | null;
}
