/** Errors that the member can fix: a code with its facts, worded by the locales and never logged as faults. */
import type { QueueOutcome } from '../entities/queue-item.js';
import type { CaptureRefusal } from '../features/capture/capture-model.js';
import type { CodeRefusal } from '../features/code/code-model.js';
import type { SecretTold } from '../features/secrets/secret-model.js';

/** Every code with the facts its sentence needs. */
export interface UserErrorFacts {
  /** Two or more. */
  'several-problems': { problems: readonly UserError[] };
  'entry-not-found': { entry: string };
  'follow-nothing': Record<never, never>;
  'follow-yourself': Record<never, never>;
  'follow-a-bot': Record<never, never>;
  'follow-unknown': { typed: string };
  'too-many-follows': { limit: number };
  'entry-lost': { number: number };
  /** Labels are safe to show. */
  'several-entries': { entry: string; labels: readonly string[] };
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
  'project-not-found': { project: string };
  'project-name-missing': Record<never, never>;
  'project-exists': { name: string };
  'too-many-projects': { limit: number };
  'not-your-project': { name: string };
  'project-closed': { name: string };
  'project-own': Record<never, never>;
  'project-not-invited': Record<never, never>;
  'session-topic-missing': Record<never, never>;
  'session-too-long': { length: number; limit: number };
  'session-when-unknown': { when: string };
  'session-when-no-time': { when: string };
  'session-when-past': { at: Date };
  'session-when-too-far': Record<never, never>;
  'session-length': Record<never, never>;
  'session-not-found': Record<never, never>;
  'session-over': Record<never, never>;
  'session-not-over': Record<never, never>;
  'not-your-session': { topic: string };
  'too-many-sessions': { limit: number };
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
  'too-often': { freeAt: number };
  'too-many-entries': { window: 'minute' | 'hour' | 'day'; limit: number; freeAt: number };
  'duplicate-entry': { number: number; link: string | null; isNear: boolean };
  'duplicate-under-way': Record<never, never>;
  'copied-entry': { number: number; link: string | null };
  'mass-mention': { limit: number };
  'not-in-guild': Record<never, never>;
  'needs-manage-server': Record<never, never>;
  'erasure-waits': { memberId: string; dueAt: Date };
  'no-erasure-waits': Record<never, never>;
  'invite-link': Record<never, never>;
  'text-too-slow': Record<never, never>;
  /** The moderators' own text, safe to show. */
  'auto-moderated': { message: string | null };
  'helpful-own-entry': Record<never, never>;
  'report-own-entry': Record<never, never>;
  'report-not-an-entry': Record<never, never>;
  'report-already': { number: number };
  'report-reason-missing': Record<never, never>;
  'queue-decided': { outcome: QueueOutcome; byId: string | null };
  'queue-gone': Record<never, never>;
  'thread-missing': Record<never, never>;
  'thread-unreadable': Record<never, never>;
  'thread-empty': Record<never, never>;
  'several-authors': Record<never, never>;
  'message-not-taken': { why: CaptureRefusal };
  'code-not-formatted': { why: CodeRefusal };
  'cannot-write-here': Record<never, never>;
  'not-your-code': Record<never, never>;
  /** Null when another member saves it at this moment. */
  'message-saved': { number: number | null };
  'no-open-challenge': Record<never, never>;
  'draft-gone': Record<never, never>;
  'listing-gone': Record<never, never>;
  'attachment-foreign': Record<never, never>;
  'attachment-too-large': { mebibytes: number };
  'attachment-gone': Record<never, never>;
  'attachment-unavailable': Record<never, never>;
  'picture-type': Record<never, never>;
  'picture-too-large': { mebibytes: number };
  'picture-gone': Record<never, never>;
  'picture-alt-too-long': { length: number; limit: number };
  'picture-missing': { number: number };
  'picture-none': { number: number };
  'pictures-full': { limit: number };
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
  'threads-full': Record<never, never>;
  'unknown-timezone': { timezone: string };
  'invalid-time': { time: string };
  'digest-empty': Record<never, never>;
  'digest-none': Record<never, never>;
  'digest-not-scheduled': Record<never, never>;
  'digest-already-paused': Record<never, never>;
  'digest-not-paused': Record<never, never>;
  'digest-under-way': Record<never, never>;
  'not-asked': { number: number };
  'not-a-buddy': Record<never, never>;
  'not-your-group': Record<never, never>;
  'buddies-not-scheduled': Record<never, never>;
  'buddies-already-paused': Record<never, never>;
  'buddies-ran-already': { at: Date };
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
