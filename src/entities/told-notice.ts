/** A notice as its member reads it. */
import type { NoticeKind } from './notice.js';

export interface ToldNotice {
  id: string;
  kind: NoticeKind;
  /** Null when it is about no entry. */
  entryNumber: number | null;
  /** What the entry is called; a solution goes by its challenge. Null when there is no telling. */
  title: string | null;
  /** A moderator's reason, until when a mute lasts, and the like. */
  facts: Readonly<Record<string, string | number | null>>;
  /** When it happened. */
  at: Date;
}
