/** Whether two lists of application commands mean the same, whatever Discord adds to them or fills in. */
import { isDeepStrictEqual } from 'node:util';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** A command as it is sent, or as Discord gives it back: then with more fields, and with its defaults. */
export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

/** What a definition may hold, of any kind of command, option or choice. */
type Raw = { readonly [field: string]: unknown };

const chatInput = 1;
const allContexts = [0, 1, 2];

/**
 * Commands may come in any order; options and choices may not, since members see theirs. A field left out is the
 * same as its default. Where to install is compared only when both say so: its default is the application's own.
 */
export function sameCommands(one: readonly object[], other: readonly object[]): boolean {
  if (one.length !== other.length) return false;
  const others = new Map(other.map((command) => [keyOf(command as Raw), command as Raw]));
  return one.every((command) => {
    const match = others.get(keyOf(command as Raw));
    return match !== undefined && sameCommand(command as Raw, match);
  });
}

function sameCommand(one: Raw, other: Raw): boolean {
  const install = [one, other].map((command) => command['integration_types']);
  return (
    (install.some((types) => !types) || isDeepStrictEqual(sorted(install[0]), sorted(install[1]))) &&
    isDeepStrictEqual(normalCommand(one), normalCommand(other))
  );
}

function keyOf(command: Raw): string {
  return `${Number(command['type'] ?? chatInput)} ${String(command['name'])}`;
}

function normalCommand(command: Raw): Raw {
  const permissions = command['default_member_permissions'] as string | number | null | undefined;
  return {
    ...normalTexts(command),
    permissions: permissions === undefined || permissions === null ? null : String(permissions),
    contexts: sorted(command['contexts'] ?? allContexts),
    nsfw: command['nsfw'] ?? false,
    options: list(command['options']).map(normalOption),
  };
}

function normalOption(option: Raw): Raw {
  return {
    ...normalTexts(option),
    type: option['type'],
    required: option['required'] ?? false,
    autocomplete: option['autocomplete'] ?? false,
    choices: list(option['choices']).map(({ value, ...choice }) => ({ ...normalTexts(choice), value })),
    channelTypes: sorted(option['channel_types']),
    bounds: ['min_value', 'max_value', 'min_length', 'max_length'].map((name) => option[name] ?? null),
    options: list(option['options']).map(normalOption),
  };
}

function normalTexts(texts: Raw): Raw {
  return {
    name: texts['name'],
    names: translations(texts['name_localizations']),
    description: texts['description'] ?? '',
    descriptions: translations(texts['description_localizations']),
  };
}

/** A language whose text is null has none. */
function translations(texts: unknown): Raw {
  return Object.fromEntries(Object.entries((texts ?? {}) as Raw).filter(([, value]) => value !== null));
}

function list(value: unknown): readonly Raw[] {
  return (value ?? []) as readonly Raw[];
}

function sorted(numbers: unknown): number[] {
  return [...((numbers ?? []) as readonly number[])].sort((one, other) => one - other);
}
