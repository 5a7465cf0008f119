/** Messages as Discord's API shows them to an application. */

import { isObject, type JsonObject } from '../json.js';
import type { ApplicationRecord, MessageRecord, PollRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { discordTime, userView } from './people.js';
import { channelView } from './places.js';

/** What the viewer may be: an application, or a person reading the channel (their user id). */
export interface Viewer {
  userId: string;
  /** False hides what needs the Message Content intent. */
  content: boolean;
}

export function viewerOf(application: ApplicationRecord): Viewer {
  return { userId: application.id, content: application.privilegedIntents.includes('messageContent') };
}

/** A message; `depth` 0 leaves out the message it refers to. */
export function messageView(state: State, message: MessageRecord, viewer: Viewer, depth = 1): JsonObject {
  const shown = viewer.content || isOpenTo(state, message, viewer.userId);
  const thread = message.threadId ? state.channels.get(message.threadId) : undefined;
  const referenced = message.referenceId ? state.messages.get(message.referenceId) : undefined;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    content: shown ? message.content : '',
    author: authorView(state, message),
    attachments: shown ? message.attachments : [],
    embeds: shown ? message.embeds : [],
    components: shown ? message.components : [],
    mentions: message.mentionUserIds.map((id) => userView(state, id)),
    mention_roles: message.mentionRoleIds,
    mention_everyone: message.mentionEveryone,
    pinned: message.pinnedAt !== null,
    tts: message.tts,
    timestamp: discordTime(message.timestamp),
    edited_timestamp: message.editedTimestamp === null ? null : discordTime(message.editedTimestamp),
    flags: message.flags,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(message.webhookId && { webhook_id: message.webhookId }),
    ...(message.applicationId && { application_id: message.applicationId }),
    ...(message.interaction && interactionView(state, message.interaction)),
    ...(message.referenceId && {
      message_reference: {
        type: 0,
        channel_id: message.channelId,
        message_id: message.referenceId,
        ...(message.guildId && { guild_id: message.guildId }),
      },
    }),
    ...(message.referenceId &&
      depth > 0 && { referenced_message: referenced ? messageView(state, referenced, viewer, 0) : null }),
    ...(message.forwarded && forwardView(message.forwarded)),
    ...(message.poll && shown && { poll: pollView(message.poll, viewer.userId) }),
    ...(thread && { thread: channelView(state, thread) }),
    ...(message.reactions.length > 0 && { reactions: reactionsView(message, viewer.userId) }),
  };
}

/** A message as it is kept where it is forwarded to. */
export function snapshotView(state: State, message: MessageRecord): JsonObject {
  const shown = messageView(state, message, { userId: '', content: true }, 0);
  const kept = ['type', 'content', 'embeds', 'attachments', 'timestamp', 'edited_timestamp', 'flags'];
  const more = ['mentions', 'mention_roles', 'components'];
  return { message: Object.fromEntries([...kept, ...more].map((field) => [field, shown[field]])) };
}

/** A poll as the viewer sees it, with the votes so far. */
function pollView(poll: PollRecord, viewerId: string): JsonObject {
  const votes = Object.entries(poll.votes);
  const count = (id: number) => votes.filter(([, answers]) => answers.includes(id)).length;
  return {
    question: poll.question,
    answers: poll.answers.map(({ id, media }) => ({ answer_id: id, poll_media: media })),
    expiry: discordTime(poll.expiresAt),
    allow_multiselect: poll.allowsSeveral,
    layout_type: poll.layout,
    results: {
      is_finalized: poll.isFinal,
      answer_counts: poll.answers.map(({ id }) => ({
        id,
        count: count(id),
        me_voted: poll.votes[viewerId]?.includes(id) ?? false,
      })),
    },
  };
}

/** Discord shows a bot its own messages, direct ones and those that mention it, whatever its intents. */
function isOpenTo(state: State, message: MessageRecord, userId: string): boolean {
  return (
    message.authorId === userId ||
    message.applicationId === userId ||
    message.mentionUserIds.includes(userId) ||
    state.channels.get(message.channelId)?.recipients !== undefined
  );
}

function forwardView({ channelId, messageId, guildId, snapshot }: Forwarded): JsonObject {
  const reference = { type: 1, channel_id: channelId, message_id: messageId };
  return {
    message_reference: { ...reference, ...(guildId && { guild_id: guildId }) },
    message_snapshots: [snapshot],
  };
}

type Forwarded = NonNullable<MessageRecord['forwarded']>;

function authorView(state: State, message: MessageRecord): JsonObject {
  if (message.webhookName === undefined) return userView(state, message.authorId);
  return {
    id: message.authorId,
    username: message.webhookName,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    public_flags: 0,
    flags: 0,
    bot: true,
  };
}

function interactionView(state: State, interaction: JsonObject): JsonObject {
  const metadata = metadataView(state, interaction);
  const { id, type, name, user } = metadata;
  return { interaction_metadata: metadata, ...(type === 2 && { interaction: { id, type, name, user } }) };
}

/** A form's metadata holds, whole, that of the interaction which opened it. */
function metadataView(state: State, interaction: JsonObject): JsonObject {
  const { user_id: userId, triggering_interaction_metadata: trigger, ...metadata } = interaction;
  return {
    ...metadata,
    user: userView(state, String(userId)),
    ...(isObject(trigger) && { triggering_interaction_metadata: metadataView(state, trigger) }),
  };
}

function reactionsView(message: MessageRecord, viewerId: string): JsonObject[] {
  return message.reactions.map(({ emoji, userIds }) => ({
    emoji,
    count: userIds.length,
    count_details: { burst: 0, normal: userIds.length },
    burst_colors: [],
    me_burst: false,
    burst_me: false,
    me: userIds.includes(viewerId),
    burst_count: 0,
  }));
}
