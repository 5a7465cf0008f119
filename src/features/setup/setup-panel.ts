/** The set-up as a panel of selects that show what is set, and the form for the time zone. */
import {
  type APIActionRowComponent,
  type APIChannelSelectComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import type { FormView, MessageView } from '../../discord/message/message-view.js';
import type { Guild } from '../../entities/guild.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { languageName, languages } from '../../locales/languages.js';
import type { SetupRefusal } from '../guilds/index.js';
import type { SetupResult } from './setup-service.js';

/** Name of the form's only field. */
export const timezoneField = 'timezone';

/** The longest names of cities are well below this. */
const timezoneLimit = 60;

/** What a channel select offers: where cards and digests can be posted. */
export const channelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

export interface PanelState {
  guild: Guild;
  /** Where cards go while no channel is set. */
  cohortChannelId: string;
  /** Chosen channels and a role that were deleted since: Discord is not asked to show them as chosen. */
  gone?: ReadonlySet<string>;
  /** What became of the choice before, above everything else. */
  notice?: string;
  /** Zones that may have been meant, at most 25. */
  timezones?: readonly string[];
}

export function setupPanel(words: Catalogue, state: PanelState): MessageView {
  const { setup } = words.admin;
  const { guild, cohortChannelId, gone, notice, timezones = [] } = state;
  const chosen = (id: string | null) => (id && !gone?.has(id) ? id : null);
  const roleId = chosen(guild.moderatorRoleId);
  const parts: APIComponentInContainer[] = [
    text([setup.title, setup.intro, ...(notice ? ['', notice] : [])].join('\n')),
    ...(timezones.length > 0 ? [timezoneChoices(words, timezones)] : []),
    divider(),
    text(question(setup.channel, channelHint(words, guild, cohortChannelId, gone))),
    channelSelect(routes.setupChannel.id({}), setup.channelPlaceholder, chosen(guild.channelId), 1),
    text(question(setup.moderatorRole, guild.moderatorRoleId && !roleId && setup.roleGone)),
    row({
      type: ComponentType.RoleSelect,
      custom_id: routes.setupModeratorRole.id({}),
      placeholder: setup.moderatorRolePlaceholder,
      min_values: 0,
      default_values: roleId ? [{ id: roleId, type: SelectMenuDefaultValueType.Role }] : [],
    }),
    text(question(setup.logChannel, guild.logChannelId && !chosen(guild.logChannelId) && setup.channelGone)),
    channelSelect(routes.setupLogChannel.id({}), setup.logChannelPlaceholder, chosen(guild.logChannelId), 0),
    text(setup.language),
    select(
      routes.setupLanguage.id({}),
      setup.languagePlaceholder,
      languages.map((value) => ({ label: languageName(value), value, default: value === guild.language })),
    ),
    divider(),
    text(`${setup.digest}\n${digestLine(words, guild)}`),
    select(routes.setupDigestDay.id({}), setup.digestDayPlaceholder, dayOptions(words, guild)),
    select(routes.setupDigestTime.id({}), setup.digestTimePlaceholder, timeOptions(guild)),
    row(
      button(routes.setupTimezone.id({}), setup.changeTimezone),
      button(routes.setupDigest.id({}), words.digestDelivery.panel.open),
      button(routes.setupSafety.id({}), words.safety.panel.open),
      button(routes.setupBadges.id({}), words.badges.panel.open),
      button(routes.setupStart.id({}), words.welcome.posting.offer),
    ),
  ];
  return { components: [container(accents.quiet, ...parts)] };
}

/** The form that asks for a city; `filled` is what stands in it. */
export function timezoneForm(words: Catalogue, filled: string): FormView {
  const { setup } = words.admin;
  return {
    custom_id: routes.setupTimezoneForm.id({}),
    title: setup.timezoneForm,
    components: [
      {
        type: ComponentType.Label,
        label: setup.timezoneField,
        description: setup.timezoneHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: timezoneField,
          style: TextInputStyle.Short,
          required: true,
          max_length: timezoneLimit,
          value: filled.slice(0, timezoneLimit) || undefined,
        },
      },
    ],
  };
}

/** Why nothing was changed. */
export function refusalText(words: Catalogue, refusals: readonly SetupRefusal[]): string {
  const { setup } = words.admin;
  const sentences = refusals.map((refusal) => {
    const say = setup.refusals[refusal.code] as (facts: SetupRefusal) => string;
    return `⚠️ ${say(refusal)}`;
  });
  return [`**${setup.nothingChanged}**`, ...sentences].join('\n');
}

/** What is missing in channels that were taken all the same. */
export function lackingText(
  words: Catalogue,
  { lacking, forSome }: Pick<SetupResult, 'lacking' | 'forSome'>,
): string[] {
  const { setup } = words.admin;
  return [
    ...lacking.map(({ channelId, missing }) => setup.lacking(channelId, missing)),
    ...(forSome ? [setup.forSome(forSome)] : []),
  ].map((warning) => `⚠️ ${warning}`);
}

function question(asked: string, hint: string | false | null): string {
  return hint ? `${asked}\n${hint}` : asked;
}

function channelHint(
  words: Catalogue,
  { channelId }: Guild,
  cohortChannelId: string,
  gone: ReadonlySet<string> | undefined,
): string | null {
  const { setup } = words.admin;
  if (!channelId) return setup.channelUntilChosen(cohortChannelId);
  return gone?.has(channelId) ? setup.channelGone : null;
}

function timezoneChoices(
  words: Catalogue,
  timezones: readonly string[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  const options = timezones.slice(0, 25).map((value) => ({ label: value, value }));
  return select(routes.setupTimezoneChoice.id({}), words.admin.setup.timezonePlaceholder, options);
}

function digestLine(words: Catalogue, { digestDueAt, digestPausedAt, timezone }: Guild): string {
  const { setup } = words.admin;
  if (digestPausedAt || !digestDueAt) return setup.pausedDigest(timezone);
  return setup.nextDigest(digestDueAt, timezone);
}

function dayOptions(words: Catalogue, { digestWeekday }: Guild): APISelectMenuOption[] {
  return words.digest.weekdays.map((label, index) => ({
    label,
    value: String(index + 1),
    default: index + 1 === digestWeekday,
  }));
}

/** Full hours, and the time that is set when it is another: 25 at most, which is also Discord's bound. */
function timeOptions(guild: Guild): APISelectMenuOption[] {
  const set = guild.digestTime.slice(0, 5);
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  return [...new Set([...hours, set])]
    .sort()
    .map((value) => ({ label: value, value, default: value === set }));
}

function channelSelect(
  customId: string,
  placeholder: string,
  channelId: string | null,
  least: 0 | 1,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  const component: APIChannelSelectComponent = {
    type: ComponentType.ChannelSelect,
    custom_id: customId,
    placeholder,
    channel_types: [...channelTypes],
    min_values: least,
    default_values: channelId ? [{ id: channelId, type: SelectMenuDefaultValueType.Channel }] : [],
  };
  return row(component);
}

function select(customId: string, placeholder: string, options: APISelectMenuOption[]) {
  return row({ type: ComponentType.StringSelect, custom_id: customId, placeholder, options });
}
