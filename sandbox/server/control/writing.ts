/** What a person writes through the control API: messages, threads, posts, votes, reactions. */
import { permissionsIn } from '../actions/access.js';
import { applyRules } from '../actions/automod.js';
import { emojiIn } from '../actions/emojis.js';
import { openPost } from '../actions/forum.js';
import { createMessage, deleteMessage, editMessage } from '../actions/messages.js';
import { answerNamed, vote } from '../actions/polls.js';
import { addReaction, removeReaction } from '../actions/reactions.js';
import { openThread, reviveThread } from '../actions/threads.js';
import { ControlError } from '../control-error.js';
import type { Actor } from '../interactions/run-command.js';
import { isObject, objects, strings, text } from '../json.js';
import { Permission, permissionNames } from '../permissions.js';
import { publishMessageDeleted } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import { timeOf } from '../snowflake.js';
import { ChannelTypes, type ReactionRecord } from '../state/records.js';
import { channelView } from '../views/places.js';
import { actorOf, type ControlCall, type ControlRoute, fileIn, messageFor, shown } from './call.js';

const SECOND = 1_000;

export const writingRoutes: ControlRoute[] = [
  { method: 'POST', path: '/control/act/say', handler: say },
  { method: 'POST', path: '/control/act/edit', handler: (call) => ownMessage(call, false) },
  { method: 'POST', path: '/control/act/delete', handler: (call) => ownMessage(call, true) },
  { method: 'POST', path: '/control/act/react', handler: react },
  { method: 'POST', path: '/control/act/vote', handler: castVote },
  { method: 'POST', path: '/control/act/thread', handler: openOwnThread },
  { method: 'POST', path: '/control/act/post', handler: openOwnPost },
  {
    method: 'POST',
    path: '/control/act/dismiss',
    handler: (call) => {
      const actor = actorOf(call);
      const message = messageFor(call.sandbox, actor, call.body.message);
      if (!message.visibleTo) throw new ControlError('notEphemeral', []);
      message.dismissed = true;
      call.sandbox.state.changed();
      publishMessageDeleted(call.sandbox, actor.channel, message);
      return {};
    },
  },
];

/** Throws unless the person has the permission, named as in Discord's client. */
function need(sandbox: Sandbox, { person, channel }: Actor, permission: bigint): void {
  if ((permissionsIn(sandbox, person.id, channel) & permission) !== 0n) return;
  throw new ControlError('needsPermission', [person.username, permissionNames(permission).join(', ')], 403);
}

function say(call: ControlCall) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const { channel, person } = actor;
  if (channel.forum) throw new ControlError('forumTakesPosts', []);
  const needed = channel.thread ? Permission.SendMessagesInThreads : Permission.SendMessages;
  if ((permissionsIn(sandbox, person.id, channel) & needed) === 0n)
    throw new ControlError('mayNotWrite', [person.username], 403);
  const replyTo = body.replyTo === undefined ? undefined : messageFor(sandbox, actor, body.replyTo);
  const files = objects(body.files).map((file, index) => fileIn(file, String(index)));
  const content = text(body.content) ?? '';
  if (content.trim() === '' && files.length === 0) throw new ControlError('nothingToSay', []);
  requireSlowness(sandbox, actor);
  if (applyRules(sandbox, channel, person.id, content)) throw new ControlError('autoModBlocked', [], 403);
  if (channel.thread?.archived && !channel.thread.locked) reviveThread(sandbox, channel);
  const message = createMessage(sandbox, {
    channel,
    authorId: person.id,
    body: { content },
    files,
    ...(replyTo && { referenceId: replyTo.id }),
  });
  return shown(sandbox, message.id, person.id);
}

/** Holds a person to the channel's slow mode, which those who manage it are free of. */
function requireSlowness(sandbox: Sandbox, { person, channel }: Actor): void {
  if (channel.rateLimitPerUser === 0) return;
  const free = Permission.ManageMessages | Permission.ManageChannels;
  if ((permissionsIn(sandbox, person.id, channel) & free) !== 0n) return;
  const [last] = sandbox.state.messagesOf(channel.id, { limit: 1 }, (one) => one.authorId === person.id);
  const waitMs = last ? timeOf(last.id) + channel.rateLimitPerUser * SECOND - sandbox.clock.now() : 0;
  if (waitMs > 0) throw new ControlError('slowMode', [person.username, Math.ceil(waitMs / SECOND)], 429);
}

