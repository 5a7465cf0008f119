/** Messages sent through webhooks: those of interactions, whose token is the interaction's, and a channel's own. */
import { requirePermissions } from '../actions/access.js';
import { openPost } from '../actions/forum.js';
import { createMessage, deleteMessage, editMessage } from '../actions/messages.js';
import { reviveThread } from '../actions/threads.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { deleteAnswer, editAnswer, followUp, originalOf } from '../interactions/callback.js';
import type { InteractionRecord } from '../interactions/record.js';
import { type JsonObject, strings, text } from '../json.js';
import { Permission } from '../permissions.js';
import { EDITED_MESSAGE, NEW_MESSAGE } from '../served/message-fields.js';
import type { ChannelRecord, MessageRecord, WebhookRecord } from '../state/records.js';
import { messageView } from '../views/messages.js';

const EXECUTE = '/webhooks/{webhook_id}/{webhook_token}';
const MESSAGES = [`${EXECUTE}/messages/@original`, `${EXECUTE}/messages/{message_id}`];

export const webhookRoutes: Route[] = [
  {
    method: 'POST',
    template: EXECUTE,
    open: true,
    takes: [...NEW_MESSAGE, 'username', 'thread_name', 'applied_tags'],
    query: ['wait', 'thread_id', 'with_components'],
    handler: execute,
  },
  ...MESSAGES.flatMap((template): Route[] => [
    {
      method: 'GET',
      template,
      open: true,
      query: ['thread_id'],
      handler: (call) => ok(view(call, target(call).message)),
    },
    {
      method: 'PATCH',
      template,
      open: true,
      takes: EDITED_MESSAGE,
      query: ['thread_id', 'with_components'],
      handler: edit,
    },
    { method: 'DELETE', template, open: true, query: ['thread_id'], handler: remove },
  ]),
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
  const body = call.body();
  const author = { webhookId: webhook.id, webhookName: text(body.username) ?? webhook.name };
  const channel = placeOf(call, webhook, body);
  const message = channel.forum
    ? openPost(sandbox, {
        forum: channel,
        ownerId: webhook.id,
        name: String(body.thread_name),
        tags: strings(body.applied_tags),
        message: body,
        files: call.files,
        mayModerate: true,
        author,
      }).message
    : createMessage(sandbox, { channel, authorId: webhook.id, ...author, body, files: call.files });
  return call.query.get('wait') === 'true' ? ok(view(call, message)) : NO_CONTENT;
}

/** The channel a webhook writes in: its own, a thread of it, or a forum that gets a new post. */
function placeOf(call: Call, webhook: WebhookRecord, body: JsonObject): ChannelRecord {
  const { state } = call.sandbox;
  const channel = state.channels.get(webhook.channelId);
  if (!channel) throw refuse('unknownChannel');
  const threadId = call.query.get('thread_id');
  const hasName = body.thread_name !== undefined && body.thread_name !== null;
  if (channel.forum && threadId === null && !hasName) throw refuse('webhookNeedsThread');
  if (channel.forum && threadId !== null && hasName) throw refuse('webhookHasBoth');
  if (!channel.forum && hasName) throw refuse('webhookNotForum');
  if (threadId === null) return channel;
  const thread = state.channels.get(threadId);
  if (!thread?.thread || thread.parentId !== channel.id) throw refuse('unknownChannel');
  if (thread.thread.archived) reviveThread(call.sandbox, thread);
  return thread;
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
  const channelId = call.query.get('thread_id') ?? webhook.channelId;
  if (message?.webhookId !== webhook.id || message.channelId !== channelId) throw refuse('unknownMessage');
  return { message };
}

/** The webhook whose token a path carries. */
export function ownWebhook(call: Call): WebhookRecord {
  const webhook = call.sandbox.state.webhooks.get(call.param('webhook_id'));
  if (!webhook) throw refuse('unknownWebhook');
  if (webhook.token !== call.param('webhook_token')) throw refuse('invalidWebhookToken');
  return webhook;
}

/** The webhook of an id, for a bot that may manage webhooks in its channel. */
export function managedWebhook(call: Call): WebhookRecord {
  const webhook = call.sandbox.state.webhooks.get(call.param('webhook_id'));
  const channel = webhook && call.sandbox.state.channels.get(webhook.channelId);
  if (!webhook || !channel) throw refuse('unknownWebhook');
  requirePermissions(call.sandbox, call.application.id, channel, Permission.ManageWebhooks);
  return webhook;
}

function view(call: Call, message: MessageRecord): JsonObject {
  return messageView(call.sandbox.state, message, { userId: message.authorId, content: true });
}
