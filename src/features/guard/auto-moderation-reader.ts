/** Reads a guild's AutoMod rules from Discord, which takes Manage Server. */
import {
  type APIAutoModerationRule,
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { isRefusal } from '../../discord/errors.js';
import type { AutoModerationReader } from './auto-moderation.js';
import type { ReadRules, WordRule } from './auto-moderation-model.js';

const wordTriggers: readonly AutoModerationRuleTriggerType[] = [
  AutoModerationRuleTriggerType.Keyword,
  AutoModerationRuleTriggerType.MentionSpam,
];

export class DiscordAutoModeration implements AutoModerationReader {
  constructor(private readonly rest: REST) {}

  async read(guildId: string): Promise<ReadRules | null> {
    try {
      const all = (await this.rest.get(Routes.guildAutoModerationRules(guildId))) as APIAutoModerationRule[];
      const stopping = all.filter(
        ({ enabled, event_type: event, actions }) =>
          enabled &&
          event === AutoModerationRuleEventType.MessageSend &&
          actions.some(({ type }) => type === AutoModerationActionType.BlockMessage),
      );
      return {
        rules: stopping.filter(({ trigger_type: trigger }) => wordTriggers.includes(trigger)).map(ruleOf),
        presets: stopping.filter(
          ({ trigger_type: trigger }) => trigger === AutoModerationRuleTriggerType.KeywordPreset,
        ).length,
      };
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.MissingAccess))
        return null;
      throw error;
    }
  }
}

function ruleOf({
  trigger_metadata: words,
  actions,
  exempt_roles,
  exempt_channels,
}: APIAutoModerationRule): WordRule {
  const block = actions.find(({ type }) => type === AutoModerationActionType.BlockMessage);
  return {
    keywords: words.keyword_filter ?? [],
    patterns: words.regex_patterns ?? [],
    allowed: words.allow_list ?? [],
    mentionsAtMost: words.mention_total_limit ?? null,
    exemptRoles: exempt_roles,
    exemptChannels: exempt_channels,
    message: block?.metadata?.custom_message || null,
  };
}
