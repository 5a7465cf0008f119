/** Changes to reactions, by bots and by people. */

import { GatewayIntentBits } from 'discord-api-types/v10';
import type { JsonObject } from '../json.js';
import { publishMessage } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import type { EventName } from '../served/events.js';
import type { ChannelRecord, MessageRecord, ReactionRecord } from '../state/records.js';
import { memberView } from '../views/people.js';
import { dispatchToReaders } from './messages.js';

type Emoji = ReactionRecord['emoji'];

const INTENTS = {
  guild: GatewayIntentBits.GuildMessageReactions,
  direct: GatewayIntentBits.DirectMessageReactions,
};

export function addReaction(
  sandbox: Sandbox,
  channel: ChannelRecord,
  message: MessageRecord,
  emoji: Emoji,
  userId: string,
): void {
  let reaction = find(message, emoji);
  if (!reaction) {
    reaction = { emoji, userIds: [] };
    message.reactions.push(reaction);
  }
  if (reaction.userIds.includes(userId)) return;
  reaction.userIds.push(userId);
  const guild = channel.guildId ? sandbox.state.guilds.get(channel.guildId) : undefined;
  const member = guild?.members[userId];
  tell(sandbox, 'MESSAGE_REACTION_ADD', channel, message, {
    user_id: userId,
    emoji,
    burst: false,
    type: 0,
    message_author_id: message.authorId,
    ...(member && { member: memberView(sandbox.state, member) }),
  });
}

export function removeReaction(
  sandbox: Sandbox,
  channel: ChannelRecord,
  message: MessageRecord,
  emoji: Emoji,
  userId: string,
): void {
  const reaction = find(message, emoji);
  if (!reaction?.userIds.includes(userId)) return;
  reaction.userIds = reaction.userIds.filter((id) => id !== userId);
  if (reaction.userIds.length === 0) message.reactions = message.reactions.filter((one) => one !== reaction);
  tell(sandbox, 'MESSAGE_REACTION_REMOVE', channel, message, {
    user_id: userId,
    emoji,
    burst: false,
    type: 0,
  });
}

/** Removes every reaction, or those of one emoji. */
export function clearReactions(
  sandbox: Sandbox,
  channel: ChannelRecord,
  message: MessageRecord,
  emoji?: Emoji,
): void {
  const gone = emoji && find(message, emoji);
  message.reactions = emoji ? message.reactions.filter((one) => one !== gone) : [];
  const name = emoji ? 'MESSAGE_REACTION_REMOVE_EMOJI' : 'MESSAGE_REACTION_REMOVE_ALL';
  tell(sandbox, name, channel, message, emoji ? { emoji } : {});
}

function find(message: MessageRecord, emoji: Emoji): ReactionRecord | undefined {
  return message.reactions.find((one) => one.emoji.id === emoji.id && one.emoji.name === emoji.name);
}

function tell(
  sandbox: Sandbox,
  name: EventName,
  channel: ChannelRecord,
  message: MessageRecord,
  facts: JsonObject,
): void {
  sandbox.state.changed();
  const data = {
    channel_id: channel.id,
    message_id: message.id,
    ...(channel.guildId && { guild_id: channel.guildId }),
    ...facts,
  };
  publishMessage(sandbox, 'reaction', channel, message, { event: name, messageId: message.id, ...facts });
  dispatchToReaders(sandbox, name, channel, () => data, INTENTS);
}
