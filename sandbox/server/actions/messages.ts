/** Changes to messages, by bots and by people: created, edited, deleted, and sent to everyone who may see them. */

import { GatewayIntentBits } from 'discord-api-types/v10';
import { invalidField, refuse } from '../http/errors.js';
import { type JsonObject, objects, text } from '../json.js';
import { Permission } from '../permissions.js';
import { publishMessage, publishMessageDeleted } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import type { EventName } from '../served/events.js';
import type { UploadedFile } from '../state/records.js';
import {
  type ApplicationRecord,
  type ChannelRecord,
  MessageFlag,
  type MessageRecord,
  type ThreadRecord,
} from '../state/records.js';
import { messageView, viewerOf } from '../views/messages.js';
import { memberView } from '../views/people.js';
import { permissionsIn } from './access.js';
import { attachmentsOf, resolveReferences } from './attachments.js';
import { requireKnownEmoji } from './component-emoji.js';
import { mentionsOf, pingingText } from './mentions.js';
import { storedComponents, storedEmbeds } from './message-parts.js';
import { pollIn } from './poll-body.js';

/** Flags a sender may set itself. */
const SENDABLE = MessageFlag.suppressEmbeds | MessageFlag.suppressNotifications | MessageFlag.componentsV2;

export interface NewMessage {
  channel: ChannelRecord;
  authorId: string;
  /** A body as Discord takes it. */
  body: JsonObject;
  files?: UploadedFile[];
  type?: number;
  /** Flags set by circumstance: ephemeral, loading. */
  flags?: number;
  visibleTo?: string;
  applicationId?: string;
  webhookId?: string;
  webhookName?: string;
  interaction?: JsonObject;
  referenceId?: string;
  /** Given by the thread whose first message it is. */
  id?: string;
  forwarded?: MessageRecord['forwarded'];
}

export function createMessage(sandbox: Sandbox, wanted: NewMessage): MessageRecord {
  const { state, ids, clock } = sandbox;
  const { channel, body } = wanted;
  const poll = pollIn(body.poll, clock.now());
  const message: MessageRecord = {
    id: wanted.id ?? ids.next(),
    channelId: channel.id,
    guildId: channel.guildId,
    authorId: wanted.authorId,
    ...(wanted.webhookName !== undefined && { webhookName: wanted.webhookName }),
    ...(wanted.webhookId && { webhookId: wanted.webhookId }),
    ...(wanted.applicationId && { applicationId: wanted.applicationId }),
    type: wanted.type ?? (wanted.referenceId ? 19 : 0),
    content: '',
    timestamp: new Date(clock.now()).toISOString(),
    editedTimestamp: null,
    mentionEveryone: false,
    mentionUserIds: [],
    mentionRoleIds: [],
    attachments: [],
    embeds: [],
    components: [],
    flags: (Number(body.flags ?? 0) & SENDABLE) | (wanted.flags ?? 0),
    tts: body.tts === true,
    pinnedAt: null,
    ...(body.nonce !== undefined && body.nonce !== null && { nonce: body.nonce as string | number }),
    ...(wanted.referenceId && { referenceId: wanted.referenceId }),
    ...(wanted.forwarded && { forwarded: wanted.forwarded }),
    ...(poll && { poll }),
    ...(wanted.interaction && { interaction: wanted.interaction }),
    reactions: [],
    ...(wanted.visibleTo && { visibleTo: wanted.visibleTo }),
  };
  fill(sandbox, channel, message, body, wanted.files ?? []);
  state.addMessage(message);
  if (!message.visibleTo) {
    channel.lastMessageId = message.id;
    if (channel.thread) countMessage(channel.thread, message);
  }
  dispatch(sandbox, 'MESSAGE_CREATE', channel, message);
  return message;
}

