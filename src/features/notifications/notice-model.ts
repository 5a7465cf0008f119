/** What a member is told of their contributions: which kinds there are, and a notice as they read it. */

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
  'challenge-looked-at',
  'member-muted',
  'member-unmuted',
  'message-saved',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** As it is kept in the outbox. */
export interface NoticePayload {
  kind: NoticeKind;
  /** Null when it is about no entry. */
  entryNumber: number | null;
  /** A moderator's reason, until when a mute lasts, and the like; never a member's id. */
  facts: Readonly<Record<string, string | number | null>>;
}

export interface ToldNotice extends NoticePayload {
  id: string;
  /** What the entry is called; a solution goes by its challenge. Null when there is no telling. */
  title: string | null;
  /** When it happened. */
  at: Date;
}
