/** What a person can do through the control API: commands, components, forms, messages, reactions. */
import { permissionsIn } from '../actions/access.js';
import { keepFile } from '../actions/attachments.js';
import { createMessage, deleteMessage, editMessage } from '../actions/messages.js';
import { addReaction, removeReaction } from '../actions/reactions.js';
import { Complaint } from '../complaint.js';
import { isObject, objects, strings, text, type UploadedFile } from '../http/call.js';
import type { Exchange } from '../interactions/exchange.js';
import { commandsFor } from '../interactions/find-command.js';
import { runCommand, runMenu } from '../interactions/run-command.js';
import { submitModal } from '../interactions/submit-modal.js';
import { choose, click } from '../interactions/use-component.js';
import { Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import type { JsonObject } from '../state/records.js';
import { tellMessageGone } from '../tell.js';
import { messageView } from '../views/messages.js';
import { placesView } from '../views/seen.js';
import { findUser } from '../world/find.js';
import { actorOf, type ControlCall, type ControlRoute, isVisibleTo, messageFor } from './call.js';

const PAGE = 50;

export const actingRoutes: ControlRoute[] = [
  {
    method: 'POST',
    path: '/control/act/command',
    handler: (call) => followed(runCommand(call.sandbox, actorOf(call), wishIn(call))),
  },
  {
    method: 'POST',
    path: '/control/act/autocomplete',
    handler: (call) => {
      const focused = text(call.body.focused);
      if (!focused) throw new Complaint('Which option is being typed? Say so with "focused".');
      const wish = wishIn(call);
      const options = { ...wish.options, [focused]: call.body.value ?? '' };
      return followed(runCommand(call.sandbox, actorOf(call), { ...wish, options, focused }));
    },
  },
  {
    method: 'POST',
    path: '/control/act/menu',
    handler: (call) => {
      const actor = actorOf(call);
      const name = String(call.body.name);
      const { message, user } = call.body;
      const target =
        message === undefined
          ? { user: findUser(call.sandbox.state, actor.channel, String(user)) }
          : { message: messageFor(call.sandbox, actor, message) };
      return followed(runMenu(call.sandbox, actor, name, target));
    },
  },
  {
    method: 'POST',
    path: '/control/act/click',
    handler: (call) => {
      const actor = actorOf(call);
      const message = messageFor(call.sandbox, actor, call.body.message);
      return followed(click(call.sandbox, actor, message, String(call.body.button)));
    },
  },
  {
    method: 'POST',
    path: '/control/act/choose',
    handler: (call) => {
      const actor = actorOf(call);
      const message = messageFor(call.sandbox, actor, call.body.message);
      return followed(
        choose(call.sandbox, actor, message, text(call.body.select), strings(call.body.values)),
      );
    },
  },
  {
    method: 'POST',
    path: '/control/act/submit',
    handler: (call) => {
      const opened = call.sandbox.interactions.exchange(String(call.body.exchange));
      if (!opened) throw new Complaint('There is no such form any more.', 404);
      const values = withFiles(call.sandbox, isObject(call.body.values) ? call.body.values : {});
      return followed(submitModal(call.sandbox, actorOf(call), opened, values));
    },
  },
  { method: 'POST', path: '/control/act/say', handler: say },
  { method: 'POST', path: '/control/act/edit', handler: (call) => ownMessage(call, false) },
  { method: 'POST', path: '/control/act/delete', handler: (call) => ownMessage(call, true) },
  { method: 'POST', path: '/control/act/react', handler: react },
  {
    method: 'POST',
    path: '/control/act/dismiss',
    handler: (call) => {
      const actor = actorOf(call);
      const message = messageFor(call.sandbox, actor, call.body.message);
      if (!message.visibleTo) throw new Complaint('Only an ephemeral message can be dismissed.');
      message.dismissed = true;
      call.sandbox.state.changed();
      tellMessageGone(call.sandbox, actor.channel, message);
      return {};
    },
  },
  { method: 'GET', path: '/control/messages', handler: read },
  {
    method: 'GET',
    path: '/control/places',
    handler: (call) => {
      const name = call.query.get('as');
      if (name === null) throw new Complaint('Whose places? Say so with "as".');
      return placesView(call.sandbox, findUser(call.sandbox.state, undefined, name));
    },
  },
  {
    method: 'GET',
    path: '/control/commands',
    handler: (call) => {
      const { person, channel } = actorOf(call);
      return { commands: commandsFor(call.sandbox, person, channel).map((command) => command.data) };
    },
  },
  {
    method: 'GET',
    path: '/control/exchanges/:id',
    handler: async (call) => {
      const exchange = call.sandbox.interactions.exchange(call.params.id ?? '');
      if (!exchange) throw new Complaint('There is no such exchange.', 404);
      const count = Number(call.query.get('followUps') ?? 0);
      await exchange.untilFollowUps(count, Number(call.query.get('timeout') ?? 5_000));
      return exchange.view();
    },
  },
];

async function followed(exchange: Exchange): Promise<JsonObject> {
  await exchange.settled;
  return exchange.view();
}

function wishIn(call: ControlCall) {
  const { line, path, options } = call.body;
  return {
    line: text(line),
    path: text(path),
    options: withFiles(call.sandbox, isObject(options) ? options : {}),
  };
}

/** Keeps files given in values as `{ file: { name, content (base64), type } }`, and puts attachments there. */
function withFiles(sandbox: Sandbox, values: JsonObject): JsonObject {
  const keep = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(keep);
    if (!isObject(value) || !isObject(value.file)) return value;
    return { ...keepFile(sandbox, fileIn(value.file, '0'), 'ephemeral-attachments/0'), ephemeral: true };
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, keep(value)]));
}

