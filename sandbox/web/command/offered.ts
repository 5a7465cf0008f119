/** The slash commands offered to someone, one for each that can be run: subcommands stand beside commands. */
import type { APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { type Localizations, localized } from '../../client/localized.js';

/** What is read of an option, https://docs.discord.com/developers/interactions/application-commands. */
export interface CommandOption {
  type: number;
  name: string;
  /** Its name in the viewer's language, where there is one. */
  localName?: string | undefined;
  /** In the viewer's language. */
  description: string;
  required?: boolean;
  choices?: readonly Choice[];
  autocomplete?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  channel_types?: readonly number[];
  /** Those of a group or a subcommand. */
  options?: readonly CommandOption[];
}

/** A value and the name it is shown by. */
export interface Choice {
  name: string;
  value: string | number;
}

/** As a bot registered or answered it. */
interface Localized {
  name_localizations?: Localizations;
  description_localizations?: Localizations;
}

type Branch = Localized & { name: string; description: string; options?: readonly CommandOption[] };

export interface OfferedCommand {
  /** Its names, without the slash: `challenge post`. It is what is sent, whatever it is shown as. */
  path: string;
  /** The same in the viewer's language. */
  localPath?: string;
  applicationId: string;
  description: string;
  /** Required ones first. */
  options: readonly CommandOption[];
}

/** What an option is called on the page. */
export function optionName({ name, localName }: Pick<CommandOption, 'name' | 'localName'>): string {
  return localName ?? name;
}

/** What a command is called on the page, without the slash. */
export function commandName({ path, localPath }: Pick<OfferedCommand, 'path' | 'localPath'>): string {
  return localPath ?? path;
}

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

const SLASH: ApplicationCommandType = 1;

/** Every slash command among `commands` that can be run, in their order, in the language of a locale. */
export function offeredCommands(
  commands: readonly APIApplicationCommand[],
  locale: string,
): OfferedCommand[] {
  const slash = commands.filter((command) => command.type === SLASH);
  return slash.flatMap((command) => branches(command, command.application_id, [], locale));
}

/** A choice by the name it has in the language of a locale. */
export function localChoice({ name, value, name_localizations }: Choice & Localized, locale: string): Choice {
  return { name: localized(name_localizations, locale) ?? name, value };
}

/** @param above the branches that it stands in, with their names */
function branches(
  branch: Branch,
  applicationId: string,
  above: readonly Branch[],
  locale: string,
): OfferedCommand[] {
  const options = branch.options ?? [];
  const line = [...above, branch];
  const nested = options.filter(({ type }) => type === OptionType.subcommand || type === OptionType.group);
  if (nested.length > 0) return nested.flatMap((option) => branches(option, applicationId, line, locale));
  const local = options.map((option) => localOption(option, locale));
  const required = local.filter((option) => option.required);
  const optional = local.filter((option) => !option.required);
  return [
    {
      path: line.map(({ name }) => name).join(' '),
      localPath: line.map((one) => localized(one.name_localizations, locale) ?? one.name).join(' '),
      applicationId,
      description: localDescription(branch, locale),
      options: [...required, ...optional],
    },
  ];
}

function localOption(option: CommandOption & Localized, locale: string): CommandOption {
  return {
    ...option,
    localName: localized(option.name_localizations, locale),
    description: localDescription(option, locale),
    ...(option.choices && { choices: option.choices.map((choice) => localChoice(choice, locale)) }),
  };
}

function localDescription(described: Localized & { description: string }, locale: string): string {
  return localized(described.description_localizations, locale) ?? described.description;
}
