/** AutoMod: the rules of a guild, and what they do to people's messages. Bots and those who manage pass. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import { invalidField, refuse } from '../http/errors.js';
import { isObject, type JsonObject, objects, strings } from '../json.js';
import { guildPermissions, Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import type { ChannelRecord, GuildRecord } from '../state/records.js';
import { memberChanged } from './guilds.js';

const Trigger = { keyword: 1, spam: 3, preset: 4, mentionSpam: 5, profile: 6 } as const;
const Action = { block: 1, alert: 2, timeout: 3 } as const;
/** How many rules of a kind a guild has at most. */
const MAX_RULES: { [trigger: number]: number } = { 1: 6, 3: 1, 4: 1, 5: 1, 6: 1 };
const MS = 1_000;

export function ruleIn(guild: GuildRecord, id: string): JsonObject {
  const rule = guild.autoModeration.find((one) => one.id === id);
  if (!rule) throw refuse('notFound');
  return rule;
}

export function createRule(
  sandbox: Sandbox,
  guild: GuildRecord,
  creatorId: string,
  body: JsonObject,
): JsonObject {
  const same = guild.autoModeration.filter((one) => one.trigger_type === body.trigger_type);
  if (same.length >= (MAX_RULES[Number(body.trigger_type)] ?? 0))
    throw invalidField(
      'trigger_type',
      'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED',
      'Maximum number of rules of this type has been reached.',
    );
  const rule: JsonObject = {
    enabled: false,
    exempt_roles: [],
    exempt_channels: [],
    trigger_metadata: {},
    ...body,
    id: sandbox.ids.next(),
    guild_id: guild.id,
    creator_id: creatorId,
  };
  guild.autoModeration.push(rule);
  dispatch(sandbox, guild, 'AUTO_MODERATION_RULE_CREATE', rule);
  return rule;
}

export function changeRule(
  sandbox: Sandbox,
  guild: GuildRecord,
  rule: JsonObject,
  change: JsonObject,
): JsonObject {
  const { trigger_type: trigger, ...rest } = change;
  if (trigger !== undefined && trigger !== rule.trigger_type)
    throw invalidField(
      'trigger_type',
      'AUTO_MODERATION_INVALID_TRIGGER_TYPE',
      'The trigger type cannot be changed.',
    );
  Object.assign(rule, rest);
  dispatch(sandbox, guild, 'AUTO_MODERATION_RULE_UPDATE', rule);
  return rule;
}

export function deleteRule(sandbox: Sandbox, guild: GuildRecord, rule: JsonObject): void {
  guild.autoModeration = guild.autoModeration.filter((one) => one !== rule);
  dispatch(sandbox, guild, 'AUTO_MODERATION_RULE_DELETE', rule);
}

/** Applies the rules to what a person writes; answers whether it is blocked. */
export function applyRules(
  sandbox: Sandbox,
  channel: ChannelRecord,
  userId: string,
  content: string,
): boolean {
  const guild = sandbox.state.guilds.get(channel.guildId ?? '');
  const member = guild?.members[userId];
  if (!guild || !member || (guildPermissions(guild, member) & Permission.ManageGuild) !== 0n) return false;
  let isBlocked = false;
  for (const rule of guild.autoModeration) {
    const isExempt =
      rule.enabled !== true ||
      strings(rule.exempt_channels).some((id) => id === channel.id || id === channel.parentId) ||
      strings(rule.exempt_roles).some((id) => member.roles.includes(id));
    const matched = isExempt ? undefined : match(rule, content);
    if (matched === undefined) continue;
    for (const action of objects(rule.actions)) {
      if (action.type === Action.block) isBlocked = true;
      if (action.type === Action.timeout) {
        const seconds = isObject(action.metadata) ? Number(action.metadata.duration_seconds) : 0;
        member.timeoutUntil = new Date(sandbox.clock.now() + seconds * MS).toISOString();
        memberChanged(sandbox, guild, member);
      }
      dispatch(sandbox, guild, 'AUTO_MODERATION_ACTION_EXECUTION', {
        guild_id: guild.id,
        action,
        rule_id: rule.id,
        rule_trigger_type: rule.trigger_type,
        user_id: userId,
        channel_id: channel.id,
        content,
        matched_keyword: matched,
        matched_content: matched,
      });
    }
  }
  return isBlocked;
}

/** What of the content a rule matches. */
function match(rule: JsonObject, content: string): string | undefined {
  const metadata = isObject(rule.trigger_metadata) ? rule.trigger_metadata : {};
  if (rule.trigger_type === Trigger.mentionSpam) {
    const count = content.match(/<@[!&]?\d+>/g)?.length ?? 0;
    return count > Number(metadata.mention_total_limit ?? Number.POSITIVE_INFINITY) ? content : undefined;
  }
  if (rule.trigger_type !== Trigger.keyword) return undefined;
  const allowed = strings(metadata.allow_list).map(wordPattern);
  const rest = allowed.reduce((text, pattern) => text.replaceAll(pattern, ' '), content);
  const patterns = [
    ...strings(metadata.keyword_filter).map(wordPattern),
    ...strings(metadata.regex_patterns).map((one) => new RegExp(one, 'iu')),
  ];
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    const found = pattern.exec(rest);
    if (found) return found[0];
  }
  return undefined;
}

/** A keyword as Discord reads it: a whole word, with `*` at either end for anything that goes on. */
function wordPattern(keyword: string): RegExp {
  const word = keyword.replace(/^\*|\*$/g, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = keyword.startsWith('*') ? '' : '(?<![\\p{L}\\p{N}_])';
  const after = keyword.endsWith('*') ? '' : '(?![\\p{L}\\p{N}_])';
  return new RegExp(before + word + after, 'giu');
}

function dispatch(sandbox: Sandbox, guild: GuildRecord, name: AutoModEvent, data: JsonObject): void {
  sandbox.state.changed();
  sandbox.gateway.emit({
    name,
    intent:
      name === 'AUTO_MODERATION_ACTION_EXECUTION'
        ? GatewayIntentBits.AutoModerationExecution
        : GatewayIntentBits.AutoModerationConfiguration,
    guildId: guild.id,
    only: (application) => {
      const member = guild.members[application.id];
      return member !== undefined && (guildPermissions(guild, member) & Permission.ManageGuild) !== 0n;
    },
    data: () => data,
  });
}

type AutoModEvent = `AUTO_MODERATION_${'RULE_CREATE' | 'RULE_UPDATE' | 'RULE_DELETE' | 'ACTION_EXECUTION'}`;
