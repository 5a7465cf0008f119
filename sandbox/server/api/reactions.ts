/** Reactions to messages: added, removed, listed. */
import { permissionsIn, requireChannel, requireMessage } from '../actions/access.js';
import { emojiIn } from '../actions/emojis.js';
import { addReaction, clearReactions, removeReaction } from '../actions/reactions.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { Permission } from '../permissions.js';
import { compareIds } from '../snowflake.js';
import type { ReactionRecord } from '../state/records.js';
import { userView } from '../views/people.js';

const ALL = '/channels/{channel_id}/messages/{message_id}/reactions';
const ONE = `${ALL}/{emoji_name}`;

export const reactionRoutes: Route[] = [
  {
    method: 'PUT',
    template: `${ONE}/@me`,
    handler: (call) => {
      const { sandbox, application } = call;
      const { channel, message, emoji } = target(call, Permission.ReadMessageHistory);
      const exists = message.reactions.some((one) => same(one.emoji, emoji));
      const has = permissionsIn(sandbox, application.id, channel);
      if (!exists && (has & Permission.AddReactions) === 0n) throw refuse('missingPermissions');
      addReaction(sandbox, channel, message, emoji, application.id);
      return NO_CONTENT;
    },
  },
  {
    method: 'DELETE',
    template: `${ONE}/@me`,
    handler: (call) => {
      const { channel, message, emoji } = target(call);
      removeReaction(call.sandbox, channel, message, emoji, call.application.id);
      return NO_CONTENT;
    },
  },
  {
    method: 'DELETE',
    template: `${ONE}/{user_id}`,
    handler: (call) => {
      const { channel, message, emoji } = target(call, Permission.ManageMessages);
      removeReaction(call.sandbox, channel, message, emoji, call.param('user_id'));
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    template: ONE,
    query: ['after', 'limit'],
    lacks: 'nobody reacts with a burst',
    handler: (call) => {
      const { message, emoji } = target(call);
      const reaction = message.reactions.find((one) => same(one.emoji, emoji));
      const limit = Math.min(Number(call.query.get('limit') ?? 25), 100);
      const after = call.query.get('after') ?? '0';
      const found = (reaction?.userIds ?? []).filter((id) => compareIds(id, after) > 0).sort(compareIds);
      return ok(found.slice(0, limit).map((id) => userView(call.sandbox.state, id)));
    },
  },
  {
    method: 'DELETE',
    template: ONE,
    handler: (call) => {
      const { channel, message, emoji } = target(call, Permission.ManageMessages);
      clearReactions(call.sandbox, channel, message, emoji);
      return NO_CONTENT;
    },
  },
  {
    method: 'DELETE',
    template: ALL,
    handler: (call) => {
      const { channel, message } = place(call, Permission.ManageMessages);
      clearReactions(call.sandbox, channel, message);
      return NO_CONTENT;
    },
  },
];

function place(call: Call, ...needed: bigint[]) {
  const channel = requireChannel(call.sandbox, call.application.id, call.param('channel_id'), ...needed);
  return { channel, message: requireMessage(call.sandbox, channel, call.param('message_id')) };
}

function target(call: Call, ...needed: bigint[]) {
  return {
    ...place(call, ...needed),
    emoji: emojiIn(call.sandbox, call.param('emoji_name'), call.application),
  };
}

function same(first: ReactionRecord['emoji'], second: ReactionRecord['emoji']): boolean {
  return first.id === second.id && first.name === second.name;
}
