/** `Import all`: stores the entries of the preview, and posts a summary in the cohort's channel. */

import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { queueChanged } from '../../features/entries/index.js';
import { type ImportService, importDoneView } from '../../features/readme/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.importAll,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { import: id },
    context: Context<{ imports: Pick<ImportService, 'confirm'> }>,
  ) {
    const { guildId, actor, cohortChannelId: channelId, settings, words, services } = context;
    const { language } = settings;
    const summary = await services.imports.confirm(guildId, actor, id, { channelId, language });
    const effects = summary.review === 'held' ? [queueChanged()] : [];
    return { kind: 'message', view: importDoneView(words, summary), effects };
  },
});
