/** Copy of the moderation queue: its cards, its pages, its decisions, and what members read about held entries. */

import type { QueueOutcome } from '../../entities/queue-item.js';
import type { QueueAction } from '../../features/moderation/queue-model.js';
import { moment } from './findings.js';
import { named } from './people.js';
import { plural } from './plural.js';

const outcomes: Record<QueueOutcome, { emoji: string; done: string }> = {
  kept: { emoji: '✅', done: 'Kept' },
  hidden: { emoji: '🙈', done: 'Hidden' },
  removed: { emoji: '🗑️', done: 'Removed' },
  published: { emoji: '✅', done: 'Published' },
  declined: { emoji: '✋', done: 'Declined' },
  withdrawn: { emoji: '↩️', done: 'Nothing left to decide' },
};

const by = (memberId: string | null) => (memberId ? named(memberId) : 'a former moderator');

export const queue = {
  commands: { queue: 'Go through what was reported and what is waiting to be published' },
  buttons: {
    keep: 'Keep',
    hide: 'Hide',
    remove: 'Remove',
    publish: 'Publish',
    decline: 'Decline',
  } satisfies Record<QueueAction, string>,

  reported: (number: number, title: string) => `### 🚩 Reported: #${number} ${title}`,
  held: (number: number, title: string) => `### ⏳ Waiting to be published: #${number} ${title}`,
  heldImport: (memberId: string) => `### ⏳ Waiting to be published: the README of ${named(memberId)}`,
  importHolds: (count: number, file: string) =>
    `-# ${plural(count, 'entry', 'entries')} from ${file}, published or declined together`,
  opened: (at: Date) => moment(at, 'R'),
  goToCard: 'Go to card',
  inFile: '-# The whole text is in the file.',
  moreEntries: (count: number) => `-# and ${plural(count, 'more entry', 'more entries')}, all in the file`,

  reasons: (counted: string) => `**Why:** ${counted}`,
  reason: (name: string, count: number) => (count > 1 ? `${name} × ${count}` : name),
  note: (memberId: string, text: string) => `> ${text}\n> -# ${named(memberId)}`,
  reportedBy: (memberIds: readonly string[], more: number) =>
    `-# Reported by ${memberIds.map(named).join(', ')}${more > 0 ? ` and ${plural(more, 'other', 'others')}` : ''}`,
  noReports: '-# The person who reported it had their data erased.',

  author: (memberId: string, published: number) =>
    `**${named(memberId)}** · ${plural(published, 'entry', 'entries')} published`,
  hiddenBefore: (count: number) => `${count} hidden before`,
  removedBefore: (count: number) => `${count} removed before`,
  upheld: (count: number) => `${plural(count, 'report', 'reports')} upheld`,
  nothingBefore: 'no problems before',
  muted: (until: Date | null) => (until ? `🔇 muted, ends ${moment(until, 'R')}` : '🔇 muted'),
  since: (at: Date) => `here since ${moment(at, 'D')}`,

  verdict: (outcome: QueueOutcome, byId: string | null, at: Date) =>
    outcome === 'withdrawn'
      ? `${outcomes.withdrawn.emoji} **${outcomes.withdrawn.done}**: it was deleted ${moment(at, 'R')}.`
      : `${outcomes[outcome].emoji} **${outcomes[outcome].done}** by ${by(byId)} ${moment(at, 'R')}.`,
  about: (number: number, memberId: string) => `#${number} by ${named(memberId)}`,
  aboutImport: (memberId: string) => `The README of ${named(memberId)}`,
  reportedFor: (counted: string) => `reported for ${counted}`,
  erased: '-# What this was about has been erased.',

  already: (outcome: QueueOutcome, byId: string | null) =>
    outcome === 'withdrawn'
      ? 'It was deleted in the meantime, so there’s nothing left to decide.'
      : `Someone was faster: it was ${outcomes[outcome].done.toLowerCase()} by ${by(byId)}.`,

  page: (place: number, count: number) => `-# ${place} of ${count} · only you see this`,
  empty: '### 🌤️ All clear\nNothing is reported and nothing is waiting to be published. Enjoy your day!',
  done: {
    keep: '✅ Kept. Its author doesn’t learn about the report.',
    hide: '🙈 Hidden. I’ll let its author know; `/admin entry restore` brings it back.',
    remove: '🗑️ Removed. I’ll let its author know.',
    publish: '✅ Published. I’ll let its author know, and its card is on its way to the channel.',
    decline: '✋ Declined. I’ll let its author know; `/admin entry restore` brings it back.',
  } satisfies Record<QueueAction, string>,
  noLogChannel:
    '-# New ones only appear here. Choose a log channel in `/admin setup` to have them posted there too.',

  declineForm: {
    title: 'Decline',
    reason: 'Why?',
    hint: 'Its author reads this; a friendly word helps',
    placeholder: 'For example: please leave out the password, and share it again',
  },

  reminder: (count: number, oldest: Date) =>
    `⏳ ${count === 1 ? 'Something is waiting' : `${count} things are waiting`} for a moderator, the oldest from ${moment(oldest, 'R')}. \`/admin queue\` goes through ${count === 1 ? 'it' : 'them'}.`,

  /** What an author reads about a held entry. */
  entryHeld: (number: number) =>
    `Stored as **#${number}**. A moderator reviews it first; then its card appears in the channel and I let you know. Until then only you can see it, with \`/entry view\`, and you can edit or delete it.`,
  importHeld: (count: number) =>
    `Stored: **${plural(count, 'entry', 'entries')}**. A moderator reviews them first; then they all appear together, and I let you know.`,
  importDeclined:
    'A moderator reviewed what you imported from this file and didn’t publish it. Ask them what to change.',
  stateHeld: '⏳ This is waiting for a moderator. Until it’s published only you can see it.',
};
