/** The page of the set-up for roles that come with badges: opens it, ties a role or unties it, and takes one back. */
import type { ButtonInteraction, RoleSelectMenuInteraction } from 'discord.js';
import { type Component, type Context, defineComponent, type Outcome } from '../../discord/define.js';
import { type BadgeRoleService, badgeRolesPanel, type TyingResult } from '../../features/badges/index.js';
import { routes } from '../routes.js';

type Shows = Context<{ badgeRoles: Pick<BadgeRoleService, 'present'> }>;

/** The page as things stand, with what the choice came to. */
async function page({ guildId, words, services }: Shows, result?: TyingResult): Promise<Outcome> {
  return {
    kind: 'message',
    view: badgeRolesPanel(words, await services.badgeRoles.present(guildId), result),
  };
}

export default [
  defineComponent({
    route: routes.setupBadges,
    answers: 'update',
    moderatorsOnly: true,
    run: (_interaction: ButtonInteraction, _params, context: Shows) => page(context),
  }),
  defineComponent({
    route: routes.badgeRole,
    answers: 'update',
    moderatorsOnly: true,
    async run(
      { values: [roleId] }: RoleSelectMenuInteraction,
      { badge },
      context: Context<{ badgeRoles: Pick<BadgeRoleService, 'present' | 'tie' | 'untie'> }>,
    ) {
      const { guildId, actor, services } = context;
      const { badgeRoles } = services;
      const result = roleId
        ? await badgeRoles.tie(guildId, badge, roleId, actor)
        : await badgeRoles.untie(guildId, badge, actor);
      return page(context, result);
    },
  }),
  defineComponent({
    route: routes.badgeRoleTake,
    answers: 'update',
    moderatorsOnly: true,
    async run(
      _interaction: ButtonInteraction,
      { role },
      context: Context<{ badgeRoles: Pick<BadgeRoleService, 'present' | 'takeBack'> }>,
    ) {
      const { guildId, actor, services } = context;
      return page(context, await services.badgeRoles.takeBack(guildId, role, actor));
    },
  }),
] satisfies readonly Component[];
