/** Owns the rules of a command's options: their names, order, nesting and choices. */
import { type Path, type Problem, type Problems, tooLarge } from './problems.js';

export type Localizations = Readonly<Record<string, string>> | null;

export interface CommandChoice {
  name: string;
  name_localizations?: Localizations;
  value: string | number;
}

/** An option as it stands after its schema was checked. */
export interface CommandOption {
  type: number;
  name: string;
  name_localizations?: Localizations;
  description: string;
  description_localizations?: Localizations;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: readonly CommandChoice[] | null;
  options?: readonly CommandOption[] | null;
  min_value?: number | null;
  max_value?: number | null;
  min_length?: number | null;
  max_length?: number | null;
}

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const invalidName: Problem = { code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' };
const requiredFirst: Problem = {
  code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  message: 'Required options must be placed before non-required options',
};
const nameTaken: Problem = {
  code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  message: 'Option name already exists in application command options',
};
const mixedWithSubcommands: Problem = {
  code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
};
const autocompleteWithChoices: Problem = {
  code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE',
  message: 'Autocomplete and choices are mutually exclusive',
};

/**
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming:
 * the pattern, and no letter that has a lower-case form. Translations follow it too.
 */
export function checkSlashName(
  named: { name?: string; name_localizations?: Localizations },
  path: Path,
  problems: Problems,
): void {
  if (named.name !== undefined && !isSlashName(named.name)) problems.add([...path, 'name'], invalidName);
  for (const [locale, name] of Object.entries(named.name_localizations ?? {})) {
    if (!isSlashName(name)) problems.add([...path, 'name_localizations', locale], invalidName);
  }
}

function isSlashName(name: string): boolean {
  return namePattern.test(name) && name === name.toLowerCase();
}

/**
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure
 */
export function checkOptions(options: readonly CommandOption[], at: Path, problems: Problems): void {
  const names = new Set<string>();
  const nested = options.filter((option) => isNesting(option)).length;
  let optionalSeen = false;
  options.forEach((option, index) => {
    const path = [...at, 'options', index];
    checkSlashName(option, path, problems);
    if (names.has(option.name)) problems.add([...path, 'name'], nameTaken);
    names.add(option.name);
    if (nested > 0 && !isNesting(option)) problems.add(path, mixedWithSubcommands);
    if (option.required && optionalSeen) problems.add(path, requiredFirst);
    if (!option.required) optionalSeen = true;
    checkBounds(option, path, problems);
    if (option.autocomplete && option.choices?.length) {
      problems.add([...path, 'autocomplete'], autocompleteWithChoices);
    }
    if (option.options) checkOptions(option.options, path, problems);
  });
}

function isNesting({ type }: CommandOption): boolean {
  return type === SUBCOMMAND || type === SUBCOMMAND_GROUP;
}

function checkBounds(option: CommandOption, path: Path, problems: Problems): void {
  for (const [low, high] of [
    ['min_value', 'max_value'],
    ['min_length', 'max_length'],
  ] as const) {
    const minimum = option[low];
    const maximum = option[high];
    if (minimum === null || minimum === undefined || maximum === null || maximum === undefined) continue;
    if (minimum > maximum) problems.add([...path, low], tooLarge(maximum));
  }
}
