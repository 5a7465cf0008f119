/** `Edit links` on your own profile: the form for your links, filled in with the current ones. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { filledFromProfile, linksForm, type ProfileService } from '../../features/profiles/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.profileLinks,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    _params,
    { guildId, actor, words, services }: Context<{ profiles: Pick<ProfileService, 'own'> }>,
  ) {
    const profile = await services.profiles.own(guildId, actor.id);
    return { kind: 'form', form: linksForm(words, filledFromProfile(profile)) };
  },
});
