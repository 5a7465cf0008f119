/** `Edit links` on one's own profile: the form of one's own links, filled in with what it says now. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { filledFromProfile, linksForm } from '../views/profile-forms.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.profileLinks,
  answers: 'modal',
  async run(_interaction: ButtonInteraction, _params, { guildId, actor, words, services }) {
    const profile = await services.profiles.own(guildId, actor.id);
    return { kind: 'form', form: linksForm(words, filledFromProfile(profile)) };
  },
});
