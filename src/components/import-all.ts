/** `Import all`: keeps what the preview holds, and sums it up in the cohort's channel. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { importDoneView } from '../views/import-summary-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.importAll,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { import: id }, context) {
    const { guildId, actor, cohortChannelId: channelId, settings, words, services } = context;
    const { language } = settings;
    const summary = await services.imports.confirm(guildId, actor, id, { channelId, language });
    return { kind: 'message', view: importDoneView(words, summary), queued: summary.review === 'held' };
  },
});
