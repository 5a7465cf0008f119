/** The slash commands offered to someone, one for each that can be run: subcommands stand beside commands. */
import type { APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';

/** What is read of an option, https://docs.discord.com/developers/interactions/application-commands. */
export interface CommandOption {
  type: number;
  name: string;
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

export interface OfferedCommand {
  /** Its names, without the slash: `challenge post`. */
  path: string;
  applicationId: string;
  description: string;
  /** Required ones first. */
  options: readonly CommandOption[];
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

/** Every slash command among `commands` that can be run, in their order. */
export function offeredCommands(commands: readonly APIApplicationCommand[]): OfferedCommand[] {
  const slash = commands.filter((command) => command.type === SLASH);
  return slash.flatMap((command) => branches(command, command.application_id, command.name));
}

function branches(
  branch: { description: string; options?: readonly CommandOption[] },
  applicationId: string,
  path: string,
): OfferedCommand[] {
  const options = branch.options ?? [];
  const nested = options.filter(({ type }) => type === OptionType.subcommand || type === OptionType.group);
  if (nested.length > 0)
    return nested.flatMap((option) => branches(option, applicationId, `${path} ${option.name}`));
  const required = options.filter((option) => option.required);
  const optional = options.filter((option) => !option.required);
  return [{ path, applicationId, description: branch.description, options: [...required, ...optional] }];
}
