/** `Also fill my profile`: whether an import tells the member's profile of the project, too. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { importPreviewView } from '../views/import-preview-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.importProfile,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { import: id, page }, { guildId, actor, words, services }) {
    const shown = await services.imports.toggleProfile(guildId, actor.id, id);
    return { kind: 'message', view: importPreviewView(words, shown, { page }) };
  },
});
