/** The owner's answer to whether a quiet project still goes on. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { escape } from '../../discord/message/text.js';
import type { ProjectService } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectGoOn,
  answers: 'update',
  guildOf: ({ guildId }) => guildId,
  async run(
    _interaction: ButtonInteraction,
    { project: id, goesOn },
    { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'goOn' | 'close'> }>,
  ) {
    const copy = words.projects;
    if (goesOn === 'close') {
      const { name } = await services.projects.close(guildId, id, { ...actor, isModerator: false });
      return { kind: 'message', view: note(copy.closedNow(escape(name))) };
    }
    const { name } = await services.projects.goOn(guildId, id, actor.id);
    return { kind: 'message', view: note(copy.goesOn(escape(name))) };
  },
});
