/** `Close project`: takes it off the board. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { escape } from '../../discord/message/text.js';
import type { ProjectService } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectClose,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { project },
    { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'close'> }>,
  ) {
    const { name } = await services.projects.close(guildId, project, actor);
    return { kind: 'message', view: note(words.projects.closedNow(escape(name))) };
  },
});