function ownMessage(call: ControlCall, isDeletion: boolean) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const message = messageFor(sandbox, actor, body.message);
  const mayManage =
    (permissionsIn(sandbox, actor.person.id, actor.channel) & Permission.ManageMessages) !== 0n;
  if (message.authorId !== actor.person.id && !(isDeletion && mayManage))
    throw new ControlError('notOwnMessage', [], 403);
  if (isDeletion) {
    deleteMessage(sandbox, message);
    return {};
  }
  const content = text(body.content) ?? '';
  if (applyRules(sandbox, actor.channel, actor.person.id, content))
    throw new ControlError('autoModBlocked', [], 403);
  editMessage(sandbox, message, { content });
  return shown(sandbox, message.id, actor.person.id);
}

function react(call: ControlCall) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const message = messageFor(sandbox, actor, body.message);
  const emoji = emojiNamed(call, String(body.emoji));
  const isNew = !message.reactions.some(({ emoji: { id, name } }) => id === emoji.id && name === emoji.name);
  if (body.remove === true) removeReaction(sandbox, actor.channel, message, emoji, actor.person.id);
  else {
    if (isNew) need(sandbox, actor, Permission.AddReactions);
    addReaction(sandbox, actor.channel, message, emoji, actor.person.id);
  }
  return shown(sandbox, message.id, actor.person.id);
}

/** An emoji as a person gives it: one of Unicode's, `name:id`, or `:name:` of a custom one. */
function emojiNamed({ sandbox }: ControlCall, value: string): ReactionRecord['emoji'] {
  const name = /^:?(\w{2,32}):?$/.exec(value)?.[1];
  const custom = name
    ? [...sandbox.state.guilds.values()].flatMap((guild) => guild.emojis).find((one) => one.name === name)
    : undefined;
  return emojiIn(sandbox, custom ? `${custom.name}:${custom.id}` : value);
}

function castVote(call: ControlCall) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const message = messageFor(sandbox, actor, body.message);
  if (!message.poll) throw new ControlError('notAPoll', []);
  const { poll } = message;
  vote(
    sandbox,
    actor.channel,
    message,
    actor.person.id,
    strings(body.answers).map((one) => answerNamed(poll, one)),
  );
  return shown(sandbox, message.id, actor.person.id);
}

/** Opens a thread in a channel, from a message or alone, and says who is in it. */
function openOwnThread(call: ControlCall) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const { channel: parent, person } = actor;
  if (parent.thread || parent.recipients || parent.forum) throw new ControlError('noThreadThere', []);
  const message = body.message === undefined ? undefined : messageFor(sandbox, actor, body.message);
  if (message?.threadId) throw new ControlError('hasThread', []);
  const isPrivate = body.private === true;
  if (isPrivate && message) throw new ControlError('threadIsPublic', []);
  need(sandbox, actor, isPrivate ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads);
  const thread = openThread(sandbox, {
    parent,
    ownerId: person.id,
    name: String(body.name),
    ...(isPrivate && { type: ChannelTypes.privateThread }),
    ...(message && { message }),
  });
  return channelView(sandbox.state, thread);
}

/** Opens a post in a forum, with tags by name or id. */
function openOwnPost(call: ControlCall) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const { channel: forum, person } = actor;
  if (!forum.forum) throw new ControlError('notAForum', [forum.name]);
  need(sandbox, actor, Permission.SendMessages);
  const known = forum.forum.tags;
  const tags = strings(body.tags).map((name) => {
    const tag = known.find((one) => one.id === name || one.name === name);
    if (!tag) throw new ControlError('forumLacksTag', [forum.name, name], 404);
    return tag.id;
  });
  const content = text(body.content) ?? '';
  if (applyRules(sandbox, forum, person.id, content)) throw new ControlError('autoModBlocked', [], 403);
  const { thread, message } = openPost(sandbox, {
    forum,
    ownerId: person.id,
    name: String(body.name),
    tags,
    message: { content },
    files: objects(body.files).map((file, index) => fileIn(isObject(file) ? file : {}, String(index))),
    mayModerate: (permissionsIn(sandbox, person.id, forum) & Permission.ManageThreads) !== 0n,
  });
  return { ...channelView(sandbox.state, thread), message: shown(sandbox, message.id, person.id) };
}
