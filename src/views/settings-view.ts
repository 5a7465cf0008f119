/** Everything that is set in a guild, in one card. */
import type { Digest } from '../entities/digest.js';
import type { Guild } from '../entities/guild.js';
import type { Catalogue } from '../locales/catalogue.js';
import { languageName } from '../locales/languages.js';
import { accents, container, text } from './blocks.js';
import type { MessageView } from './message-view.js';
import { messageLink } from './text.js';

export interface ShownSettings {
  guild: Guild;
  /** Where cards go while no channel is set. */
  cohortChannelId: string;
  /** The newest period that ended; undefined when none has. */
  lastDigest: Digest | undefined;
}

export function settingsView(words: Catalogue, shown: ShownSettings): MessageView {
  const { guild, cohortChannelId, lastDigest } = shown;
  const { settings } = words.admin;
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
    [settings.setUp, guild.setUpAt ? settings.due(guild.setUpAt) : settings.notYet],
  ];
  const body = lines.map(([name, value]) => `**${name}**: ${value}`).join('\n');
  return {
    components: [container(accents.quiet, text(settings.title), text(body), text(settings.change))],
  };
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
