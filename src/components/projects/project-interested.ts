/** `Interested` on a project: a thread for its owner and the presser. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { escape } from '../../discord/message/text.js';
import type { ProjectService } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectInterested,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    { project: id },
    { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'showInterest' | 'view'> }>,
  ) {
    const isNew = await services.projects.showInterest(guildId, id, actor);
    const name = escape((await services.projects.view(guildId, id, actor)).name);
    const { interestedBefore, onItsWay } = words.projects;
    return { kind: 'message', view: note(isNew ? onItsWay(name) : interestedBefore(name)) };
  },
});
