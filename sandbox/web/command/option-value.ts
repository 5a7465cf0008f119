/** Owns what an option takes: the value of what was entered, or what is wrong with it in a sentence. */
import type { Lookup } from '../model.js';
import { type EntityKind, entityOptions } from '../parts/entity-options.js';
import { words } from '../words/words.js';
import { type CommandOption, OptionType } from './offered.js';

/** What someone entered for an option. */
export interface Entered {
  /** As it stands in the field. */
  text: string;
  /** What was picked from a list, of which `text` is the name; typing on takes it away. */
  picked?: string | number;
  file?: File;
}

export type OptionValue = string | number | boolean;
/** What a command would send, by the names of its options; files are sent separately. */
export type OptionValues = { [option: string]: OptionValue };
export type Checked = { value: OptionValue } | { file: File } | { problem: string } | 'nothing';

/** https://docs.discord.com/developers/interactions/application-commands: a string without bounds of its own. */
const LONGEST = 6_000;

/** What an option would send; `nothing` when its field is empty. */
export function checkOption(option: CommandOption, entered: Entered, lookup: Lookup): Checked {
  if (option.type === OptionType.attachment) return entered.file ? { file: entered.file } : 'nothing';
  const text = entered.text.trim();
  if (text === '') return 'nothing';
  if (option.choices?.length) return choice(option.choices, entered, text);
  switch (option.type) {
    case OptionType.string:
      return string(option, entered.picked === undefined ? entered.text : String(entered.picked));
    case OptionType.integer:
    case OptionType.number:
      return number(option, String(entered.picked ?? text));
    case OptionType.boolean:
      return boolean(String(entered.picked ?? text).toLowerCase());
    default:
      return entity(option, entered, text, lookup);
  }
}

function choice(choices: NonNullable<CommandOption['choices']>, entered: Entered, text: string): Checked {
  const wanted = text.toLowerCase();
  const found =
    choices.find(({ value }) => value === entered.picked) ??
    choices.find(({ name }) => name.toLowerCase() === wanted) ??
    choices.find(({ value }) => String(value).toLowerCase() === wanted);
  return found ? { value: found.value } : { problem: words().problems.notInList };
}

function string(
  { min_length: minimum = 0, max_length: maximum = LONGEST }: CommandOption,
  value: string,
): Checked {
  const { short, long } = words().problems;
  if (value.length < minimum) return { problem: short(minimum) };
  if (value.length > maximum) return { problem: long(maximum, value.length) };
  return { value };
}

/** By the words of the viewer's language, and in English in any. */
function boolean(text: string): Checked {
  const { true: yes, false: no } = words().command;
  if (/^(true|yes)$/.test(text) || text === yes.toLowerCase()) return { value: true };
  if (/^(false|no)$/.test(text) || text === no.toLowerCase()) return { value: false };
  return { problem: words().problems.boolean };
}

function number(option: CommandOption, text: string): Checked {
  const { min_value: minimum, max_value: maximum } = option;
  const { problems } = words();
  const isWhole = option.type === OptionType.integer;
  const pattern = isWhole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  const value = Number(text);
  if (!pattern.test(text) || (isWhole && !Number.isSafeInteger(value)))
    return { problem: isWhole ? problems.whole : problems.number };
  if (minimum !== undefined && value < minimum) return { problem: problems.least(minimum) };
  if (maximum !== undefined && value > maximum) return { problem: problems.most(maximum) };
  return { value };
}

const ENTITIES: { [type: number]: EntityKind } = {
  [OptionType.user]: 'user',
  [OptionType.role]: 'role',
  [OptionType.mentionable]: 'mentionable',
  [OptionType.channel]: 'channel',
};

/** The kind of entity an option takes; undefined for other options. */
export function entityKind(option: CommandOption): EntityKind | undefined {
  return ENTITIES[option.type];
}

function entity(option: CommandOption, entered: Entered, text: string, lookup: Lookup): Checked {
  const kind = ENTITIES[option.type];
  if (!kind) return { problem: words().problems.unknown };
  const wanted = text.replace(/^(@&?|#)/, '').toLowerCase();
  const found = entityOptions(lookup, kind, option.channel_types).find(
    ({ value, label, mark }) =>
      value === entered.picked ||
      (entered.picked === undefined &&
        (value === text ||
          label.toLowerCase() === wanted ||
          (mark?.kind === 'person' && lookup.person(value)?.username.toLowerCase() === wanted))),
  );
  return found ? { value: found.value } : { problem: words().problems[kind] };
}
