/** Command lines and their definitions: options whose text spans lines, and the option being completed. */
import { PlainError } from '../plain-error.js';

/** The parts of a command's or option's definition that are used. */
export interface Definition {
  name: string;
  type?: number;
  autocomplete?: boolean;
  options?: Definition[];
}

const branches = [1, 2];

/** The path of a line (`entry view`) and the options that follow it. */
export function definitionOf(
  line: string,
  commands: readonly Definition[],
): { path: string; options: Definition[] } {
  const words = line.trim().replace(/^\//, '').split(/\s+/);
  const names: string[] = [];
  let offered: readonly Definition[] = commands;
  let options: Definition[] = [];
  for (const word of words) {
    const found = offered.find((one) => one.name === word);
    if (!found) break;
    names.push(found.name);
    options = (found.options ?? []).filter((one) => !branches.includes(one.type ?? 0));
    offered = (found.options ?? []).filter((one) => branches.includes(one.type ?? 0));
  }
  return { path: names.join(' '), options };
}

/**
 * The line with the quotes that keep line breaks: `body:one⏎two` becomes `body:"one⏎two"`. Other lines stay as they
 * are.
 */
export function withLineBreaks(line: string, commands: readonly Definition[]): string {
  if (!line.includes('\n')) return line;
  const { options } = definitionOf(line, commands);
  if (options.length === 0) return line;
  const label = new RegExp(`(?<=\\s)(?=(?:${options.map((one) => one.name).join('|')}):)`);
  return pieces(line, label)
    .map((piece) => {
      const [, name, value] = /^([\w-]+):(?!\s*")(.*)$/s.exec(piece) ?? [];
      if (name === undefined || !value?.includes('\n')) return piece;
      return `${name}:"${value.trim().replace(/[\\"]/g, '\\$&')}" `;
    })
    .join('');
}

/** Splits before each label, except inside quotes. */
function pieces(line: string, label: RegExp): string[] {
  const found: string[] = [];
  for (const piece of line.split(label)) {
    const last = found.at(-1);
    const isOpen = last !== undefined && /^[\w-]+:"/.test(last) && !/[^\\]"\s*$/.test(last);
    if (isOpen) found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found;
}

/** The option a line ends in, and its text so far; `line` is the rest. */
export function completionOf(
  line: string,
  commands: readonly Definition[],
): { line: string; option: string; typed: string } {
  const { path, options } = definitionOf(line, commands);
  if (path === '') throw new PlainError(`There is no command ${line.trim().split(/\s/)[0]}.`);
  const after = line.trim().replace(/^\//, '').slice(path.length).trim();
  const label = new RegExp(`(?:^|\\s)(${options.map((one) => one.name).join('|')}):([^:]*)$`);
  const labelled = options.length > 0 ? label.exec(after) : null;
  if (labelled) {
    const before = after.slice(0, labelled.index).trim();
    return { line: `/${path} ${before}`.trim(), option: labelled[1] ?? '', typed: labelled[2] ?? '' };
  }
  const option = options.find((one) => one.autocomplete);
  if (!option) throw new PlainError(`/${path} completes nothing.`);
  return { line: `/${path}`, option: option.name, typed: after };
}
