/** The select of a preview that drops entries of its page, and takes dropped ones back. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { importPreviewView } from '../views/import-preview-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.importKeep,
  answers: 'update',
  async run(
    { values }: StringSelectMenuInteraction,
    { import: id, page },
    { guildId, actor, words, services },
  ) {
    const wanted = values.map(Number);
    const shown = await services.imports.keepOnly(guildId, actor.id, id, { page, wanted });
    return { kind: 'message', view: importPreviewView(words, shown, { page }) };
  },
});
