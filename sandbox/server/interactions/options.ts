/** Turns options as a person gives them into a payload's, checked as Discord's client checks them. */

import { ControlError } from '../control-error.js';
import { isObject, type JsonObject, objects } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { ChannelRecord } from '../state/records.js';
import { roleView } from '../views/people.js';
import { findChannel, findRole, findUser } from '../world/find.js';
import type { Resolved } from './payload.js';

export const OptionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** Values by option name: text, numbers, booleans, or a file kept before. */
export type GivenOptions = { [name: string]: unknown };

export interface OptionReader {
  sandbox: Sandbox;
  channel: ChannelRecord;
  personId: string;
  resolved: Resolved;
  /** The option being typed, when it is for autocomplete: nothing is required then. */
  focused?: string;
}

/** The options of a payload; throws a complaint for what a person could not send. */
export function readOptions(
  reader: OptionReader,
  definitions: JsonObject[],
  given: GivenOptions,
): JsonObject[] {
  for (const name of Object.keys(given))
    if (!definitions.some((one) => one.name === name)) throw new ControlError('noOption', [name]);
  const read: JsonObject[] = [];
  for (const definition of definitions) {
    const name = String(definition.name);
    const value = given[name];
    const isFocused = reader.focused === name;
    if (value === undefined || value === null) {
      if (isFocused) read.push({ type: definition.type, name, value: '', focused: true });
      else if (definition.required === true && reader.focused === undefined)
        throw new ControlError('optionRequired', [name]);
      continue;
    }
    if (isFocused) read.push({ type: definition.type, name, value: String(value), focused: true });
    else read.push({ type: definition.type, name, value: readValue(reader, definition, value) });
  }
  return read;
}

function readValue(reader: OptionReader, definition: JsonObject, value: unknown): unknown {
  const name = String(definition.name);
  const { sandbox, channel, resolved } = reader;
  switch (definition.type) {
    case OptionType.string:
      return textWithin(definition, chosen(definition, value) ?? String(value));
    case OptionType.integer:
    case OptionType.number:
      return numberWithin(definition, Number(chosen(definition, value) ?? value));
    case OptionType.boolean:
      if (/^(true|yes|false|no)$/i.test(String(value))) return /^(true|yes)$/i.test(String(value));
      throw new ControlError('optionBoolean', [name]);
    case OptionType.user: {
      const user = findUser(sandbox.state, channel, String(value));
      resolved.user(user.id);
      return user.id;
    }
    case OptionType.channel: {
      const found = findChannel(sandbox.state, channel.guildId, String(value));
      const types = definition.channel_types;
      if (Array.isArray(types) && types.length > 0 && !types.includes(found.type))
        throw new ControlError('optionChannelType', [name]);
      resolved.place(found, reader.personId);
      return found.id;
    }
    case OptionType.role:
      return readRole(reader, String(value));
    case OptionType.mentionable: {
      if (String(value).startsWith('@&')) return readRole(reader, String(value));
      const user = findUser(sandbox.state, channel, String(value));
      resolved.user(user.id);
      return user.id;
    }
    case OptionType.attachment:
      return readAttachment(reader, name, value);
    default:
      throw new ControlError('optionUnknown', [name]);
  }
}

function readRole({ sandbox, channel, resolved }: OptionReader, value: string): string {
  const role = findRole(sandbox.state, channel.guildId, value);
  resolved.put('roles', role.id, roleView(role));
  return role.id;
}

function readAttachment({ resolved }: OptionReader, name: string, value: unknown): string {
  if (!isObject(value) || typeof value.id !== 'string') throw new ControlError('optionFile', [name]);
  resolved.put('attachments', value.id, value);
  return value.id;
}

/** The value of a choice, given by its value or its name; undefined when there are no choices. */
function chosen(definition: JsonObject, value: unknown): string | undefined {
  const choices = objects(definition.choices);
  if (choices.length === 0) return undefined;
  const wanted = String(value).toLowerCase();
  const choice =
    choices.find((one) => String(one.value).toLowerCase() === wanted) ??
    choices.find((one) => namesOf(one).some((name) => name.toLowerCase() === wanted));
  if (choice) return String(choice.value);
  const names = choices.map((one) => String(one.value)).join(', ');
  throw new ControlError('optionChoices', [String(definition.name), names]);
}

/** The name of a choice, in any language. */
function namesOf(choice: JsonObject): string[] {
  const local = isObject(choice.name_localizations) ? Object.values(choice.name_localizations) : [];
  return [choice.name, ...local].map(String);
}

function textWithin(definition: JsonObject, value: string): string {
  const { min_length: min, max_length: max } = definition;
  const name = String(definition.name);
  if (value === '') throw new ControlError('optionEmpty', [name]);
  if (typeof min === 'number' && value.length < min) throw new ControlError('optionShort', [name, min]);
  const bound = typeof max === 'number' ? max : 6_000;
  if (value.length > bound) throw new ControlError('optionLong', [name, bound]);
  return value;
}

function numberWithin(definition: JsonObject, value: number): number {
  const { min_value: min, max_value: max } = definition;
  const name = String(definition.name);
  const isWhole = definition.type !== OptionType.integer || Number.isInteger(value);
  if (!Number.isFinite(value) || !isWhole) throw new ControlError('optionNumber', [name]);
  if (typeof min === 'number' && value < min) throw new ControlError('optionLeast', [name, min]);
  if (typeof max === 'number' && value > max) throw new ControlError('optionMost', [name, max]);
  return value;
}
