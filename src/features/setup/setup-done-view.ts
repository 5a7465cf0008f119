/** What `/admin setup` with options came to: what is set now, or why nothing was changed. */

import { accents, container, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Guild } from '../../entities/guild.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { languageName } from '../../locales/languages.js';
import type { NeededPermission, SetupRefusal } from '../guilds/index.js';
import { lackingText, refusalText } from './setup-panel.js';

export interface SetupDone {
  /** What was asked for, by the names of the settings; the values told are the guild's. */
  changes: {
    [Setting in 'channelId' | 'logChannelId' | 'moderatorRoleId' | 'language' | 'timezone']?: unknown;
  };
  guild: Guild;
  refusals: readonly SetupRefusal[];
  lacking: readonly { channelId: string; missing: readonly NeededPermission[] }[];
  forSome: string | null;
}

export function setupDoneView(
  words: Catalogue,
  { changes, guild, refusals, lacking, forSome }: SetupDone,
): MessageView {
  if (refusals.length > 0) {
    return { components: [container(accents.trouble, text(refusalText(words, refusals)))] };
  }
  const { done } = words.admin.setup;
  const { channelId, logChannelId, moderatorRoleId, language, timezone } = guild;
  const lines = [
    changes.channelId && channelId && done.channel(channelId),
    changes.logChannelId && logChannelId && done.logChannel(logChannelId),
    changes.moderatorRoleId && moderatorRoleId && done.moderatorRole(moderatorRoleId),
    changes.language && done.language(languageName(language, language)),
    changes.timezone && done.timezone(timezone),
    guild.digestPausedAt ? done.digestPaused : guild.digestDueAt && done.nextDigest(guild.digestDueAt),
    ...lackingText(words, { lacking, forSome }),
    done.more,
  ];
  return {
    components: [container(accents.solved, text([done.title, ...lines.filter(Boolean)].join('\n')))],
  };
}
