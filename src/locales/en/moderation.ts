/** Copy of the moderation commands for entries and members, and their answers. */
import { restorableDays } from '../../entities/entry.js';
import { moment } from './findings.js';
import { named } from './people.js';

export const moderation = {
  commands: {
    reason: 'Why: shown to the member and in the audit log',
    entry: {
      group: 'Hide, remove or restore an entry',
      hide: 'Hide an entry from others until it is restored',
      remove: `Remove an entry, for its author too; you can restore it for ${restorableDays} days`,
      restore: 'Restore an entry that moderators hid or removed',
    },
    member: {
      mute: 'Stop a member from contributing for a while',
      unmute: 'Let a muted member contribute again',
      member: 'The member',
      duration: 'Such as 2h, 3 days or 1w; one day by default',
    },
  },

  durations: { further: 'until further notice' },
  muted: (memberId: string, until: Date | null) =>
    `${named(memberId)} is muted ${mutedUntil(until)}, and I’ll let them know. They can still read, search and thank others; \`/admin member unmute\` ends it.`,
  unmuted: (memberId: string) => `${named(memberId)} can contribute again, and I’ll let them know.`,

  hidden: (number: number) =>
    `**#${number}** is hidden from search, digests and the channel. \`/admin entry restore\` brings it back.`,
  removed: (number: number) =>
    `**#${number}** is removed. Its author can’t restore it; you can, for ${restorableDays} days, with \`/admin entry restore\`.`,
  reopened: (challenge: number) =>
    `It was the accepted solution of challenge **#${challenge}**, which is open again; I’ll let the asker know.`,
  restored: (number: number) => `**#${number}** is back, in the channel and in search.`,
  solvedAgain: (challenge: number) =>
    `It’s again the accepted solution of challenge **#${challenge}**, which is solved.`,
  notPaired: (challenge: number) =>
    `It was the accepted solution of challenge **#${challenge}**, but that now has another one or is gone, so this solution stays unaccepted.`,
};

/** `until Friday (in 3 days)`. */
export function mutedUntil(until: Date | null): string {
  return until ? `until ${moment(until, 'f')} (${moment(until, 'R')})` : 'until further notice';
}
