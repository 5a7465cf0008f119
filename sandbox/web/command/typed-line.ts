/** Reads a command that was typed or pasted in one go: `/search query:redis cache kind:concept`. */
import type { CommandOption, OfferedCommand } from './offered.js';

export interface TypedLine {
  command: OfferedCommand;
  /** The text of each option that is named, by its name. */
  texts: ReadonlyMap<string, string>;
  /** What stands before the first name. */
  rest: string;
}

/** The command a text has gone beyond the name of; undefined while its name is still being typed. */
export function readTypedLine(text: string, offered: readonly OfferedCommand[]): TypedLine | undefined {
  const line = text.replace(/^\/\s*/, '');
  for (const command of offered) {
    const words = command.path.split(' ').join('\\s+');
    const name = new RegExp(`^${words}\\s`, 'i').exec(line);
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
  options: readonly Pick<CommandOption, 'name'>[],
): { before: string; texts: Map<string, string> } {
  const texts = new Map<string, string>();
  const names = options.map(({ name }) => name);
  if (names.length === 0) return { before: text.trim(), texts };
  // Names hold letters, digits, - and _ alone: nothing that a pattern would take for more.
  const pattern = new RegExp(`(?<=^|\\s)(${names.join('|')}):`, 'giu');
  const marks = [...text.matchAll(pattern)]
    .map((match) => ({
      name: (match[1] ?? '').toLowerCase(),
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
export function hasNameInside(text: string, options: readonly Pick<CommandOption, 'name'>[]): boolean {
  return options.some(({ name }) => new RegExp(`(?<=^|\\s)${name}:\\S`, 'iu').test(text));
}
