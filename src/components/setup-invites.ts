/** The set-up's page for safety: whether entries may hold invitations to other servers. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { chooseForSafety } from './setup-answers.js';

export default defineComponent({
  route: routes.setupInvites,
  answers: 'update',
  moderatorsOnly: true,
  run: (_interaction: ButtonInteraction, { wish }, context) =>
    chooseForSafety({ invitesAllowed: wish === 'on' }, context),
});
