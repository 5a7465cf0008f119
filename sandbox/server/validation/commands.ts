/** Owns the rules of application commands, one by one and of a whole list that replaces the registered ones. */
import { type CommandOption, checkOptions, checkSlashName, type Localizations } from './commandOptions.js';
import { badLength, type Path, type Problem, type Problems, required } from './problems.js';
import { type Refusal, tooManyCommands } from './refusals.js';
import { isBlank, lengthOf } from './text.js';

/** A command as it stands after its schema was checked; a change of one may leave anything out. */
export interface Command {
  type?: number | null;
  name?: string;
  name_localizations?: Localizations;
  description?: string | null;
  description_localizations?: Localizations;
  options?: readonly CommandOption[] | null;
}

const SLASH = 1;
const USER = 2;
const MESSAGE = 3;
const MAXIMUM_SIZE = 8000;
const MAXIMUM_DESCRIPTION = 100;
/** https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const maximumOfKind = new Map([
  [SLASH, 100],
  [USER, 15],
  [MESSAGE, 15],
]);

const nameTaken: Problem = {
  code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
  message: 'Application command names must be unique',
};
const tooLarge: Problem = {
  code: 'APPLICATION_COMMAND_TOO_LARGE',
  message: `Command exceeds maximum size (${MAXIMUM_SIZE})`,
};
const contextMenuDescription: Problem = {
  code: 'CONTEXT_MENU_COMMAND_DESCRIPTION_NOT_ALLOWED',
  message: 'Context menu commands cannot have description',
};
const contextMenuOptions: Problem = {
  code: 'CONTEXT_MENU_COMMAND_OPTIONS_NOT_ALLOWED',
  message: 'Context menu commands cannot have options',
};

/** Refuses a list with more commands of a kind than an application may have. */
export function commandCountRefusal(commands: readonly Command[]): Refusal | undefined {
  for (const [kind, maximum] of maximumOfKind) {
    if (commands.filter((command) => kindOf(command) === kind).length > maximum)
      return tooManyCommands(maximum);
  }
  return undefined;
}

/** A list that replaces all commands: each by itself, and no name twice within a kind. */
export function checkCommands(commands: readonly Command[], problems: Problems): void {
  const names = new Set<string>();
  commands.forEach((command, index) => {
    checkCommand(command, [index], problems);
    const key = `${kindOf(command)} ${command.name}`;
    if (names.has(key)) problems.add([index, 'name'], nameTaken);
    names.add(key);
  });
}

/** A new command: https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export function checkCommand(command: Command, at: Path, problems: Problems): void {
  const kind = kindOf(command);
  if (kind === SLASH) checkSlashCommand(command, at, problems);
  else if (kind === USER || kind === MESSAGE) checkContextMenuCommand(command, at, problems);
  if (sizeOf(command) > MAXIMUM_SIZE) problems.add(at, tooLarge);
}

/** A change of a command: its kind is not in the body, so a name is judged only where options show it is a slash command. */
export function checkCommandChange(command: Command, problems: Problems): void {
  if (command.options?.length) {
    checkSlashName(command, [], problems);
    checkOptions(command.options, [], problems);
  }
  if (sizeOf(command) > MAXIMUM_SIZE) problems.add([], tooLarge);
}

function kindOf(command: Command): number {
  return command.type ?? SLASH;
}

function checkSlashCommand(command: Command, at: Path, problems: Problems): void {
  checkSlashName(command, at, problems);
  const { description } = command;
  if (description === null || description === undefined) problems.add([...at, 'description'], required);
  else if (isBlank(description)) problems.add([...at, 'description'], badLength(1, MAXIMUM_DESCRIPTION));
  if (command.options) checkOptions(command.options, at, problems);
}

function checkContextMenuCommand(command: Command, at: Path, problems: Problems): void {
  if (isBlank(command.name)) problems.add([...at, 'name'], required);
  if (command.description) problems.add([...at, 'description'], contextMenuDescription);
  if (command.options?.length) problems.add([...at, 'options'], contextMenuOptions);
}

/**
 * Names, descriptions and values of a command with all its options and choices, of each text its longest
 * translation (interactions/application-commands#slash-commands).
 */
function sizeOf(command: Command | CommandOption): number {
  const choices = 'choices' in command ? (command.choices ?? []) : [];
  return (
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations) +
    choices.reduce((sum, choice) => {
      return sum + longest(choice.name, choice.name_localizations) + lengthOf(String(choice.value));
    }, 0) +
    (command.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0)
  );
}

function longest(text: string | null | undefined, translations: Localizations | undefined): number {
  return Math.max(lengthOf(text ?? ''), ...Object.values(translations ?? {}).map(lengthOf));
}
