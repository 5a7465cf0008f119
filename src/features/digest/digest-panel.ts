/** The digest's page of the set-up: what it shows, whom it pings, and what an empty week brings. */
import { ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { digestSections, type Guild } from '../../entities/guild.js';
import type { Catalogue } from '../../locales/catalogue.js';

export interface DigestPanelState {
  guild: Pick<Guild, 'digestHidden' | 'digestNudges' | 'digestRoleId'>;
  /** The role chosen was deleted since: Discord is not asked to show it as chosen. */
  isRoleGone: boolean;
  /** The role is there, and yet a ping of ours would not reach it. */
  isRoleQuiet: boolean;
  /** What became of the choice before, above everything else. */
  notice?: string;
}

export function digestPanel(
  words: Catalogue,
  { guild, isRoleGone, isRoleQuiet, notice }: DigestPanelState,
): MessageView {
  const { digestDelivery, admin } = words;
  const { panel } = digestDelivery;
  const { digestHidden, digestNudges, digestRoleId } = guild;
  const roleId = isRoleGone ? null : digestRoleId;
  const roleHint = isRoleGone ? panel.roleGone : roleId && isRoleQuiet ? panel.roleQuiet(roleId) : undefined;
  return {
    components: [
      container(
        accents.quiet,
        text([panel.title, admin.setup.intro, ...(notice ? ['', notice] : [])].join('\n')),
        divider(),
        text(panel.sections),
        row({
          type: ComponentType.StringSelect,
          custom_id: routes.setupDigestSections.id({}),
          placeholder: panel.sectionsPlaceholder,
          min_values: 0,
          max_values: digestSections.length,
          options: digestSections.map((value) => ({
            label: panel.sectionNames[value],
            value,
            default: !digestHidden.includes(value),
          })),
        }),
        text(roleHint ? `${panel.role}\n${roleHint}` : panel.role),
        row({
          type: ComponentType.RoleSelect,
          custom_id: routes.setupDigestRole.id({}),
          placeholder: panel.rolePlaceholder,
          min_values: 0,
          default_values: roleId ? [{ id: roleId, type: SelectMenuDefaultValueType.Role }] : [],
        }),
        text(panel.nudge(digestNudges)),
        row(
          button(
            routes.setupDigestNudge.id({ state: digestNudges ? 'off' : 'on' }),
            digestNudges ? panel.nudgeOff : panel.nudgeOn,
          ),
          button(routes.setupBack.id({}), panel.back),
        ),
      ),
    ],
  };
}
