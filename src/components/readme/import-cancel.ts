/** `Cancel` below a preview: nothing of it is stored. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { ImportService } from '../../features/readme/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.importCancel,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { import: id },
    { guildId, actor, words, services }: Context<{ imports: Pick<ImportService, 'cancel'> }>,
  ) {
    await services.imports.cancel(guildId, actor.id, id);
    return { kind: 'message', view: note(words.imports.cancelled) };
  },
});
