/** Drafts: what a member typed comes back with every error, and the form opens again, filled in. */
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { withoutSecrets } from '../secrets/index.js';
import { DraftService } from './draft-service.js';
import { DraftStore } from './draft-store.js';
import { errorView } from './error-view.js';

export default defineFeature({
  name: 'drafts',
  hooks: {
    async giveBack({ guildId, memberId, words, sentence, typed: { form, fields } }, { drafts }) {
      const id = form && guildId ? await drafts.keep(guildId, memberId, form, fields) : undefined;
      // What is shown leaves secrets out; the form has all of it.
      const shown = Object.entries(fields).map(([name, text]) => [name, withoutSecrets(text)]);
      return errorView(words, sentence, { id, fields: Object.fromEntries(shown) });
    },
    upkeep: ({ drafts }) => drafts.removeExpired(),
  },
  services: ({ clock, dataSource }: Core) => ({
    drafts: new DraftService(new DraftStore(dataSource), clock),
  }),
});
