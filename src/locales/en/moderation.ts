/** Words of what moderators do to entries and members: the commands, and the answers to them. */
import { restorableDays } from '../../entities/entry.js';
import { moment } from './findings.js';
import { named } from './people.js';

export const moderation = {
  commands: {
    reason: 'Why: the member is told, and it stands in the audit log',
    entry: {
      group: 'Hide, remove or bring back an entry',
      hide: 'Take an entry out of sight, until it is restored',
      remove: `Take an entry away for good; it can be restored for ${restorableDays} days`,
      restore: 'Bring back an entry that moderators hid or removed',
    },
    member: {
      mute: 'Keep a member from contributing for a while',
      unmute: 'Let a muted member contribute again',
      member: 'The member',
      duration: 'Such as 2h, 3 days or 1w; a day if you leave it out',
    },
  },

  durations: { further: 'until further notice' },
  muted: (memberId: string, until: Date | null) =>
    `${named(memberId)} is muted ${mutedUntil(until)}, and is told so. Reading, searching and thanking go on; \`/admin member unmute\` ends it.`,
  unmuted: (memberId: string) => `${named(memberId)} may contribute again, and is told so.`,

  hidden: (number: number) =>
    `**#${number}** is hidden from search, digests and the channel. \`/admin entry restore\` brings it back.`,
  removed: (number: number) =>
    `**#${number}** is removed. Its author cannot bring it back; you can, for ${restorableDays} days, with \`/admin entry restore\`.`,
  reopened: (challenge: number) =>
    `It was the accepted solution of challenge **#${challenge}**, which is open again; its asker is told.`,
  restored: (number: number) => `**#${number}** is back, in the channel and in search.`,
  solvedAgain: (challenge: number) =>
    `It is the accepted solution of challenge **#${challenge}** again, which is solved.`,
  notPaired: (challenge: number) =>
    `It had been the accepted solution of challenge **#${challenge}**, which has another one by now or is gone itself: it stays unaccepted.`,
};

/** `until Friday (in 3 days)`. */
export function mutedUntil(until: Date | null): string {
  return until ? `until ${moment(until, 'f')} (${moment(until, 'R')})` : 'until further notice';
}
