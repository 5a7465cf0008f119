/** Everything that is set in a guild, in one card. */

import { accents, container, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { type Badge, badges } from '../../entities/badge-role.js';
import type { Digest } from '../../entities/digest.js';
import type { Guild } from '../../entities/guild.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { languageName } from '../../locales/languages.js';
import { messageLink } from '../../platform/discord-links.js';

export interface ShownSettings {
  guild: Guild;
  /** Where cards go while no channel is set. */
  cohortChannelId: string;
  /** What became of the last periods, newest first. */
  recent: readonly Digest[];
  /** Members who get the digest by direct message. */
  subscribers: number;
  /** Which role comes with which badge. */
  badgeRoles: readonly { badge: Badge; roleId: string }[];
}

/** A period without contributions, or within a pause, is left out as it should be. */
const expected: ReadonlySet<Digest['reason']> = new Set(['empty', 'paused'] as const);

export function settingsView(words: Catalogue, shown: ShownSettings): MessageView {
  const { guild, cohortChannelId, recent } = shown;
  const { settings } = words.admin;
  const [lastDigest] = recent;
  const mention = (channelId: string | null, otherwise: string) =>
    channelId ? `<#${channelId}>` : otherwise;
  const lines: [string, string][] = [
    [settings.channel, mention(guild.channelId, settings.channelForNow(cohortChannelId))],
    [settings.digestChannel, mention(guild.digestChannelId, settings.sameChannel)],
    [settings.logChannel, mention(guild.logChannelId, settings.none)],
    [
      settings.moderators,
      guild.moderatorRoleId ? settings.moderatorRole(guild.moderatorRoleId) : settings.onlyManagers,
    ],
    [settings.language, languageName(guild.language, guild.language)],
    [settings.timezone, guild.timezone],
    [
      settings.digest,
      settings.weekly(words.digest.weekdays[guild.digestWeekday - 1] ?? '', guild.digestTime.slice(0, 5)),
    ],
    [settings.nextDigest, nextDigest(words, guild)],
    [settings.lastDigest, lastDigest ? outcome(words, lastDigest) : settings.noneYet],
    ...leftOut(words, recent.slice(1)),
    ...digestLines(words, shown),
    [words.safety.settings.review, reviewLine(words, guild)],
    ...doorLines(words, guild),
    [words.badges.settings.title, badgeRoleLine(words, shown)],
    [settings.setUp, guild.setUpAt ? settings.due(guild.setUpAt) : settings.notYet],
  ];
  const body = lines.map(([name, value]) => settings.line(name, value)).join('\n');
  return {
    components: [container(accents.quiet, text(settings.title), text(body), text(settings.change))],
  };
}

/** Periods before the last one that were never posted although there was something to tell. */
function leftOut(words: Catalogue, earlier: readonly Digest[]): [string, string][] {
  const missed = earlier.filter(({ state, reason }) => state === 'skipped' && !expected.has(reason));
  const { outcome: say } = words.admin.settings;
  const told = missed.map(({ periodEnd, reason }) => say.skipped(periodEnd, reason));
  return told.length > 0 ? [[words.digestDelivery.settings.leftOut, told.join('; ')]] : [];
}

/** What is set on the digest's page, and who gets it by direct message. */
function digestLines(words: Catalogue, { guild, subscribers }: ShownSettings): [string, string][] {
  const { settings, panel } = words.digestDelivery;
  const hidden = guild.digestHidden.map((section) => panel.sectionNames[section]);
  return [
    [settings.sections, hidden.length > 0 ? hidden.join(', ') : settings.nothingLeftOut],
    [settings.role, guild.digestRoleId ? settings.mentioned(guild.digestRoleId) : settings.nobody],
    [settings.emptyWeek, guild.digestNudges ? settings.nudge : settings.silence],
    [settings.subscribers, settings.subscribed(subscribers)],
  ];
}

/** What the bot refuses. */
function doorLines(words: Catalogue, { hourlyLimit, dailyLimit, invitesAllowed }: Guild): [string, string][] {
  const { settings } = words.safety;
  return [
    [settings.limits, settings.limited(hourlyLimit, dailyLimit)],
    [settings.invites, settings.invitesAre[invitesAllowed ? 'taken' : 'refused']],
  ];
}

/** The roles that come with badges, in the order of their page. */
function badgeRoleLine(words: Catalogue, { badgeRoles }: ShownSettings): string {
  const { names, settings } = words.badges;
  const told = badges.flatMap((badge) =>
    badgeRoles.filter((one) => one.badge === badge).map(({ roleId }) => settings.tied(names[badge], roleId)),
  );
  return told.length > 0 ? told.join(', ') : settings.none;
}

function reviewLine(words: Catalogue, { review, reviewBelow }: Guild): string {
  const { settings } = words.safety;
  return review === 'new' ? settings.ofNew(reviewBelow) : settings.of[review];
}

function nextDigest(words: Catalogue, { digestPausedAt, digestDueAt }: Guild): string {
  const { settings } = words.admin;
  if (!digestDueAt) return settings.notScheduled;
  return digestPausedAt ? settings.paused(digestPausedAt) : settings.due(digestDueAt);
}

function outcome(words: Catalogue, digest: Digest): string {
  const { outcome: say } = words.admin.settings;
  const { guildId, channelId, messageId, periodEnd, reason, state } = digest;
  switch (state) {
    case 'sent':
      return say.sent(
        periodEnd,
        channelId && messageId ? messageLink(guildId, channelId, messageId) : undefined,
      );
    case 'skipped':
      return say.skipped(periodEnd, reason);
    case 'failed':
      return say.failed(periodEnd, reason);
    default:
      return say.waiting(periodEnd);
  }
}
