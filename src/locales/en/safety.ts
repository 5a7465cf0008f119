/** Words of the set-up's page for safety: whose entries are looked at first, and how the settings show that. */
import type { ReviewMode } from '../../entities/guild.js';
import { plural } from './plural.js';

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
    reviewHint: '-# They wait in `/admin queue`, and in the log channel where one is set.',
  },
  settings: {
    review: 'Looked at before publishing',
    of: { off: 'nobody’s entries', all: 'everybody’s entries' },
    ofNew: (below: number) => `entries of members with fewer than ${below} published`,
  },
};
