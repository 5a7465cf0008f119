/** `Delete` on code that was posted for its author: nothing of it stays. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type CodeService, removedView } from '../../features/code/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.codeRemove,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { member },
    { actor, cohortWords, services }: Context<{ code: Pick<CodeService, 'requireRemovable'> }>,
  ) {
    services.code.requireRemovable(actor, member);
    return { kind: 'message', view: removedView(cohortWords) };
  },
});
