/** Copy of the Safety page of `/admin setup`: whose entries are reviewed first, limits and invitations. */
import type { ReviewMode } from '../../entities/guild.js';
import { plural } from './plural.js';

const windows = { hour: 'an hour', day: 'a day' };

export const safety = {
  panel: {
    open: 'Safety',
    title: '### Set up safety',
    back: 'Back',
    review: '**Whose entries should a moderator review before others see them?**',
    reviewPlaceholder: 'Choose whose entries are reviewed first',
    reviewModes: {
      off: { label: 'Nobody’s', hint: 'Entries appear immediately, and members can report them' },
      new: { label: 'New members’', hint: 'Until they have enough published entries' },
      all: { label: 'Everyone’s', hint: 'Except moderators’' },
    } satisfies Record<ReviewMode, { label: string; hint: string }>,
    below: '**How long is a member new?**',
    belowPlaceholder: 'Choose how many entries it takes',
    belowOption: (count: number) =>
      `Until they have ${plural(count, 'published entry', 'published entries')}`,
    limits: '**How much can one member contribute?** Moderators have no limit.',
    limitPlaceholder: 'Choose how many at most',
    limitOption: (count: number, window: 'hour' | 'day') => `At most ${count} ${windows[window]}`,
    invitesRefused: '**Invitations to other servers** are blocked.',
    invitesAllowed: '**Invitations to other servers** are allowed.',
    invites: { on: 'Allow invitations', off: 'Block invitations' },
    reviewHint: '-# They wait in `/admin queue`, and in the log channel if one is set.',
  },
  settings: {
    review: 'Reviewed before publishing',
    of: { off: 'nobody’s entries', all: 'everyone’s entries' },
    limits: 'Limits per member',
    limited: (hourly: number, daily: number) => `at most ${hourly} an hour and ${daily} a day`,
    invites: 'Invitations to other servers',
    invitesAre: { taken: 'allowed', refused: 'blocked' },
    ofNew: (below: number) => `entries by members with fewer than ${below} published`,
  },
};
