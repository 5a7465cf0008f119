/** `Edit project` on one's own profile: the form of one's own project, filled in with what it says now. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { filledFromProfile, projectForm } from '../views/profile-forms.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.profileProject,
  answers: 'modal',
  async run(_interaction: ButtonInteraction, _params, { guildId, actor, words, services }) {
    const profile = await services.profiles.own(guildId, actor.id);
    return { kind: 'form', form: projectForm(words, filledFromProfile(profile)) };
  },
});
