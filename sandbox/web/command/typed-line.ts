/** Reads a command that was typed or pasted in one go: `/search query:redis cache kind:concept`. */
import { type CommandOption, commandName, type OfferedCommand, optionName } from './offered.js';

type Named = Pick<CommandOption, 'name' | 'localName'>;

export interface TypedLine {
  command: OfferedCommand;
  /** The text of each option that is named, by its name. */
  texts: ReadonlyMap<string, string>;
  /** What stands before the first name. */
  rest: string;
}

/** What an option can be called in a line: its name in the viewer's language, and its own. */
export function namesOf(option: Named): string[] {
  return [optionName(option), option.name];
}

/** The name that says in any language which of the options is meant; its own, unless another one is called that here. */
export function plainName(option: Named, options: readonly Named[]): string {
  const isTaken = options.some((one) => one.name !== option.name && optionName(one) === option.name);
  return isTaken ? optionName(option) : option.name;
}

/** The command a text has gone beyond the name of; undefined while its name is still being typed. */
export function readTypedLine(text: string, offered: readonly OfferedCommand[]): TypedLine | undefined {
  const line = text.replace(/^\/\s*/, '');
  for (const command of offered) {
    const local = commandName(command).split(' ');
    const names = command.path.split(' ').map((word, index) => `(?:${local[index]}|${word})`);
    const name = new RegExp(`^${names.join('\\s+')}\\s`, 'iu').exec(line);
    if (!name) continue;
    const { before, texts } = splitAtNames(line.slice(name[0].length), command.options);
    return { command, texts, rest: before };
  }
  return undefined;
}

/**
 * Takes a text apart where the name of an option and a colon stand at the beginning of a word. Each value goes on
 * to the next name, whatever it holds, as no option's value ends by itself; a name counts once.
 */
export function splitAtNames(
  text: string,
  options: readonly Named[],
): { before: string; texts: Map<string, string> } {
  const texts = new Map<string, string>();
  if (options.length === 0) return { before: text.trim(), texts };
  // A name in the viewer's language comes before the same word as another option's own name.
  const named = new Map([
    ...options.map(({ name }) => [name, name] as const),
    ...options.map((option) => [optionName(option).toLowerCase(), option.name] as const),
  ]);
  // Names have letters, digits, - and _ only: nothing that means something in a pattern.
  const pattern = new RegExp(`(?<=^|\\s)(${options.flatMap(namesOf).join('|')}):`, 'giu');
  const marks = [...text.matchAll(pattern)]
    .map((match) => ({
      name: named.get((match[1] ?? '').toLowerCase()) ?? '',
      from: match.index,
      to: match.index + match[0].length,
    }))
    .filter(({ name }, index, all) => all.findIndex((one) => one.name === name) === index);
  marks.forEach(({ name, to }, index) => {
    texts.set(name, text.slice(to, marks[index + 1]?.from).trim());
  });
  return { before: text.slice(0, marks[0]?.from).trim(), texts };
}

/**
 * A name typed into another option's value, with the beginning of a value right behind it: `redis kind:c`.
 * A colon followed by a space is prose (`at this link: …`) and stays where it is.
 */
export function hasNameInside(text: string, options: readonly Named[]): boolean {
  const names = options.flatMap(namesOf);
  return names.some((name) => new RegExp(`(?<=^|\\s)${name}:\\S`, 'iu').test(text));
}