/** Puts an edit's fields in place of the message's; refuses what would leave nothing. */
export function editMessage(
  sandbox: Sandbox,
  message: MessageRecord,
  body: JsonObject,
  files: UploadedFile[] = [],
  quietly = false,
): MessageRecord {
  const channel = sandbox.state.channels.get(message.channelId);
  if (!channel) throw refuse('unknownChannel');
  const settled = { ...message };
  if (body.flags !== undefined && body.flags !== null) {
    const kept = message.flags & ~MessageFlag.suppressEmbeds;
    settled.flags = kept | (Number(body.flags) & (MessageFlag.suppressEmbeds | MessageFlag.componentsV2));
  }
  fill(sandbox, channel, settled, body, files);
  refuseMixedKinds(settled);
  if (isEmpty(settled)) throw refuse('emptyMessage');
  settled.flags &= ~MessageFlag.loading;
  if (!quietly) settled.editedTimestamp = new Date(sandbox.clock.now()).toISOString();
  refuseMissingFiles(settled);
  dropFiles(sandbox, message, settled);
  Object.assign(message, settled);
  sandbox.state.changed();
  dispatch(sandbox, 'MESSAGE_UPDATE', channel, message);
  return message;
}

/** Tells of a change already made to a message. */
export function messageChanged(sandbox: Sandbox, channel: ChannelRecord, message: MessageRecord): void {
  sandbox.state.changed();
  dispatch(sandbox, 'MESSAGE_UPDATE', channel, message);
}

/** The first message of a thread doesn't count in Discord's number of them. */
function countMessage(thread: ThreadRecord, { id, channelId }: MessageRecord): void {
  if (id === channelId) return;
  thread.messageCount += 1;
  thread.totalSent += 1;
}

/** Deletes several messages of one channel, in one event. */
export function deleteMessages(sandbox: Sandbox, channel: ChannelRecord, messages: MessageRecord[]): void {
  if (messages.length === 0) return;
  for (const message of messages) forget(sandbox, channel, message);
  dispatchToReaders(sandbox, 'MESSAGE_DELETE_BULK', channel, () => ({
    ids: messages.map((one) => one.id),
    channel_id: channel.id,
    ...(channel.guildId && { guild_id: channel.guildId }),
  }));
}

/** Takes a message away, and shows that to the people who see the channel. */
function forget(sandbox: Sandbox, channel: ChannelRecord, message: MessageRecord): void {
  sandbox.state.removeMessage(message);
  const { thread } = channel;
  if (thread && message.id !== channel.id) thread.messageCount = Math.max(0, thread.messageCount - 1);
  publishMessageDeleted(sandbox, channel, message);
}

export function deleteMessage(sandbox: Sandbox, message: MessageRecord): void {
  const channel = sandbox.state.channels.get(message.channelId);
  if (channel) forget(sandbox, channel, message);
  else sandbox.state.removeMessage(message);
  const gone = {
    id: message.id,
    channel_id: message.channelId,
    ...(message.guildId && { guild_id: message.guildId }),
  };
  if (channel && !message.visibleTo) dispatchToReaders(sandbox, 'MESSAGE_DELETE', channel, () => gone);
}

/** Tells every bot that reads the channel, if it asked for such events. */
export function dispatchToReaders(
  sandbox: Sandbox,
  name: EventName,
  channel: ChannelRecord,
  data: (application: ApplicationRecord) => JsonObject,
  intents = { guild: GatewayIntentBits.GuildMessages, direct: GatewayIntentBits.DirectMessages },
): void {
  sandbox.gateway.emit({
    name,
    intent: channel.guildId ? intents.guild : intents.direct,
    guildId: channel.guildId,
    only: (application) => canRead(sandbox, application, channel),
    data,
  });
}

function canRead(sandbox: Sandbox, application: ApplicationRecord, channel: ChannelRecord): boolean {
  if (channel.recipients) return channel.recipients.botId === application.id;
  return (permissionsIn(sandbox, application.id, channel) & Permission.ViewChannel) !== 0n;
}

