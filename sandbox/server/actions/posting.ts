/** A bot posting in a channel: enforced nonces, replies, direct messages and archived threads. */

import { invalidField, refuse } from '../http/errors.js';
import { isObject, type JsonObject, text } from '../json.js';
import { Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import {
  type ApplicationRecord,
  type ChannelRecord,
  MessageFlag,
  type MessageRecord,
  type UploadedFile,
} from '../state/records.js';
import { snapshotView } from '../views/messages.js';
import { requirePermissions } from './access.js';
import { createMessage } from './messages.js';
import { reviveThread } from './threads.js';

const FORWARD = 1;

/**
 * Posts, or answers the message that an enforced nonce already made. `permitted` throws what the bot may not
 * do; it is asked after the body was found good.
 */
export function postedMessage(
  sandbox: Sandbox,
  application: ApplicationRecord,
  channel: ChannelRecord,
  body: JsonObject,
  files: UploadedFile[],
  permitted: () => void,
): MessageRecord {
  permitted();
  if (channel.recipients && !acceptsDms(sandbox, channel.recipients.personId, application.id))
    throw refuse('cannotDm');
  const { nonce } = body;
  const made = body.enforce_nonce === true ? sandbox.nonces.messageFor(application.id, nonce) : undefined;
  const before = made === undefined ? undefined : sandbox.state.messages.get(made);
  if (before) return before;
  if (channel.thread?.archived) {
    if (channel.thread.locked) throw refuse('threadArchived');
    reviveThread(sandbox, channel);
  }
  if (Array.isArray(body.sticker_ids) && body.sticker_ids.length > 0) throw refuse('invalidSticker');
  const forwarded = forwardedIn(sandbox, application.id, body.message_reference);
  const message = createMessage(sandbox, {
    channel,
    authorId: application.id,
    applicationId: application.id,
    body,
    files,
    ...(forwarded ? { forwarded, flags: MessageFlag.hasSnapshot } : referenceIn(sandbox, channel, body)),
  });
  if (nonce !== undefined && nonce !== null) sandbox.nonces.remember(application.id, nonce, message.id);
  return message;
}

/** A direct message arrives where the person shares a guild with the bot and lets it. */
function acceptsDms(sandbox: Sandbox, personId: string, botId: string): boolean {
  const person = sandbox.state.users.get(personId);
  if (!person || person.closedDms) return false;
  return [...sandbox.state.guilds.values()].some((guild) => guild.members[personId] && guild.members[botId]);
}

/** The message that a reference of type 1 forwards; the bot must be able to read it. */
function forwardedIn(sandbox: Sandbox, botId: string, reference: unknown): MessageRecord['forwarded'] {
  if (!isObject(reference) || reference.type !== FORWARD) return undefined;
  const message = sandbox.state.messages.get(text(reference.message_id) ?? '');
  const channel = message && sandbox.state.channels.get(message.channelId);
  if (!message || !channel || message.visibleTo)
    throw invalidField('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  requirePermissions(sandbox, botId, channel, Permission.ReadMessageHistory);
  if (message.poll) throw refuse('cannotForward');
  return {
    channelId: channel.id,
    messageId: message.id,
    ...(channel.guildId && { guildId: channel.guildId }),
    snapshot: snapshotView(sandbox.state, message),
  };
}

function referenceIn(sandbox: Sandbox, channel: ChannelRecord, body: JsonObject): { referenceId?: string } {
  const reference = body.message_reference;
  if (!isObject(reference) || reference.type === FORWARD) return {};
  const id = text(reference.message_id);
  if (id && sandbox.state.messages.get(id)?.channelId === channel.id) return { referenceId: id };
  if (reference.fail_if_not_exists === false) return {};
  throw invalidField('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}
