/** `Previous` and `Next` below a preview: another page of what a README holds. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { importPreviewView } from '../views/import-preview-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.importPage,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { import: id, page }, { guildId, actor, words, services }) {
    const shown = await services.imports.show(guildId, actor.id, id);
    return { kind: 'message', view: importPreviewView(words, shown, { page }) };
  },
});
