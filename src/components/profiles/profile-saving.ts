/** `Don’t save my messages` and `Let others save my messages` on one's own profile, which then shows the choice. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type ProfileService, profileAnswer } from '../../features/profiles/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.profileSaving,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { state },
    context: Context<{ profiles: Pick<ProfileService, 'letOthersSave' | 'view'> }>,
  ) {
    const { guildId, actor, services } = context;
    await services.profiles.letOthersSave(guildId, actor, state === 'on');
    return profileAnswer(context, { userId: actor.id });
  },
});
