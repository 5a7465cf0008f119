/** Something in the queue with all that a moderator needs to decide on it. */
import type { EntryDetails } from './entry-details.js';
import type { QueueItem, QueueOutcome } from './queue-item.js';
import type { Report } from './report.js';

/** What a moderator may do with an item; the first three with what was reported, the others with what is held. */
export const queueDeeds = ['keep', 'hide', 'remove', 'publish', 'decline'] as const;
export type QueueDeed = (typeof queueDeeds)[number];

/** What became of an item: what, when, and by which moderator as far as that is still known. */
export interface QueueVerdict {
  outcome: QueueOutcome;
  at: Date;
  /** Null for what was withdrawn, and for a moderator whose data were erased. */
  byId: string | null;
}

/** What is known of whoever wrote it. */
export interface AuthorRecord {
  id: string;
  displayName: string;
  publishedCount: number;
  /** How often something of theirs was hidden, removed or declined. */
  hiddenCount: number;
  removedCount: number;
  /** How many reports of theirs were right: the entry was hidden or removed for it. */
  upheldCount: number;
  /** Null when they are not muted; `until` is null for a mute without an end. */
  muted: { until: Date | null } | null;
  firstSeenAt: Date;
}

/** An entry of an import that is held, as a moderator reads it. */
export interface HeldEntry {
  number: number;
  type: EntryDetails['type'];
  kind: EntryDetails['kind'];
  title: string | null;
  body: string;
  link: string | null;
  tags: string[];
}

export interface QueueDetails extends Pick<QueueItem, 'guildId' | 'id' | 'isReview' | 'openedAt'> {
  verdict: QueueVerdict | null;
  /** Null for an import, and once it was erased. */
  entry: EntryDetails | null;
  import: { id: string; fileName: string; memberId: string; entries: HeldEntry[] } | null;
  /** Oldest first; those of erased members are not among them. */
  reports: Pick<Report, 'reporterId' | 'reason' | 'note' | 'reportedAt'>[];
  author: AuthorRecord | null;
}

/** One item of those that are open, and where it stands among them (from 0). */
export interface QueuePage {
  page: number;
  count: number;
  item: QueueDetails | null;
}
