/** A command that is being filled in: which options are open, what stands in each, and what it would send. */
import type { Lookup } from '../model.js';
import { words } from '../words/words.js';
import type { CommandOption, OfferedCommand } from './offered.js';
import { checkOption, type Entered, type OptionValues } from './option-value.js';
import { hasNameInside, namesOf, plainName, splitAtNames, type TypedLine } from './typed-line.js';

export interface Filling {
  command: OfferedCommand;
  /** What was entered, by option, in the order the fields stand in: required ones first. */
  entered: ReadonlyMap<string, Entered>;
  /** What is typed behind the fields: the beginning of another option's name, or text for the next one. */
  tail: string;
}

/** What is wrong with an option, by its name. */
export type Problems = ReadonlyMap<string, string>;

export interface Ready {
  values: OptionValues;
  files: { [option: string]: File };
  problems: Problems;
}

const EMPTY: Entered = { text: '' };

/** A command's fields with what was typed for them; text without a name goes to the first required field. */
export function beginFilling({ command, texts, rest }: TypedLine): Filling {
  const required = command.options.filter((option) => option.required);
  const entered = new Map<string, Entered>(required.map(({ name }) => [name, EMPTY]));
  const first = required.find(({ name }) => !texts.has(name));
  if (first && rest !== '') entered.set(first.name, { text: rest });
  for (const [name, text] of texts) entered.set(name, { text });
  return { command, entered, tail: first ? '' : rest };
}

/** With its command as it is offered now: in another language since, or with other options. */
export function asOffered(filling: Filling, offered: readonly OfferedCommand[]): Filling {
  const { path, applicationId } = filling.command;
  const command = offered.find((one) => one.path === path && one.applicationId === applicationId);
  return command ? { ...filling, command } : filling;
}

/** The options that have no field yet. */
export function optionsLeft({ command, entered }: Filling): CommandOption[] {
  return command.options.filter(({ name }) => !entered.has(name));
}

export function openOptions({ command, entered }: Filling): { option: CommandOption; entered: Entered }[] {
  return [...entered].flatMap(([name, value]) => {
    const option = command.options.find((one) => one.name === name);
    return option ? [{ option, entered: value }] : [];
  });
}

/** With what is entered for an option, which gets a field when it has none. */
export function withEntered(filling: Filling, name: string, entered: Entered): Filling {
  return { ...filling, entered: new Map(filling.entered).set(name, entered) };
}

/** Takes an optional option's field away again. */
export function withoutOption(filling: Filling, name: string): Filling {
  const entered = new Map(filling.entered);
  entered.delete(name);
  return { ...filling, entered };
}

/** The options that can be named while something else is typed: those without a field, and those left empty. */
function optionsToName({ command, entered }: Filling, typing: string | undefined): CommandOption[] {
  return command.options.filter(({ name }) => {
    const there = entered.get(name);
    return name !== typing && (there === undefined || (there.text === '' && !there.file));
  });
}

/**
 * What becomes of a text typed into an option's field when it names options: its beginning stays, and each option
 * that it names gets its own part. Undefined when it names none.
 */
export function withTypedNames(filling: Filling, name: string, text: string): NamedText | undefined {
  const called = filling.command.options.filter((option) => option.name === name).flatMap(namesOf);
  const own = new RegExp(`^(${called.join('|')}):\\s*`, 'iu').exec(text);
  const options = optionsToName(filling, name);
  if (!own && !hasNameInside(text, options)) return undefined;
  const rest = text.slice(own?.[0].length ?? 0);
  if (!hasNameInside(rest, options))
    return { filling: withEntered(filling, name, { text: rest }), last: name };
  const { before, texts } = splitAtNames(rest, options);
  return named(withEntered(filling, name, { text: before }), texts, name);
}

/** The same behind the fields, where a name and its colon are enough: nothing else could be meant. */
export function withTypedTail(filling: Filling, text: string): NamedText | undefined {
  const { before, texts } = splitAtNames(text, optionsToName(filling, undefined));
  return texts.size > 0 ? named({ ...filling, tail: before }, texts, '') : undefined;
}

export interface NamedText {
  filling: Filling;
  /** The option that was named last, where typing goes on. */
  last: string;
}

function named(filling: Filling, texts: ReadonlyMap<string, string>, otherwise: string): NamedText {
  let changed = filling;
  for (const [name, text] of texts) changed = withEntered(changed, name, { text });
  return { filling: changed, last: [...texts.keys()].at(-1) ?? otherwise };
}

/** What the command would send, and what keeps it from being sent. Optional fields left empty are not sent. */
export function readyOf(filling: Filling, lookup: Lookup): Ready {
  const problems = new Map<string, string>();
  const ready: Ready = { values: {}, files: {}, problems };
  for (const { option, entered } of openOptions(filling)) {
    const checked = checkOption(option, entered, lookup);
    if (checked === 'nothing') {
      if (option.required) problems.set(option.name, words().problems.option);
    } else if ('problem' in checked) problems.set(option.name, checked.problem);
    else if ('file' in checked) ready.files[option.name] = checked.file;
    else ready.values[option.name] = checked.value;
  }
  return ready;
}

/** The command as one could type it in any language, which is what the composer keeps of it. */
export function lineOf(filling: Filling): string {
  const options = openOptions(filling)
    .filter(({ entered }) => entered.text !== '')
    .map(({ option, entered }) => `${plainName(option, filling.command.options)}:${entered.text}`);
  return [`/${filling.command.path}`, ...options, filling.tail].join(' ');
}
