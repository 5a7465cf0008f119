/** `Yes, I work on it` and `No`: the member's own word on being a collaborator, in a direct message or on the project. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { escape } from '../../discord/message/text.js';
import type { ProjectService } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectAnswer,
  answers: 'update',
  guildOf: ({ guildId }) => guildId,
  async run(
    _interaction: ButtonInteraction,
    { project: id, reply },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{
      projects: Pick<ProjectService, 'answerInvitation' | 'view'>;
    }>,
  ) {
    await services.projects.answerInvitation(guildId, id, actor.id, reply === 'join');
    const name = escape((await services.projects.view(guildId, id, actor)).name);
    return { kind: 'message', view: note(words.projects[reply === 'join' ? 'joined' : 'declined'](name)) };
  },
});
