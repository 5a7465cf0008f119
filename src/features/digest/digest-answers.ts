/** What moderators and members are told about the digest: when it comes, and what became of it. */

import { note } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { timestamp } from '../../discord/message/text.js';
import type { DigestReason } from '../../entities/digest.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import type { Picture } from './digest-chart.js';
import type { DigestContent } from './digest-content-model.js';
import { digestView } from './digest-view.js';

export interface ShownSchedule {
  isScheduled: boolean;
  /** ISO weekday, Monday = 1. */
  weekday: number;
  time: string;
  timezone: string;
  channelId: string | null;
  pausedAt: Date | null;
  nextDueAt: Date | null;
  /** While paused: when the next one would be due if it were resumed now. */
  nextOnceResumed: Date | null;
}

/** After `/admin digest schedule`: the schedule, and when the next one comes. */
export function scheduledView(words: Catalogue, schedule: ShownSchedule): MessageView {
  return note(scheduleText(words, schedule));
}

/** The schedule in a few sentences. */
function scheduleText(words: Catalogue, schedule: ShownSchedule): string {
  const { digest } = words;
  return [
    digest.scheduled(digest.weekdays[schedule.weekday - 1] ?? '', schedule.time, schedule.timezone),
    ...(schedule.channelId ? [digest.inChannel(schedule.channelId)] : []),
    ...(schedule.nextDueAt
      ? [digest.next(...dates(schedule.nextDueAt))]
      : [digest.nextIsPaused, ...onceResumed(words, schedule.nextOnceResumed)]),
  ].join(' ');
}

/** After `/admin digest pause`. */
export function pausedView(words: Catalogue, { nextOnceResumed }: ShownSchedule): MessageView {
  return note([words.digest.paused, ...onceResumed(words, nextOnceResumed)].join(' '));
}

/** After `/admin digest resume`. */
export function resumedView(words: Catalogue, { nextDueAt }: ShownSchedule): MessageView {
  return note(
    [words.digest.resumed, ...(nextDueAt ? [words.digest.next(...dates(nextDueAt))] : [])].join(' '),
  );
}

/** After `/admin digest run`. */
export function ranView(
  words: Catalogue,
  guildId: string,
  result:
    | { outcome: 'sent'; channelId: string; messageId: string }
    | { outcome: 'failed'; reason: DigestReason; channelId: string | null; retryAt: Date }
    | { outcome: 'paused' },
  nextDueAt: Date | null,
): MessageView {
  const { digest } = words;
  switch (result.outcome) {
    case 'sent':
      return note(
        [
          digest.posted(messageLink(guildId, result.channelId, result.messageId)),
          ...(nextDueAt ? [digest.next(...dates(nextDueAt))] : []),
        ].join('\n'),
      );
    case 'failed':
      return note(
        digest.notPosted(reasonText(words, result.reason, result.channelId), timestamp(result.retryAt, 'R')),
      );
    case 'paused':
      return note(digest.runWhilePaused);
  }
}

/** Why a digest wasn't posted and how to fix that, in one sentence; doctor uses it too. */
export function reasonText(words: Catalogue, reason: DigestReason, channelId: string | null): string {
  const { digest } = words;
  return digest.reasons[reason](channelId ? digest.channel(channelId) : digest.itsChannel);
}

/** `/digest latest` before there is any. */
export function noDigestView(words: Catalogue, schedule: ShownSchedule): MessageView {
  const { digest } = words;
  if (!schedule.isScheduled) return note(digest.noneScheduled);
  return note(schedule.nextDueAt ? digest.firstOne(...dates(schedule.nextDueAt)) : digest.nonePaused);
}

/** `/digest latest`, and what `Previous` and `Next` lead to. */
export function postedDigestView(
  words: Catalogue,
  posted: {
    content: DigestContent;
    message: { channelId: string; messageId: string };
    neighbours: { before: Date | null; after: Date | null };
  },
  chart: Picture | undefined,
): MessageView {
  const { content, message, neighbours } = posted;
  return digestView(words, content, { chart, message, neighbours });
}

/** `/digest preview`; not posted at all when `nextDueAt` is null. */
export function previewView(
  words: Catalogue,
  content: DigestContent,
  nextDueAt: Date | null,
  chart: Picture | undefined,
): MessageView {
  const { digest } = words;
  return digestView(words, content, {
    chart,
    heading: digest.previewHeading,
    note: nextDueAt ? digest.previewNote(...dates(nextDueAt)) : digest.previewPaused,
  });
}

/** `/digest subscribe`. */
export function subscribedView(words: Catalogue, isNew: boolean, nextDueAt: Date | null): MessageView {
  const { mail } = words.digestDelivery;
  if (!isNew) return note([mail.already, mail.toEnd].join('\n'));
  const sentences = [mail.subscribed, ...(nextDueAt ? [mail.first(timestamp(nextDueAt, 'F'))] : [])];
  return note([sentences.join(' '), mail.toEnd].join('\n'));
}

/** `/digest unsubscribe`, and the button below a direct message. */
export function unsubscribedView(words: Catalogue, isEnded: boolean): MessageView {
  const { mail } = words.digestDelivery;
  return note(isEnded ? mail.unsubscribed : mail.notSubscribed);
}

function onceResumed(words: Catalogue, at: Date | null): string[] {
  return at ? [words.digest.onceResumed(...dates(at))] : [];
}

function dates(at: Date): [string, string] {
  return [timestamp(at, 'F'), timestamp(at, 'R')];
}
