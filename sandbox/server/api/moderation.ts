/** Moderation: bans, the audit log, and the rules of AutoMod. */
import { requireGuild } from '../actions/access.js';
import { AuditAction, audit } from '../actions/audit.js';
import { changeRule, createRule, deleteRule, ruleIn } from '../actions/automod.js';
import { ban, unban } from '../actions/bans.js';
import { requireOutranked } from '../actions/hierarchy.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { invalidField, refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { type JsonObject, strings } from '../json.js';
import { Permission } from '../permissions.js';
import { compareIds } from '../snowflake.js';
import type { GuildRecord } from '../state/records.js';
import { userView } from '../views/people.js';

const GUILD = '/guilds/{guild_id}';
const BAN = `${GUILD}/bans/{user_id}`;
const RULES = `${GUILD}/auto-moderation/rules`;
const RULE = `${RULES}/{rule_id}`;
const RULE_FIELDS = [
  'name',
  'event_type',
  'trigger_type',
  'trigger_metadata',
  'actions',
  'enabled',
  'exempt_roles',
  'exempt_channels',
];
const SECONDS_PER_DAY = 24 * 60 * 60;
const MAX_BANS = 200;

export const moderationRoutes: Route[] = [
  { method: 'GET', template: `${GUILD}/bans`, query: ['limit', 'before', 'after'], handler: listBans },
  {
    method: 'GET',
    template: BAN,
    handler: (call) => {
      const guild = reached(call, Permission.BanMembers);
      return ok(banView(call, guild, call.param('user_id')));
    },
  },
  {
    method: 'PUT',
    template: BAN,
    takes: ['delete_message_seconds', 'delete_message_days'],
    audits: true,
    handler: (call) => {
      const body = call.body();
      banUser(call, reached(call, Permission.BanMembers), call.param('user_id'), secondsIn(body));
      return NO_CONTENT;
    },
  },
  { method: 'DELETE', template: BAN, audits: true, handler: unbanUser },
  {
    method: 'POST',
    template: `${GUILD}/bulk-ban`,
    takes: ['user_ids', 'delete_message_seconds'],
    audits: true,
    handler: bulkBan,
  },
  {
    method: 'GET',
    template: `${GUILD}/audit-logs`,
    query: ['user_id', 'action_type', 'before', 'after', 'limit', 'target_id'],
    handler: auditLog,
  },
  {
    method: 'GET',
    template: RULES,
    handler: (call) => ok(reached(call, Permission.ManageGuild).autoModeration),
  },
  {
    method: 'POST',
    template: RULES,
    takes: RULE_FIELDS,
    audits: true,
    lacks:
      'rules act on messages by keywords, patterns and numbers of mentions; presets and spam never match',
    handler: (call) => {
      const guild = reached(call, Permission.ManageGuild);
      const rule = createRule(call.sandbox, guild, call.application.id, call.body());
      note(call, guild, AuditAction.AutoModerationRuleCreate, String(rule.id));
      return ok(rule);
    },
  },
  {
    method: 'GET',
    template: RULE,
    handler: (call) => ok(ruleIn(reached(call, Permission.ManageGuild), call.param('rule_id'))),
  },
  {
    method: 'PATCH',
    template: RULE,
    takes: RULE_FIELDS,
    audits: true,
    handler: (call) => {
      const guild = reached(call, Permission.ManageGuild);
      const rule = changeRule(call.sandbox, guild, ruleIn(guild, call.param('rule_id')), call.body());
      note(call, guild, AuditAction.AutoModerationRuleUpdate, String(rule.id));
      return ok(rule);
    },
  },
  {
    method: 'DELETE',
    template: RULE,
    audits: true,
    handler: (call) => {
      const guild = reached(call, Permission.ManageGuild);
      deleteRule(call.sandbox, guild, ruleIn(guild, call.param('rule_id')));
      note(call, guild, AuditAction.AutoModerationRuleDelete, call.param('rule_id'));
      return NO_CONTENT;
    },
  },
];

function reached(call: Call, ...needed: bigint[]): GuildRecord {
  return requireGuild(call.sandbox, call.application.id, call.param('guild_id'), ...needed).guild;
}

