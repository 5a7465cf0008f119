/** `Ask me about challenges` and `Stop asking me` on one's own profile, which then shows the choice. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { profileAnswer } from './profile-answer.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.profileReminders,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { wish }, context) {
    const { guildId, actor, services } = context;
    await services.profiles.askAboutChallenges(guildId, actor, wish === 'on');
    return profileAnswer(context, { userId: actor.id });
  },
});
