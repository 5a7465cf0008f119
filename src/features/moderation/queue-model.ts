/** An item of the queue, with everything a moderator needs to decide on it. */

import type { QueueItem, QueueOutcome } from '../../entities/queue-item.js';
import type { Report } from '../../entities/report.js';
import type { EntryDetails } from '../entries/entry-model.js';
import type { ShownPictures } from '../pictures/picture-model.js';

/** What a moderator can do with an item: the first three if it was reported, the others if it is held. */
export const queueActions = ['keep', 'hide', 'remove', 'publish', 'decline'] as const;
export type QueueAction = (typeof queueActions)[number];

/** The decision on an item: which, when, and by which moderator if that is still known. */
export interface QueueVerdict {
  outcome: QueueOutcome;
  at: Date;
  /** Null for what was withdrawn, and for a moderator whose data were erased. */
  byId: string | null;
}

/** What is known about the author. */
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
  /** What the message shows of the entry's pictures: those of a held one are nowhere else to be seen. */
  pictures?: ShownPictures;
}

/** One item of those that are open, and where it stands among them (from 0). */
export interface QueuePage {
  page: number;
  count: number;
  item: QueueDetails | null;
}
