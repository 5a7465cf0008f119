/** A channel's own webhooks: made, read, changed and deleted, by a bot or with the token. */
import { randomBytes } from 'node:crypto';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { requireChannel } from '../actions/access.js';
import { AuditAction, audit, changesBetween } from '../actions/audit.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { type JsonObject, text } from '../json.js';
import { Permission } from '../permissions.js';
import type { WebhookRecord } from '../state/records.js';
import { webhookView } from '../views/webhooks.js';
import { managedWebhook, ownWebhook } from './webhooks.js';

const IN_CHANNEL = '/channels/{channel_id}/webhooks';
const ONE = '/webhooks/{webhook_id}';
const BY_TOKEN = `${ONE}/{webhook_token}`;
const MAX_PER_CHANNEL = 15;

export const webhookAdminRoutes: Route[] = [
  { method: 'POST', template: IN_CHANNEL, takes: ['name'], audits: true, handler: create },
  {
    method: 'GET',
    template: IN_CHANNEL,
    handler: (call) =>
      ok(webhooksIn(call, managedChannel(call).id).map((one) => webhookView(call.sandbox.state, one))),
  },
  {
    method: 'GET',
    template: ONE,
    handler: (call) => ok(webhookView(call.sandbox.state, managedWebhook(call))),
  },
  {
    method: 'PATCH',
    template: ONE,
    takes: ['name', 'channel_id'],
    audits: true,
    handler: (call) =>
      ok(webhookView(call.sandbox.state, change(call, managedWebhook(call), call.application.id))),
  },
  {
    method: 'DELETE',
    template: ONE,
    audits: true,
    handler: (call) => remove(call, managedWebhook(call), call.application.id),
  },
  {
    method: 'GET',
    template: BY_TOKEN,
    open: true,
    handler: (call) => ok(webhookView(call.sandbox.state, ownWebhook(call), true)),
  },
  {
    method: 'PATCH',
    template: BY_TOKEN,
    open: true,
    takes: ['name'],
    audits: true,
    handler: (call) => ok(webhookView(call.sandbox.state, change(call, ownWebhook(call), undefined), true)),
  },
  {
    method: 'DELETE',
    template: BY_TOKEN,
    open: true,
    audits: true,
    handler: (call) => remove(call, ownWebhook(call), undefined),
  },
];

function managedChannel(call: Call) {
  return requireChannel(
    call.sandbox,
    call.application.id,
    call.param('channel_id'),
    Permission.ManageWebhooks,
  );
}

function webhooksIn(call: Call, channelId: string): WebhookRecord[] {
  return [...call.sandbox.state.webhooks.values()].filter((one) => one.channelId === channelId);
}

function create(call: Call) {
  const { sandbox, application } = call;
  const channel = managedChannel(call);
  if (channel.thread || channel.recipients) throw refuse('invalidChannelType');
  if (webhooksIn(call, channel.id).length >= MAX_PER_CHANNEL) throw refuse('tooManyWebhooks');
  const webhook: WebhookRecord = {
    id: sandbox.ids.next(),
    token: randomBytes(32).toString('base64url'),
    channelId: channel.id,
    guildId: channel.guildId ?? '',
    name: String(call.body().name),
    applicationId: application.id,
  };
  sandbox.state.webhooks.set(webhook.id, webhook);
  note(call, webhook, AuditAction.WebhookCreate, application.id, undefined);
  webhooksChanged(call, webhook);
  return ok(webhookView(sandbox.state, webhook));
}

function change(call: Call, webhook: WebhookRecord, userId: string | undefined): WebhookRecord {
  const before = webhookView(call.sandbox.state, webhook);
  const body = call.body();
  const channelId = text(body.channel_id);
  if (typeof body.name === 'string') webhook.name = body.name;
  if (channelId !== undefined && userId !== undefined) {
    const channel = requireChannel(call.sandbox, userId, channelId, Permission.ManageWebhooks);
    if (channel.guildId !== webhook.guildId) throw refuse('unknownChannel');
    webhooksChanged(call, webhook);
    webhook.channelId = channelId;
  }
  note(call, webhook, AuditAction.WebhookUpdate, userId ?? webhook.applicationId, before);
  webhooksChanged(call, webhook);
  return webhook;
}

function remove(call: Call, webhook: WebhookRecord, userId: string | undefined) {
  const before = webhookView(call.sandbox.state, webhook);
  call.sandbox.state.webhooks.delete(webhook.id);
  note(call, webhook, AuditAction.WebhookDelete, userId ?? webhook.applicationId, before);
  webhooksChanged(call, webhook);
  return NO_CONTENT;
}

function webhooksChanged({ sandbox }: Call, { guildId, channelId }: WebhookRecord): void {
  sandbox.state.changed();
  sandbox.gateway.emit({
    name: 'WEBHOOKS_UPDATE',
    intent: GatewayIntentBits.GuildWebhooks,
    guildId,
    data: () => ({ guild_id: guildId, channel_id: channelId }),
  });
}

function note(
  call: Call,
  webhook: WebhookRecord,
  action: (typeof AuditAction)[keyof typeof AuditAction],
  userId: string,
  before: JsonObject | undefined,
): void {
  const guild = call.sandbox.state.guilds.get(webhook.guildId);
  if (!guild) return;
  const hidden = { token: undefined, user: undefined };
  const isGone = action === AuditAction.WebhookDelete;
  const after = isGone ? undefined : { ...webhookView(call.sandbox.state, webhook), ...hidden };
  audit(call.sandbox, guild, {
    action,
    userId,
    targetId: webhook.id,
    reason: call.reason,
    changes: changesBetween(before && { ...before, ...hidden }, after),
  });
}
