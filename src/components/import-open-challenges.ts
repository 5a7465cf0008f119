/** The question of a preview whether challenges without a solution are imported too. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { importPreviewView } from '../views/import-preview-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.importOpen,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { import: id, page, choice },
    { guildId, actor, words, services },
  ) {
    const isWanted = choice === 'with';
    const shown = await services.imports.includeOpenChallenges(guildId, actor.id, id, isWanted);
    return { kind: 'message', view: importPreviewView(words, shown, { page }) };
  },
});