function dispatch(sandbox: Sandbox, name: EventName, channel: ChannelRecord, message: MessageRecord): void {
  const { state } = sandbox;
  publishMessage(sandbox, name === 'MESSAGE_CREATE' ? 'message' : 'message-update', channel, message);
  const guild = channel.guildId ? state.guilds.get(channel.guildId) : undefined;
  const member = guild?.members[message.authorId];
  sandbox.gateway.emit({
    name,
    intent: channel.guildId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages,
    guildId: channel.guildId,
    only: (application) =>
      message.visibleTo ? message.applicationId === application.id : canRead(sandbox, application, channel),
    data: (application) => ({
      ...messageView(state, message, viewerOf(application)),
      ...(channel.guildId && { guild_id: channel.guildId }),
      ...(member && !message.webhookId && { member: memberView(state, member, false) }),
    }),
  });
}

/** Fills content, embeds, components, attachments and mentions from a body; what is left out stays. */
function fill(
  sandbox: Sandbox,
  channel: ChannelRecord,
  message: MessageRecord,
  body: JsonObject,
  files: UploadedFile[],
): void {
  const { state } = sandbox;
  const added = files.length > 0 ? attachmentsOf(sandbox, channel.id, files, body.attachments) : [];
  if (body.attachments !== undefined) {
    const kept = new Set(objects(body.attachments).map((one) => String(one.id)));
    message.attachments = message.attachments.filter((attachment) => kept.has(attachment.id));
  }
  message.attachments = [...message.attachments, ...added];
  if (body.content !== undefined) message.content = text(body.content)?.trim() ?? '';
  const inEmbeds = new Set<string>();
  if (body.embeds !== undefined)
    message.embeds = resolveReferences(
      storedEmbeds(body.embeds),
      message.attachments,
      inEmbeds,
    ) as JsonObject[];
  const application = state.applications.get(message.applicationId ?? '');
  if (application && sandbox.settings.validation) requireKnownEmoji(state, application, body.components);
  if (body.components !== undefined)
    message.components = resolveReferences(
      storedComponents(body.components),
      message.attachments,
      new Set(),
    ) as JsonObject[];
  message.attachments = message.attachments.filter((attachment) => !inEmbeds.has(attachment.id));
  if (body.content === undefined && body.components === undefined) return;
  const pinging = pingingText(message.content, message.components);
  if (!message.referenceId && !pinging.includes('@')) {
    message.mentionEveryone = false;
    message.mentionUserIds = [];
    message.mentionRoleIds = [];
    return;
  }
  const may = channel.guildId
    ? (permissionsIn(sandbox, message.authorId, channel) & Permission.MentionEveryone) !== 0n
    : false;
  const replyTo = message.referenceId ? sandbox.state.messages.get(message.referenceId) : undefined;
  const mentions = mentionsOf(sandbox.state, channel, pinging, body.allowed_mentions, may, replyTo);
  message.mentionEveryone = mentions.everyone;
  message.mentionUserIds = mentions.userIds;
  message.mentionRoleIds = mentions.roleIds;
}

/** An edit that shows a file which the message doesn't have, or no longer. */
function refuseMissingFiles({ components }: MessageRecord): void {
  const [, url] = /"url":"(attachment:\/\/[^"]*)"/.exec(JSON.stringify(components)) ?? [];
  if (url)
    throw invalidField(
      'components',
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      `The referenced attachment ("${url}") was not found`,
    );
}

/** Files that an edit leaves out are gone. */
function dropFiles(sandbox: Sandbox, before: MessageRecord, after: MessageRecord): void {
  const left = JSON.stringify([after.attachments, after.embeds]);
  for (const { id } of before.attachments) if (!left.includes(id)) sandbox.state.files.delete(id);
}

/** A message with the flag of Components V2 has neither content nor embeds, whichever came first. */
function refuseMixedKinds(message: MessageRecord): void {
  if ((message.flags & MessageFlag.componentsV2) === 0) return;
  for (const field of ['content', 'embeds'] as const)
    if (message[field].length > 0)
      throw invalidField(
        field,
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
}

function isEmpty(message: MessageRecord): boolean {
  return (
    message.content === '' &&
    message.embeds.length === 0 &&
    message.components.length === 0 &&
    message.attachments.length === 0 &&
    !message.poll &&
    !message.forwarded
  );
}
