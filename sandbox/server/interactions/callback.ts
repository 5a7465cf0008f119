/** Applies a bot's answer to an interaction: messages appear, change or load; the watcher hears of it. */

import { storedComponents } from '../actions/message-parts.js';
import { createMessage, deleteMessage, editMessage } from '../actions/messages.js';
import { refuse } from '../http/errors.js';
import { isObject, type JsonObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { UploadedFile } from '../state/records.js';
import { MessageFlag, type MessageRecord } from '../state/records.js';
import { CallbackKind, type InteractionRecord } from './record.js';

/** Applies a first answer; the message it made or changed, if any. */
export function applyCallback(
  sandbox: Sandbox,
  record: InteractionRecord,
  body: JsonObject,
  files: UploadedFile[],
): MessageRecord | undefined {
  const kind = Number(body.type);
  const sent = isObject(body.data) ? body.data : {};
  const data =
    kind === CallbackKind.modal ? { ...sent, components: storedComponents(sent.components) } : sent;
  record.loading = kind === CallbackKind.deferredMessage;
  if (record.isBare && kind === CallbackKind.message) {
    record.acknowledged = kind;
    record.unmade = { data, files };
    record.watcher?.answered(kind, data, undefined);
    return undefined;
  }
  const message = perform(sandbox, record, kind, data, files);
  record.acknowledged = kind;
  if (message) remember(record, message);
  record.watcher?.answered(kind, data, message);
  return message;
}

/** The message `@original` means; a bare interaction's is only made when the bot comes back to it. */
export function originalOf(sandbox: Sandbox, record: InteractionRecord): MessageRecord | undefined {
  if (record.unmade) {
    const { data, files } = record.unmade;
    record.unmade = undefined;
    remember(record, respond(sandbox, record, data, files, 0, record.answerType));
  }
  return record.originalId ? sandbox.state.messages.get(record.originalId) : undefined;
}

function remember(record: InteractionRecord, message: MessageRecord): void {
  record.originalId = message.id;
  record.messageIds.add(message.id);
}

function perform(
  sandbox: Sandbox,
  record: InteractionRecord,
  kind: number,
  data: JsonObject,
  files: UploadedFile[],
): MessageRecord | undefined {
  if (kind === CallbackKind.message) return respond(sandbox, record, data, files, 0, record.answerType);
  if (kind === CallbackKind.deferredMessage)
    return respond(sandbox, record, { flags: data.flags }, [], MessageFlag.loading, record.answerType);
  if (kind !== CallbackKind.update && kind !== CallbackKind.deferredUpdate) return undefined;
  const source = record.sourceMessageId ? sandbox.state.messages.get(record.sourceMessageId) : undefined;
  if (!source) throw refuse('unknownMessage');
  return kind === CallbackKind.update ? editMessage(sandbox, source, data, files) : source;
}

/** A message of the interaction: its answer, or one that follows. */
function respond(
  sandbox: Sandbox,
  record: InteractionRecord,
  body: JsonObject,
  files: UploadedFile[],
  flags: number,
  type: number,
  referenceId?: string,
): MessageRecord {
  const channel = sandbox.state.channels.get(record.channelId);
  if (!channel) throw refuse('unknownChannel');
  const ephemeral = record.isPrivate
    ? MessageFlag.ephemeral
    : Number(body.flags ?? 0) & MessageFlag.ephemeral;
  return createMessage(sandbox, {
    channel,
    authorId: record.applicationId,
    applicationId: record.applicationId,
    webhookId: record.applicationId,
    body,
    files,
    type,
    flags: flags | ephemeral,
    ...(ephemeral && { visibleTo: record.userId }),
    ...(referenceId && { referenceId }),
    interaction: record.metadata,
  });
}

/** A follow-up; the first one after a deferral becomes the loading message. */
export function followUp(
  sandbox: Sandbox,
  record: InteractionRecord,
  body: JsonObject,
  files: UploadedFile[],
): MessageRecord {
  const original = originalOf(sandbox, record);
  if (record.loading && original) return editAnswer(sandbox, record, original, body, files);
  const message = respond(sandbox, record, body, files, 0, original ? 19 : 0, original?.id);
  record.messageIds.add(message.id);
  record.watcher?.followedUp(message);
  return message;
}

export function editAnswer(
  sandbox: Sandbox,
  record: InteractionRecord,
  message: MessageRecord,
  body: JsonObject,
  files: UploadedFile[],
): MessageRecord {
  const wasLoading = (message.flags & MessageFlag.loading) !== 0;
  const edited = editMessage(sandbox, message, body, files, wasLoading);
  if (message.id === record.originalId) record.loading = false;
  record.watcher?.edited(edited);
  return edited;
}

export function deleteAnswer(sandbox: Sandbox, record: InteractionRecord, message: MessageRecord): void {
  deleteMessage(sandbox, message);
  if (message.id === record.originalId) record.loading = false;
  record.messageIds.delete(message.id);
  record.watcher?.deleted(message);
}