function fileIn(file: JsonObject, index: string): UploadedFile {
  return {
    index,
    name: text(file.name) ?? 'file',
    type: text(file.type) ?? 'application/octet-stream',
    data: Buffer.from(text(file.content) ?? '', 'base64'),
  };
}

function say(call: ControlCall) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const has = permissionsIn(sandbox, actor.person.id, actor.channel);
  const needed = actor.channel.thread ? Permission.SendMessagesInThreads : Permission.SendMessages;
  if ((has & needed) === 0n) throw new Complaint(`${actor.person.username} may not write there.`, 403);
  const replyTo = body.replyTo === undefined ? undefined : messageFor(sandbox, actor, body.replyTo);
  const files = objects(body.files).map((file, index) => fileIn(file, String(index)));
  const content = text(body.content) ?? '';
  if (content.trim() === '' && files.length === 0) throw new Complaint('There is nothing to say.');
  const message = createMessage(sandbox, {
    channel: actor.channel,
    authorId: actor.person.id,
    body: { content },
    files,
    ...(replyTo && { referenceId: replyTo.id }),
  });
  return shown(sandbox, message.id, actor.person.id);
}

function ownMessage(call: ControlCall, isDeletion: boolean) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const message = messageFor(sandbox, actor, body.message);
  const mayManage =
    (permissionsIn(sandbox, actor.person.id, actor.channel) & Permission.ManageMessages) !== 0n;
  if (message.authorId !== actor.person.id && !(isDeletion && mayManage))
    throw new Complaint('That message is somebody else’s.', 403);
  if (isDeletion) {
    deleteMessage(sandbox, message);
    return {};
  }
  editMessage(sandbox, message, { content: body.content });
  return shown(sandbox, message.id, actor.person.id);
}

function react(call: ControlCall) {
  const { sandbox, body } = call;
  const actor = actorOf(call);
  const message = messageFor(sandbox, actor, body.message);
  const emoji = { id: null, name: String(body.emoji) };
  const change = body.remove === true ? removeReaction : addReaction;
  change(sandbox, actor.channel, message, emoji, actor.person.id);
  return shown(sandbox, message.id, actor.person.id);
}

function shown(sandbox: Sandbox, messageId: string, userId: string): JsonObject {
  const message = sandbox.state.messages.get(messageId);
  if (!message) throw new Complaint('The message is gone.', 404);
  return messageView(sandbox.state, message, { userId, content: true });
}

/**
 * A page of a channel's messages as a person sees them, oldest first, their own ephemeral ones among them: the
 * last `limit` before an id, or the first after one, or the last of all; and whether there are more on either side.
 */
function read(call: ControlCall) {
  const { sandbox, query } = call;
  const { person, channel } = actorOf(call);
  const limit = Math.max(1, Number(query.get('limit') ?? PAGE) || PAGE);
  const before = query.get('before') ?? undefined;
  const after = query.get('after') ?? undefined;
  const page = (range: { before?: string; after?: string; limit: number }) =>
    sandbox.state.messagesOf(channel.id, range, (message) => isVisibleTo(message, person.id));
  const found = page({ limit: limit + 1, ...(after === undefined ? { before } : { after }) });
  const hasMore = found.length > limit;
  const messages = after === undefined ? found.slice(-limit) : found.slice(0, limit);
  const [first] = messages;
  return {
    channelId: channel.id,
    messages: messages.map((message) => shown(sandbox, message.id, person.id)),
    hasOlder:
      after === undefined ? hasMore : page({ limit: 1, ...(first && { before: first.id }) }).length > 0,
    hasNewer:
      after === undefined
        ? before !== undefined && page({ limit: 1, after: messages.at(-1)?.id ?? '0' }).length > 0
        : hasMore,
  };
}
