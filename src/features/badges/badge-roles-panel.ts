/** The page of the set-up for roles that come with badges. */
import { ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { badges } from '../../entities/badge-role.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { BadgeRoles, TyingResult } from './badge-role-model.js';

/** Roles that came with a badge before: more are shown once these are taken. */
const formerAtMost = 3;

/** `result` is what became of the choice before, told above everything else. */
export function badgeRolesPanel(
  words: Catalogue,
  { tied, former, problems, canGive }: BadgeRoles,
  result?: TyingResult,
): MessageView {
  const { panel } = words.badges;
  const tiedTo = new Map(tied.map(({ badge, roleId }) => [badge, roleId]));
  const above = [
    panel.title,
    panel.intro,
    ...(canGive ? [] : [`⚠️ ${panel.cannotGive}`]),
    ...(result ? ['', resultText(words, result)] : []),
  ];
  return {
    components: [
      container(
        accents.quiet,
        text(above.join('\n')),
        divider(),
        ...badges.flatMap((badge) => {
          const roleId = tiedTo.get(badge);
          const problem = roleId && problems.get(roleId);
          // What the bot lacks altogether is said once.
          const hint = problem && problem !== 'no-permission' ? `\n⚠️ ${panel.problems[problem]}` : '';
          return [
            text(`${words.badges.asked[badge]}${hint}`),
            row({
              type: ComponentType.RoleSelect,
              custom_id: routes.badgeRole.id({ badge }),
              placeholder: panel.placeholder,
              min_values: 0,
              // Discord is not asked to show a role that was deleted.
              default_values:
                roleId && problem !== 'gone' ? [{ id: roleId, type: SelectMenuDefaultValueType.Role }] : [],
            }),
          ];
        }),
        ...former
          .slice(0, formerAtMost)
          .flatMap(({ roleId, members }) => [
            text(panel.former(roleId, members)),
            row(button(routes.badgeRoleTake.id({ role: roleId }), panel.take(members), { style: 'danger' })),
          ]),
        row(button(routes.setupBack.id({}), panel.back)),
      ),
    ],
  };
}

function resultText(words: Catalogue, result: TyingResult): string {
  const { panel } = words.badges;
  if (result.outcome === 'refused') {
    return `**${words.admin.setup.nothingChanged}**\n⚠️ ${panel.refusals[result.reason](result.roleId)}`;
  }
  return panel.outcomes[result.outcome];
}
