/** The select of a preview that says which entry's kind is to change; the kinds follow. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { importPreviewView } from '../views/import-preview-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.importPick,
  answers: 'update',
  async run(
    { values }: StringSelectMenuInteraction,
    { import: id, page },
    { guildId, actor, words, services },
  ) {
    const shown = await services.imports.show(guildId, actor.id, id);
    return { kind: 'message', view: importPreviewView(words, shown, { page, picked: Number(values[0]) }) };
  },
});
