/** `Ask me about challenges` and `Stop asking me` on your own profile, which then shows the choice. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type ProfileService, profileAnswer } from '../../features/profiles/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.profileReminders,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { state },
    context: Context<{ profiles: Pick<ProfileService, 'askAboutChallenges' | 'view'> }>,
  ) {
    const { guildId, actor, services } = context;
    await services.profiles.askAboutChallenges(guildId, actor, state === 'on');
    return profileAnswer(context, { userId: actor.id });
  },
});
