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
  /** An empty week's nudge in place of the digest. */
  isNudge: boolean;
  /** The only role this message may ping; none when null. */
  roleId: string | null;
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

/** What moderators are told when their digest cannot be posted. */
export interface TroubleNotice {
  guildId: string;
  reason: DigestReason;
  /** Where the digest was to go, as far as that is known. */
  channelId: string | null;
  periodEnd: Date;
  retryAt: Date;
  /** The moderators' own channel; null when none is set. */
  logChannelId: string | null;
  language: string;
}

export interface TroublePublisher {
  /** Tells it in the log channel, or else to the guild's owner; false when neither took it. */
  tellTrouble(notice: TroubleNotice): Promise<boolean>;
}

export interface DigestMail {
  /** The member's direct channel. */
  channelId: string;
  nonce: string;
  content: DigestContent;
  language: string;
  /** The digest as it was posted in the guild. */
  message: { channelId: string; messageId: string };
}

/** Why a direct message will never arrive: closed to us, or nobody is there any more. */
export type MailRefusal = 'closed' | 'gone' | 'refused';

export interface MailPublisher {
  /** Whether somebody is still a member of the guild; undefined when that cannot be told at the moment. */
  isMember(guildId: string, userId: string): Promise<boolean | undefined>;
  openDirectChannel(
    userId: string,
  ): Promise<
    | { outcome: 'open'; channelId: string }
    | { outcome: 'refused'; reason: MailRefusal }
    | { outcome: 'unknown' }
  >;
  mailDigest(
    mail: DigestMail,
  ): Promise<{ outcome: 'posted' } | { outcome: 'refused'; reason: MailRefusal } | { outcome: 'unknown' }>;
  /** Looks in a direct channel for the message that holds a guild's digest of a period. */
  findMail(channelId: string, guildId: string, periodEnd: Date): Promise<'found' | 'absent' | 'unknown'>;
}
