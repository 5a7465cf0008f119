/** One's own project, handed in. */
import type { ModalSubmitInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { fieldOf } from './form-fields.js';
import { profileAnswer } from './profile-answer.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.profileProjectForm,
  answers: 'ephemeral',
  typed: (interaction: ModalSubmitInteraction) => ({
    form: 'profile-project',
    fields: projectOf(interaction),
  }),
  async run(interaction: ModalSubmitInteraction, _params, context) {
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
