/** Words of the set-up's page for safety: whose entries are looked at first, and how the settings show that. */
import type { ReviewMode } from '../../entities/guild.js';
import { plural } from './plural.js';

const windows = { hour: 'an hour', day: 'a day' };

export const safety = {
  panel: {
    open: 'Safety',
    title: '### Set up safety',
    back: 'Back',
    review: '**Whose entries does a moderator look at before others see them?**',
    reviewPlaceholder: 'Choose whose entries are looked at first',
    reviewModes: {
      off: { label: 'Nobody’s', hint: 'Entries appear at once, and can be reported' },
      new: { label: 'Those of new members', hint: 'Until enough of theirs were published' },
      all: { label: 'Everybody’s', hint: 'All but those of moderators' },
    } satisfies Record<ReviewMode, { label: string; hint: string }>,
    below: '**How long is somebody new?**',
    belowPlaceholder: 'Choose how many entries it takes',
    belowOption: (count: number) =>
      `Until ${plural(count, 'entry of theirs was', 'entries of theirs were')} published`,
    limits: '**How much may one member contribute?** Moderators are never limited.',
    limitPlaceholder: 'Choose how many at most',
    limitOption: (count: number, window: 'hour' | 'day') => `At most ${count} ${windows[window]}`,
    invitesRefused: '**Invitations to other servers** are turned away.',
    invitesAllowed: '**Invitations to other servers** are taken.',
    invites: { on: 'Allow invitations', off: 'Turn invitations away' },
    reviewHint: '-# They wait in `/admin queue`, and in the log channel where one is set.',
  },
  settings: {
    review: 'Looked at before publishing',
    of: { off: 'nobody’s entries', all: 'everybody’s entries' },
    limits: 'Contributions of one member',
    limited: (hourly: number, daily: number) => `at most ${hourly} an hour and ${daily} a day`,
    invites: 'Invitations to other servers',
    invitesAre: { taken: 'taken', refused: 'turned away' },
    ofNew: (below: number) => `entries of members with fewer than ${below} published`,
  },
};
