/** What a handler knows of an interaction: who acts, where, in which language, under which settings. */
import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { GuildSettings } from '../entities/guild.js';
import { type Catalogue, catalogueFor } from '../locales/catalogue.js';
import { displayNameOf } from '../platform/display-name.js';
import { UserError } from '../platform/user-error.js';
import { cohortChannelOf } from './guild-channels.js';

/** Who acts, as the interaction itself says; checked again on every use. */
export interface Actor {
  id: string;
  displayName: string;
  /** Manage Server, or the moderator role of the settings. */
  isModerator: boolean;
  /** Manage Server. */
  isManager: boolean;
  roleIds: readonly string[];
  isBot: boolean;
  /** Where cards of their entries are posted: the cohort's channel, or else the current one. */
  cardChannelId: string;
}

/** Services, or parameters, that only the feature itself knows: its `defineFeature` has checked them. */
// oxlint-disable-next-line typescript/no-explicit-any -- whatever the feature says
export type Checked = any;

/** What a handler gets beside the interaction; of all services only those it asks for by its type. */
export interface Context<Services extends object = object> {
  guildId: string;
  /** Where the interaction happened. */
  channelId: string;
  /** Where cards go: the channel set, else one named `prodevprojectnexus`, else this one. */
  cohortChannelId: string;
  actor: Actor;
  settings: GuildSettings;
  /** The copy of what this member alone sees: in the language they chose, else in Discord's for them. */
  words: Catalogue;
  /** The copy of what everyone in the channel sees: in the guild's language. */
  cohortWords: Catalogue;
  /** The locale of `words`: what the member chose, or what Discord says (`fr`, `en-GB`), also one the bot doesn't speak. */
  locale: string;
  /** What Discord says of the member. */
  discordLocale: string;
  services: Services;
}

export interface ContextParts {
  services: object;
  settingsOf(guildId: string): Promise<GuildSettings>;
  /** The language that a member chose; null if they follow Discord's. */
  languageOf(guildId: string, memberId: string): Promise<string | null>;
  allowedGuilds?: ReadonlySet<string> | undefined;
}

/**
 * `aboutGuildId` is the guild that something used in a direct message is about.
 * @throws UserError `guild-only` in a DM without it, `not-in-guild` where the bot itself is not a member, `guild-not-served` outside the allowed guilds
 */
export async function contextOf(
  interaction: Interaction,
  { services, settingsOf, languageOf, allowedGuilds }: ContextParts,
  aboutGuildId?: string,
): Promise<Context> {
  const { channelId, client } = interaction;
  const guildId = interaction.guildId ?? aboutGuildId;
  if (!guildId || !channelId) throw new UserError('guild-only', {});
  if (isVisiting(interaction)) throw new UserError('not-in-guild', {});
  if (allowedGuilds && !allowedGuilds.has(guildId)) throw new UserError('guild-not-served', {});
  const [settings, chosen] = await Promise.all([
    settingsOf(guildId),
    languageOf(guildId, interaction.user.id),
  ]);
  const locale = chosen ?? interaction.locale;
  const cohortChannelId = cohortChannelOf(client, guildId, settings) ?? channelId;
  return {
    guildId,
    channelId,
    cohortChannelId,
    actor: { ...actorOf(interaction, settings), cardChannelId: cohortChannelId },
    settings,
    words: catalogueFor(locale, settings.language),
    cohortWords: catalogueFor(settings.language),
    locale,
    discordLocale: interaction.locale,
    services,
  };
}

/** Whether a member uses the bot as a user app in a guild that it isn't in. */
function isVisiting({ guildId, authorizingIntegrationOwners: owners }: Interaction): boolean {
  return guildId !== null && owners.guildId === null && owners.userId !== null;
}

/**
 * For changes that grant or remove power, which the moderator role alone doesn't allow.
 * @throws UserError `needs-manage-server`
 */
export function requireManager({ isManager }: Pick<Actor, 'isManager'>): void {
  if (!isManager) throw new UserError('needs-manage-server', {});
}

function actorOf(interaction: Interaction, { moderatorRoleId }: GuildSettings): Omit<Actor, 'cardChannelId'> {
  const { user, member, memberPermissions } = interaction;
  const roleIds = rolesOf(member);
  const isManager = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return {
    id: user.id,
    displayName: displayNameOf(user, member),
    isModerator: isManager || (moderatorRoleId !== null && roleIds.includes(moderatorRoleId)),
    isManager,
    roleIds,
    isBot: user.bot,
  };
}

function rolesOf(member: Interaction['member']): string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
