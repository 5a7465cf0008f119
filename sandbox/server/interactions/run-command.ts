/** A person runs a command: slash, with completion of an option, or from a message's or user's menu. */

import { ControlError } from '../control-error.js';
import { type JsonObject, objects } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { ChannelRecord, CommandRecord, MessageRecord, UserRecord } from '../state/records.js';
import { messageView } from '../views/messages.js';
import { optionTexts, wordsOf } from './command-line.js';
import { Exchange } from './exchange.js';
import { CommandType, findCommand, isCalled, localName } from './find-command.js';
import { installsFor, installsIn } from './installs.js';
import { journalStart } from './journal-entries.js';
import { type GivenOptions, OptionType, readOptions } from './options.js';
import { type InteractionDraft, openInteraction, Resolved } from './payload.js';
import { InteractionKind } from './record.js';

const ANSWER_TO_COMMAND = 20;
const ANSWER_TO_MENU = 23;

/** Who does something, and where. */
export interface Actor {
  person: UserRecord;
  channel: ChannelRecord;
}

export interface CommandInput {
  /** A whole line such as `/search docker`. */
  line?: string;
  /** Or the path, such as `admin digest run`, with its options. */
  path?: string;
  options?: GivenOptions;
  /** For autocomplete: the option being typed. */
  focused?: string;
}

/** Sends a draft to its bot and follows what becomes of it. */
export function startInteraction(sandbox: Sandbox, draft: InteractionDraft): Exchange {
  const { record, payload } = openInteraction(sandbox, draft);
  const exchange = new Exchange(sandbox, record);
  record.watcher = exchange;
  journalStart(sandbox, draft, record.id);
  sandbox.interactions.keep(exchange);
  if (!sandbox.interactions.open(record, payload)) exchange.fail('noBotConnected');
  return exchange;
}

export function runCommand(sandbox: Sandbox, { person, channel }: Actor, input: CommandInput): Exchange {
  const line = (input.line ?? input.path ?? '').trim().replace(/^\//, '');
  const words = wordsOf(line);
  const command = findCommand(sandbox, person, channel, words[0]?.text ?? '', CommandType.slash);
  const typed = words.map((word) => word.text);
  const { names, definitions } = walk(command, typed, person.locale);
  const rest = words.slice(names.length);
  const known = definitions.map((one) => ({ name: String(one.name), local: localName(one, person.locale) }));
  const given = { ...Object.fromEntries(optionTexts(line, rest, known)), ...input.options };
  const resolved = new Resolved(sandbox, channel);
  const reader = { sandbox, channel, personId: person.id, resolved, focused: input.focused };
  let options = readOptions(reader, definitions, given);
  for (const [index, name] of names.slice(1).reverse().entries()) {
    const isGroup = names.length === 3 && index === 1;
    options = [{ type: isGroup ? OptionType.group : OptionType.subcommand, name, options }];
  }
  if (input.focused && !definitions.some((one) => one.name === input.focused && one.autocomplete === true))
    throw new ControlError('completesNothing', [input.focused]);
  return startInteraction(sandbox, {
    applicationId: command.applicationId,
    person,
    channel,
    type: input.focused ? InteractionKind.autocomplete : InteractionKind.command,
    data: { ...identity(command), ...(options.length > 0 && { options }), ...resolved.part() },
    answerType: ANSWER_TO_COMMAND,
    metadata: { name: names.join(' '), command_type: CommandType.slash },
    installs: installsFor(command, installsIn(sandbox, command.applicationId, person, channel)),
  });
}

/** Runs a message or user context-menu command. */
export function runMenu(
  sandbox: Sandbox,
  { person, channel }: Actor,
  name: string,
  target: { message: MessageRecord } | { user: UserRecord },
): Exchange {
  const onMessage = 'message' in target;
  const type = onMessage ? CommandType.message : CommandType.user;
  const command = findCommand(sandbox, person, channel, name, type);
  const resolved = new Resolved(sandbox, channel);
  if (onMessage) {
    const view = messageView(sandbox.state, target.message, { userId: command.applicationId, content: true });
    resolved.put('messages', target.message.id, view);
  } else resolved.user(target.user.id);
  const targetId = onMessage ? target.message.id : target.user.id;
  return startInteraction(sandbox, {
    applicationId: command.applicationId,
    person,
    channel,
    type: InteractionKind.command,
    data: { ...identity(command), target_id: targetId, ...resolved.part() },
    answerType: ANSWER_TO_MENU,
    installs: installsFor(command, installsIn(sandbox, command.applicationId, person, channel)),
    metadata: {
      name: command.data.name,
      command_type: type,
      ...(onMessage ? { target_message_id: targetId } : { target_user: { id: targetId } }),
    },
  });
}

function identity(command: CommandRecord): JsonObject {
  return {
    id: command.id,
    name: command.data.name,
    type: command.data.type,
    ...(command.guildId && { guild_id: command.guildId }),
  };
}

/** Follows words into groups and subcommands; the names taken and the options that remain to be given. */
function walk(
  command: CommandRecord,
  words: string[],
  locale: string,
): { names: string[]; definitions: JsonObject[] } {
  const names = [command.data.name];
  let definitions = objects(command.data.options);
  while (definitions.some(isBranch)) {
    const next = definitions.find((one) => isBranch(one) && isCalled(one, words[names.length] ?? '', locale));
    if (!next) {
      const offered = definitions.filter(isBranch).map((one) => one.name);
      throw new ControlError('followedBy', [names.join(' '), offered.join(', ')]);
    }
    names.push(String(next.name));
    definitions = objects(next.options);
  }
  return { names, definitions };
}

function isBranch(option: JsonObject): boolean {
  return option.type === OptionType.subcommand || option.type === OptionType.group;
}
