/** Words of the moderators' queue: its cards, its pages, what was decided, and what members are told of being held. */
import type { QueueDeed } from '../../entities/queue-details.js';
import type { QueueOutcome } from '../../entities/queue-item.js';
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
  commands: { queue: 'Go through what was reported, and what waits to be published' },
  buttons: {
    keep: 'Keep',
    hide: 'Hide',
    remove: 'Remove',
    publish: 'Publish',
    decline: 'Decline',
  } satisfies Record<QueueDeed, string>,

  reported: (number: number, title: string) => `### 🚩 Reported: #${number} ${title}`,
  held: (number: number, title: string) => `### ⏳ Waits to be published: #${number} ${title}`,
  heldImport: (memberId: string) => `### ⏳ Waits to be published: the README of ${named(memberId)}`,
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
  noReports: '-# Whoever reported it had their data erased.',

  author: (memberId: string, published: number) =>
    `**${named(memberId)}** · ${plural(published, 'entry', 'entries')} published`,
  hiddenBefore: (count: number) => `${count} hidden before`,
  removedBefore: (count: number) => `${count} removed before`,
  upheld: (count: number) => `${plural(count, 'report', 'reports')} upheld`,
  nothingBefore: 'nothing amiss before',
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
      ? 'It was deleted in the meantime, so there is nothing left to decide.'
      : `Somebody was faster: it was ${outcomes[outcome].done.toLowerCase()} by ${by(byId)}.`,

  page: (place: number, count: number) => `-# ${place} of ${count} · only you see this`,
  empty: '### 🌤️ All clear\nNothing is reported and nothing waits to be published. Enjoy your day!',
  done: {
    keep: '✅ Kept. Whoever wrote it was not told of the report.',
    hide: '🙈 Hidden. Its author is told; `/admin entry restore` brings it back.',
    remove: '🗑️ Removed. Its author is told.',
    publish: '✅ Published. Its author is told, and its card is on its way to the channel.',
    decline: '✋ Declined. Its author is told; `/admin entry restore` brings it back.',
  } satisfies Record<QueueDeed, string>,
  noLogChannel:
    '-# New ones are shown here alone. Choose a log channel in `/admin setup` to have them posted there.',

  declineForm: {
    title: 'Decline',
    reason: 'Why?',
    hint: 'Its author is told; a friendly word helps',
    placeholder: 'For example: please leave out the password, and share it again',
  },

  reminder: (count: number, oldest: Date) =>
    `⏳ ${count === 1 ? 'Something waits' : `${count} things wait`} for a moderator, the first since ${moment(oldest, 'R')}. \`/admin queue\` goes through ${count === 1 ? 'it' : 'them'}.`,

  /** What an author is told. */
  entryHeld: (number: number) =>
    `Kept as **#${number}**. A moderator looks at it first, then its card appears in the channel and you are told. Until then you alone see it, with \`/entry view\`, and can edit or delete it.`,
  importHeld: (count: number) =>
    `Kept: **${plural(count, 'entry', 'entries')}**. A moderator looks at them first; then all of them appear together, and you are told.`,
  importDeclined:
    'A moderator has looked at what this file brought, and did not publish it. Ask them what to change.',
  stateHeld: '⏳ This waits for a moderator. Until it is published you alone see it.',
};
