/** The select that names a collaborator, who is asked to confirm it. */
import type { UserSelectMenuInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { ProjectService } from '../../features/projects/index.js';
import { displayNameOf } from '../../platform/display-name.js';
import { UserError } from '../../platform/user-error.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.projectInvite,
  answers: 'ephemeral',
  async run(
    interaction: UserSelectMenuInteraction,
    { project },
    { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'invite'> }>,
  ) {
    const user = interaction.users.first();
    if (!user) throw new UserError('control-gone', {});
    const member = interaction.members.get(user.id) ?? null;
    const named = { id: user.id, displayName: displayNameOf(user, member), isBot: user.bot };
    const isNew = await services.projects.invite(guildId, actor, project, named);
    const { invited, invitedBefore } = words.projects;
    return { kind: 'message', view: note((isNew ? invited : invitedBefore)(user.id)) };
  },
});
