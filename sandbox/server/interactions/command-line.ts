/** Reads a line such as `/search query:docker tag:ops` into a command's path and its options' texts. */
import { ControlError } from '../control-error.js';

interface Word {
  text: string;
  quoted: boolean;
  start: number;
}

/** What the reader must know of an option. */
export interface OptionName {
  name: string;
  /** The name in the person's language, which may be typed as well. */
  local?: string;
}

/** The words of a line; those in double quotes are one, with `\"`, `\\` and `\n` understood. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  const pattern = /([^\s":]+:)?"((?:[^"\\]|\\.)*)"|(\S+)/gs;
  for (const match of line.matchAll(pattern)) {
    const [, label, quoted, plain] = match;
    const text = quoted === undefined ? (plain ?? '') : `${label ?? ''}${unescaped(quoted)}`;
    words.push({ text, quoted: quoted !== undefined && label === undefined, start: match.index });
  }
  return words;
}

/** The text of each option: by `name:value`, or in the order of `options`; the last takes the rest. */
export function optionTexts(line: string, words: Word[], options: OptionName[]): Map<string, string> {
  const texts = new Map<string, string>();
  const labels = words.map((word) => labelOf(word, options));
  const labelled = new Set(labels.map((label) => label?.name));
  const positions = options.filter((option) => !labelled.has(option.name));
  let open: string | undefined;
  for (const [index, word] of words.entries()) {
    const label = labels[index];
    if (label !== undefined) {
      texts.set(label.name, word.text.slice(label.typed.length + 1));
      open = isQuotedValue(line, word, label.typed) ? undefined : label.name;
    } else if (open !== undefined) {
      texts.set(open, `${texts.get(open)} ${word.text}`.trim());
    } else {
      const option = positions.shift();
      if (!option) throw new ControlError('noOptionFor', [word.text]);
      const isLast = positions.length === 0;
      const isFree = labels.slice(index).every((one) => one === undefined);
      if (isLast && isFree && !word.quoted) {
        texts.set(option.name, line.slice(word.start).trim());
        return texts;
      }
      texts.set(option.name, word.text);
    }
  }
  return texts;
}

/** The option a word names, and the name it was typed with. */
function labelOf(word: Word, options: OptionName[]): { name: string; typed: string } | undefined {
  if (word.quoted) return undefined;
  for (const { name, local } of options)
    for (const typed of [name, local])
      if (typed !== undefined && word.text.startsWith(`${typed}:`)) return { name, typed };
  return undefined;
}

function isQuotedValue(line: string, word: Word, label: string): boolean {
  return line[word.start + label.length + 1] === '"';
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character));
}
