/** What a person uses of a bot through the control API: commands, components, forms; and what they see. */

import { storeFile } from '../actions/attachments.js';
import { ControlError } from '../control-error.js';
import { commandsFor } from '../interactions/find-command.js';
import type { Followed } from '../interactions/record.js';
import { runCommand, runMenu } from '../interactions/run-command.js';
import { submitModal } from '../interactions/submit-modal.js';
import { choose, click } from '../interactions/use-component.js';
import { isObject, type JsonObject, strings, text } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import { placesView } from '../views/person-view.js';
import { findUser } from '../world/find.js';
import {
  actorOf,
  type ControlCall,
  type ControlRoute,
  fileIn,
  isVisibleTo,
  messageFor,
  shown,
} from './call.js';

const PAGE = 50;

export const actingRoutes: ControlRoute[] = [
  {
    method: 'POST',
    path: '/control/act/command',
    handler: (call) => followed(runCommand(call.sandbox, actorOf(call), commandInput(call))),
  },
  {
    method: 'POST',
    path: '/control/act/autocomplete',
    handler: (call) => {
      const focused = text(call.body.focused);
      if (!focused) throw new ControlError('whichOption', []);
      const input = commandInput(call);
      const options = { ...input.options, [focused]: call.body.value ?? '' };
      return followed(runCommand(call.sandbox, actorOf(call), { ...input, options, focused }));
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
      if (!opened) throw new ControlError('formGone', [], 404);
      const values = withFiles(call.sandbox, isObject(call.body.values) ? call.body.values : {});
      return followed(submitModal(call.sandbox, actorOf(call), opened, values));
    },
  },
  { method: 'GET', path: '/control/messages', handler: read },
  {
    method: 'GET',
    path: '/control/places',
    handler: (call) => {
      const name = call.query.get('as');
      if (name === null) throw new ControlError('whosePlaces', []);
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
      if (!exchange) throw new ControlError('noExchange', [], 404);
      const count = Number(call.query.get('followUps') ?? 0);
      await exchange.untilFollowUps(count, Number(call.query.get('timeout') ?? 5_000));
      return exchange.view();
    },
  },
];

async function followed(exchange: Followed): Promise<JsonObject> {
  await exchange.settled;
  return exchange.view();
}

function commandInput(call: ControlCall) {
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
    return { ...storeFile(sandbox, fileIn(value.file, '0'), 'ephemeral-attachments/0'), ephemeral: true };
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, keep(value)]));
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
