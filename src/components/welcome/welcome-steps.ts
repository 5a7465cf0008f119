/** `What’s done?` below the first steps: shows them as they are now. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type WelcomeService, welcomeView } from '../../features/welcome/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.welcomeSteps,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    _params,
    { guildId, actor, words, services }: Context<{ welcome: Pick<WelcomeService, 'steps'> }>,
  ) {
    return { kind: 'message', view: welcomeView(words, await services.welcome.steps(guildId, actor.id)) };
  },
});
