/** What the rules need of Discord to publish a digest, without knowing Discord. */
import type { DigestReason } from '../entities/digest.js';
import type { DigestContent } from '../entities/digest-content.js';
import type { GuildSettings } from './guild-service.js';

/** Why Discord took nothing: it has said so, and trying the same again at once would not help. */
export type Refusal = Extract<DigestReason, 'channel-gone' | 'no-access' | 'no-permission' | 'refused'>;

export interface DigestPost {
  channelId: string;
  /** At most 25 characters: a second post with the same one, some minutes later, gives the first message. */
  nonce: string;
  content: DigestContent;
  /** The guild's language. */
  language: string;
}

export type PostOutcome =
  | { outcome: 'posted'; messageId: string }
  | { outcome: 'refused'; reason: Refusal }
  /** No answer came, or none that says: the message may be there or not. */
  | { outcome: 'unknown' };

export type FindOutcome =
  | { outcome: 'found'; messageId: string }
  | { outcome: 'absent' }
  /** The channel cannot be read (any more). */
  | { outcome: 'refused'; reason: Refusal }
  | { outcome: 'unknown' };

export interface Publisher {
  postDigest(post: DigestPost): Promise<PostOutcome>;
  /** Looks in a channel for the message that holds a period's digest, as far back as the period's end. */
  findDigest(channelId: string, periodEnd: Date): Promise<FindOutcome>;
}

/** The channel a guild's cohort meets in: the one set, else one with the customary name; undefined when neither is. */
export type CohortChannelOf = (guildId: string, settings: GuildSettings) => Promise<string | undefined>;
