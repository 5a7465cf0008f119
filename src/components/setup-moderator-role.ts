/** The set-up panel: the role of moderators, or none. */
import type { RoleSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { choose } from './setup-answers.js';

export default defineComponent({
  route: routes.setupModeratorRole,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: RoleSelectMenuInteraction, _params, context) =>
    choose({ moderatorRoleId: values[0] ?? null }, context),
});
