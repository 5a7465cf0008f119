/** News: what happened to something a member wrote or follows, told at most once an hour. */

import type { NewsKind } from '../../entities/news-settings.js';

/** The topics of the outbox: by direct message, and in the cohort's channel. */
export const newsTopicNames = { direct: 'news', channel: 'news-in-channel' } as const;

/** What happened. The last four are of what a member follows. */
export const newsEvents = [
  'solution',
  'accepted',
  'helped',
  'tag-entry',
  'member-entry',
  'challenge-solution',
  'challenge-solved',
] as const;
export type NewsEvent = (typeof newsEvents)[number];

/** As it is stored in the outbox. */
export interface NewsPayload {
  event: NewsEvent;
  entryNumber: number;
}

/** One thing that happened, with its entry as it can be seen now. */
export interface News {
  event: NewsEvent;
  number: number;
  /** Its own title, or that of the challenge it answers. */
  title: string;
  /** Of a solution. */
  challengeNumber: number | null;
  authorId: string;
  /** A tag of the entry that the member follows. */
  tag: string | null;
  card: { channelId: string; messageId: string } | null;
}

/** Whether a message in the cohort's channel may ping a member for this. */
export interface Mentions {
  wantsMention(guildId: string, memberId: string, kind: NewsKind): Promise<boolean>;
}

/** So many people found an entry helpful when its author is told. */
export const helpedPeople = 3;
