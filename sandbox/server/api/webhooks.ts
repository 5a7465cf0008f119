/** Webhooks: those of interactions, whose token is the interaction's, and a channel's own. */
import { randomBytes } from 'node:crypto';
import { reachChannel } from '../actions/access.js';
import { createMessage, deleteMessage, editMessage } from '../actions/messages.js';
import { type Call, NO_CONTENT, ok, text } from '../http/call.js';
import { refuse } from '../http/errors.js';
import { deleteAnswer, editAnswer, followUp, originalOf } from '../interactions/callback.js';
import type { InteractionRecord } from '../interactions/record.js';
import { Permission } from '../permissions.js';
import type { JsonObject, MessageRecord, WebhookRecord } from '../state/records.js';
import { messageView } from '../views/messages.js';
import type { Route } from './routes.js';

const EXECUTE = '/webhooks/{webhook_id}/{webhook_token}';
const MESSAGES = [`${EXECUTE}/messages/@original`, `${EXECUTE}/messages/{message_id}`];

export const webhookRoutes: Route[] = [
  { method: 'POST', template: EXECUTE, open: true, handler: execute },
  ...MESSAGES.flatMap((template): Route[] => [
    { method: 'GET', template, open: true, handler: (call) => ok(view(call, target(call).message)) },
    { method: 'PATCH', template, open: true, handler: edit },
    { method: 'DELETE', template, open: true, handler: remove },
  ]),
  { method: 'POST', template: '/channels/{channel_id}/webhooks', handler: create },
  {
    method: 'GET',
    template: '/channels/{channel_id}/webhooks',
    handler: (call) => {
      const channel = reachChannel(
        call.sandbox,
        call.application.id,
        call.param('channel_id'),
        Permission.ManageWebhooks,
      );
      const all = [...call.sandbox.state.webhooks.values()];
      return ok(all.filter((one) => one.channelId === channel.id).map(webhookView));
    },
  },
  {
    method: 'GET',
    template: '/webhooks/{webhook_id}',
    handler: (call) => {
      const webhook = call.sandbox.state.webhooks.get(call.param('webhook_id'));
      if (!webhook) throw refuse('unknownWebhook');
      return ok(webhookView(webhook));
    },
  },
  {
    method: 'DELETE',
    template: '/webhooks/{webhook_id}',
    handler: (call) => {
      if (!call.sandbox.state.webhooks.delete(call.param('webhook_id'))) throw refuse('unknownWebhook');
      return NO_CONTENT;
    },
  },
];

interface Target {
  message: MessageRecord;
  /** Absent for a channel's own webhook. */
  record?: InteractionRecord;
}

function execute(call: Call) {
  const { sandbox } = call;
  const record = sandbox.interactions.answered(call.param('webhook_id'), call.param('webhook_token'));
  if (record) return ok(view(call, followUp(sandbox, record, call.body(), call.files)));
  const webhook = ownWebhook(call);
  const channel = sandbox.state.channels.get(webhook.channelId);
  if (!channel) throw refuse('unknownChannel');
  const body = call.body();
  const message = createMessage(sandbox, {
    channel,
    authorId: webhook.id,
    webhookId: webhook.id,
    webhookName: text(body.username) ?? webhook.name,
    body,
    files: call.files,
  });
  return call.query.get('wait') === 'true' ? ok(view(call, message)) : NO_CONTENT;
}

function edit(call: Call) {
  const { message, record } = target(call);
  const body = call.body(message.flags);
  const edited = record
    ? editAnswer(call.sandbox, record, message, body, call.files)
    : editMessage(call.sandbox, message, body, call.files);
  return ok(view(call, edited));
}

function remove(call: Call) {
  const { message, record } = target(call);
  if (record) deleteAnswer(call.sandbox, record, message);
  else deleteMessage(call.sandbox, message);
  return NO_CONTENT;
}

function target(call: Call): Target {
  const { sandbox } = call;
  const record = sandbox.interactions.answered(call.param('webhook_id'), call.param('webhook_token'));
  if (record) {
    const id = call.params.message_id ?? originalOf(sandbox, record)?.id;
    const message = id && record.messageIds.has(id) ? sandbox.state.messages.get(id) : undefined;
    if (!message) throw refuse('unknownMessage');
    return { message, record };
  }
  const webhook = ownWebhook(call);
  const message = sandbox.state.messages.get(call.param('message_id'));
  if (message?.webhookId !== webhook.id) throw refuse('unknownMessage');
  return { message };
}

function ownWebhook(call: Call): WebhookRecord {
  const webhook = call.sandbox.state.webhooks.get(call.param('webhook_id'));
  if (!webhook) throw refuse('unknownWebhook');
  if (webhook.token !== call.param('webhook_token')) throw refuse('invalidWebhookToken');
  return webhook;
}

function create(call: Call) {
  const { sandbox, application } = call;
  const channel = reachChannel(sandbox, application.id, call.param('channel_id'), Permission.ManageWebhooks);
  const webhook: WebhookRecord = {
    id: sandbox.ids.next(),
    token: randomBytes(32).toString('base64url'),
    channelId: channel.id,
    guildId: channel.guildId ?? '',
    name: String(call.body().name),
    applicationId: application.id,
  };
  sandbox.state.webhooks.set(webhook.id, webhook);
  sandbox.state.changed();
  return ok(webhookView(webhook));
}

function webhookView(webhook: WebhookRecord): JsonObject {
  return {
    id: webhook.id,
    type: 1,
    guild_id: webhook.guildId,
    channel_id: webhook.channelId,
    name: webhook.name,
    avatar: null,
    token: webhook.token,
    application_id: webhook.applicationId,
  };
}

function view(call: Call, message: MessageRecord): JsonObject {
  return messageView(call.sandbox.state, message, { userId: message.authorId, content: true });
}
