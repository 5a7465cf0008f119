/** The digest's page of the set-up: the role it pings, or none. */
import type { RoleSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { chooseForDigest } from './setup-answers.js';

export default defineComponent({
  route: routes.setupDigestRole,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: RoleSelectMenuInteraction, _params, context) =>
    chooseForDigest({ digestRoleId: values[0] ?? null }, context),
});
