/** `Edit project` on your own profile: the form for your project, filled in with the current text. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { filledFromProfile, type ProfileService, projectForm } from '../../features/profiles/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.profileProject,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    _params,
    { guildId, actor, words, services }: Context<{ profiles: Pick<ProfileService, 'own'> }>,
  ) {
    const profile = await services.profiles.own(guildId, actor.id);
    return { kind: 'form', form: projectForm(words, filledFromProfile(profile)) };
  },
});
