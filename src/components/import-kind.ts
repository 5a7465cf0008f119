/** The kinds that an entry of a preview may become. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { pageOfPlace } from '../entities/import-preview.js';
import { importPreviewView } from '../views/import-preview-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.importKind,
  answers: 'update',
  async run(
    { values }: StringSelectMenuInteraction,
    { import: id, place },
    { guildId, actor, words, services },
  ) {
    const change = { place, kind: values[0] ?? '' };
    const shown = await services.imports.setKind(guildId, actor.id, id, change);
    return { kind: 'message', view: importPreviewView(words, shown, { page: pageOfPlace(place) }) };
  },
});