function note(
  call: Call,
  guild: GuildRecord,
  action: (typeof AuditAction)[keyof typeof AuditAction],
  id: string,
) {
  audit(call.sandbox, guild, { action, userId: call.application.id, targetId: id, reason: call.reason });
}

function banView(call: Call, guild: GuildRecord, userId: string): JsonObject {
  const found = guild.bans[userId];
  if (!found) throw refuse('unknownBan');
  return { reason: found.reason, user: userView(call.sandbox.state, userId) };
}

function listBans(call: Call) {
  const guild = reached(call, Permission.BanMembers);
  const limit = Math.min(Number(call.query.get('limit') ?? 1_000), 1_000);
  const before = call.query.get('before');
  const after = call.query.get('after');
  const found = Object.keys(guild.bans)
    .filter((id) => before === null || compareIds(id, before) < 0)
    .filter((id) => after === null || compareIds(id, after) > 0)
    .sort(compareIds);
  const page = before === null ? found.slice(0, limit) : found.slice(-limit);
  return ok(page.map((id) => banView(call, guild, id)));
}

function secondsIn(body: JsonObject): number {
  return Number(body.delete_message_seconds ?? Number(body.delete_message_days ?? 0) * SECONDS_PER_DAY);
}

function banUser(call: Call, guild: GuildRecord, userId: string, deleteSeconds: number): void {
  const { sandbox, application } = call;
  if (!sandbox.state.users.has(userId)) throw refuse('unknownUser');
  requireOutranked(guild, application.id, userId);
  ban(sandbox, guild, userId, { reason: call.reason, deleteSeconds });
  note(call, guild, AuditAction.MemberBanAdd, userId);
}

function unbanUser(call: Call) {
  const guild = reached(call, Permission.BanMembers);
  const userId = call.param('user_id');
  if (!guild.bans[userId]) throw refuse('unknownBan');
  unban(call.sandbox, guild, userId);
  note(call, guild, AuditAction.MemberBanRemove, userId);
  return NO_CONTENT;
}

/** Bans as many as it may; those it may not are listed as failed. */
function bulkBan(call: Call) {
  const guild = reached(call, Permission.BanMembers, Permission.ManageGuild);
  const body = call.body();
  const ids = [...new Set(strings(body.user_ids))];
  if (ids.length === 0 || ids.length > MAX_BANS)
    throw invalidField('user_ids', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 200 in length.');
  const banned: string[] = [];
  for (const id of ids) {
    try {
      banUser(call, guild, id, secondsIn(body));
      banned.push(id);
    } catch {
      // Refused for this one alone.
    }
  }
  if (banned.length === 0) throw refuse('failedToBan');
  return ok({ banned_users: banned, failed_users: ids.filter((id) => !banned.includes(id)) });
}

function auditLog(call: Call) {
  const { sandbox, query } = call;
  const guild = reached(call, Permission.ViewAuditLog);
  const limit = Math.min(Number(query.get('limit') ?? 50), 100);
  const before = query.get('before');
  const after = query.get('after');
  const matching = guild.auditLog.filter(
    (one) =>
      (!query.has('user_id') || one.user_id === query.get('user_id')) &&
      (!query.has('target_id') || one.target_id === query.get('target_id')) &&
      (!query.has('action_type') || one.action_type === Number(query.get('action_type'))) &&
      (before === null || compareIds(String(one.id), before) < 0) &&
      (after === null || compareIds(String(one.id), after) > 0),
  );
  const entries = after === null ? matching.slice(-limit).reverse() : matching.slice(0, limit);
  const userIds = new Set(entries.flatMap((one) => [String(one.user_id), String(one.target_id)]));
  return ok({
    audit_log_entries: entries,
    users: [...userIds].filter((id) => sandbox.state.users.has(id)).map((id) => userView(sandbox.state, id)),
    application_commands: [],
    auto_moderation_rules: guild.autoModeration,
    guild_scheduled_events: [],
    integrations: [],
    threads: [],
    webhooks: [],
  });
}
