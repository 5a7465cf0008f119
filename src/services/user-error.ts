/** Errors that are the member's to mend: a code with its facts, worded by the locales and never logged as faults. */
import type { QueueOutcome } from '../entities/queue-item.js';
import type { SecretTold } from '../entities/secret-kind.js';

/** Every code with the facts its sentence needs. */
export interface UserErrorFacts {
  'entry-not-found': { entry: string };
  'entry-deleted': { number: number };
  'entry-hidden': { number: number };
  'entry-removed': { number: number };
  'entry-held': { number: number };
  'already-hidden': { number: number };
  'already-removed': { number: number };
  'deleted-by-author': { number: number };
  'not-taken-away': { number: number };
  muted: { until: Date | null };
  'already-muted': { memberId: string; until: Date | null };
  'not-muted': { memberId: string };
  'cannot-mute': { who: 'self' | 'bot' | 'moderator' };
  'duration-unknown': { duration: string };
  'duration-out-of-bounds': Record<never, never>;
  'not-a-challenge': { number: number };
  'not-a-solution': { number: number };
  'not-your-entry': { number: number };
  'not-the-asker': { number: number };
  'not-deleted': { number: number };
  'no-card': { number: number };
  'restore-too-late': { number: number; days: number };
  'already-accepted': { number: number; accepted: number };
  'challenge-is-open': { number: number };
  'challenge-unavailable': { number: number };
  'title-missing': Record<never, never>;
  'title-too-long': { length: number; limit: number };
  'body-missing': Record<never, never>;
  'body-too-long': { length: number; limit: number };
  'link-not-http': Record<never, never>;
  'link-too-long': { limit: number };
  'export-too-large': Record<never, never>;
  'text-too-long': { field: 'projectName' | 'objective' | 'summary'; length: number; limit: number };
  'too-many-links': { limit: number };
  'too-many-tags': { limit: number };
  'tag-invalid': { tag: string };
  'tag-not-used': { tag: string };
  'one-tag': Record<never, never>;
  'same-tag': { tag: string };
  'secret-found': SecretTold;
  /** `lineNumber` counts from 1; null when the file shows it elsewhere than it was read. */
  'secret-in-file': SecretTold & { lineNumber: number | null };
  /** `freeAt` in seconds since 1970. */
  'too-many-entries': { window: 'minute' | 'hour' | 'day'; limit: number; freeAt: number };
  'duplicate-entry': { number: number; link: string | null; isNear: boolean };
  'duplicate-under-way': Record<never, never>;
  'copied-entry': { number: number; link: string | null };
  'mass-mention': { limit: number };
  'invite-link': Record<never, never>;
  /** What moderators want to be said, safe to show. */
  'auto-moderated': { message: string | null };
  'helpful-own-entry': Record<never, never>;
  'report-own-entry': Record<never, never>;
  'report-not-an-entry': Record<never, never>;
  'report-already': { number: number };
  'report-reason-missing': Record<never, never>;
  'queue-decided': { outcome: QueueOutcome; byId: string | null };
  'queue-gone': Record<never, never>;
  'draft-gone': Record<never, never>;
  'listing-gone': Record<never, never>;
  'attachment-foreign': Record<never, never>;
  'attachment-too-large': { mebibytes: number };
  'attachment-gone': Record<never, never>;
  'attachment-unavailable': Record<never, never>;
  'readme-empty': Record<never, never>;
  'readme-not-text': Record<never, never>;
  'readme-too-heavy': Record<never, never>;
  'readme-nothing': Record<never, never>;
  'import-gone': Record<never, never>;
  'import-done': Record<never, never>;
  'control-gone': Record<never, never>;
  'not-your-control': Record<never, never>;
  'moderators-only': Record<never, never>;
  'bots-cannot': Record<never, never>;
  'guild-only': Record<never, never>;
  'guild-not-served': Record<never, never>;
  'channel-closed': { channelId: string };
  'channel-gone': Record<never, never>;
  'unknown-timezone': { timezone: string };
  'invalid-time': { time: string };
  'digest-empty': Record<never, never>;
  'digest-none': Record<never, never>;
  'digest-not-scheduled': Record<never, never>;
  'digest-already-paused': Record<never, never>;
  'digest-not-paused': Record<never, never>;
  'digest-under-way': Record<never, never>;
  'forget-busy': Record<never, never>;
}

export type UserErrorCode = keyof UserErrorFacts;

/** Thrown by services; the dispatcher turns it into one plain sentence for the member alone. */
export class UserError<Code extends UserErrorCode = UserErrorCode> extends Error {
  constructor(
    readonly code: Code,
    readonly facts: UserErrorFacts[Code],
  ) {
    super(code);
    this.name = 'UserError';
  }
}
