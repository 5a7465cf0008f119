/** The submitted form for a member's project. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { fieldOf } from '../../discord/form-fields.js';
import { type ProfileService, profileAnswer } from '../../features/profiles/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.profileProjectForm,
  answers: 'ephemeral',
  typed: (interaction: ModalSubmitInteraction) => ({
    form: 'profile-project',
    fields: projectOf(interaction),
  }),
  async run(
    interaction: ModalSubmitInteraction,
    _params,
    context: Context<{ profiles: Pick<ProfileService, 'editProject' | 'view'> }>,
  ) {
    const { guildId, actor, words, services } = context;
    await services.profiles.editProject(guildId, actor, projectOf(interaction));
    return profileAnswer(context, { userId: actor.id, above: words.profile.saved });
  },
});

function projectOf(interaction: ModalSubmitInteraction) {
  return {
    track: fieldOf(interaction, 'track'),
    projectName: fieldOf(interaction, 'projectName'),
    summary: fieldOf(interaction, 'summary'),
    repository: fieldOf(interaction, 'repository'),
    objective: fieldOf(interaction, 'objective'),
  };
}
