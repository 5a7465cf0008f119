/** `Cancel` below a preview: nothing of it is kept. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { note } from '../views/blocks.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.importCancel,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { import: id }, { guildId, actor, words, services }) {
    await services.imports.cancel(guildId, actor.id, id);
    return { kind: 'message', view: note(words.imports.cancelled) };
  },
});
