/** Indentation that pasting spoilt, repaired where that can't change what the code does. */
import { isJson } from './code-language.js';
import type { CodeLanguage } from './code-model.js';

/** White space at the beginning of their lines means nothing outside strings, which must not run over lines. */
const bracedLanguages: readonly string[] = [
  'c',
  'cpp',
  'cs',
  'css',
  'go',
  'java',
  'js',
  'json',
  'php',
  'rust',
  'ts',
] satisfies CodeLanguage[];

/** What may run over several lines, so that white space in it counts. */
const overLines = /`|"""|'''|\/\*|<<<|R"|r#|\\$/m;

/** @param language of the code, as behind a fence; empty when it isn't known */
export function repairIndentation(code: string, language: string): string {
  const plain = withPlainSpaces(code);
  const isBraced = bracedLanguages.includes(language);
  if (isBraced && isFlat(plain)) return indentByBrackets(plain, language) ?? plain;
  return withoutCommonIndent(withFirstLine(plain));
}

/** Spaces that don't break, as pages have them, are errors in most languages. */
function withPlainSpaces(code: string): string {
  return code.replace(/^[\t\u00a0\u2000-\u200a\u202f\u3000 ]+/gm, (spaces) => spaces.replace(/[^\t ]/g, ' '));
}

const linesOf = (code: string) => code.split('\n');
const indentOf = (line: string) => /^[\t ]*/.exec(line)?.[0] ?? '';
const isBlank = (line: string) => line.trim() === '';

/** What all of them have in common. */
function commonIndent(lines: readonly string[]): string {
  const [first = '', ...others] = lines.filter((line) => !isBlank(line)).map(indentOf);
  return others.reduce((common, indent) => {
    let length = 0;
    while (length < common.length && common[length] === indent[length]) length += 1;
    return common.slice(0, length);
  }, first);
}

/**
 * Discord takes the white space before the first line of a message. It is back where only one place fits: beside the
 * line after it, or, when it opens a block, beside a later line that is further left than that block.
 */
function withFirstLine(code: string): string {
  const [first = '', ...others] = linesOf(code);
  const common = commonIndent(others);
  const next = others.find((line) => !isBlank(line));
  if (indentOf(first) !== '' || common === '' || next === undefined) return code;
  const opens = /[:{([,\\]\s*(?:#.*|\/\/.*)?$/.test(first);
  if (opens ? indentOf(next).length > common.length : indentOf(next) === common)
    return [common + first, ...others].join('\n');
  return code;
}

function withoutCommonIndent(code: string): string {
  const lines = linesOf(code);
  const { length } = commonIndent(lines);
  // A string over several lines would lose its own white space.
  if (length === 0 || /`|"""|'''/.test(code)) return code;
  return lines.map((line) => line.slice(Math.min(length, indentOf(line).length))).join('\n');
}

function isFlat(code: string): boolean {
  const lines = linesOf(code);
  return (
    lines.length > 2 &&
    lines.every((line) => indentOf(line) === '') &&
    (isJson(code) || !overLines.test(code))
  );
}

/** Two spaces for each line with open brackets; undefined when they don't match, so that they may be something else. */
function indentByBrackets(code: string, language: string): string | undefined {
  const open: { bracket: string; line: number }[] = [];
  const lines: string[] = [];
  for (const [index, line] of linesOf(code).entries()) {
    const leading = /^[)\]}]*/.exec(line)?.[0].length ?? 0;
    const levels = new Set(open.slice(0, Math.max(0, open.length - leading)).map((one) => one.line)).size;
    lines.push(isBlank(line) ? '' : '  '.repeat(levels) + line);
    for (const bracket of bracketsOf(line, language)) {
      if ('([{'.includes(bracket)) open.push({ bracket, line: index });
      else if (open.pop()?.bracket !== { ')': '(', ']': '[', '}': '{' }[bracket]) return undefined;
    }
  }
  return open.length === 0 ? lines.join('\n') : undefined;
}

/** Those outside strings and comments that end with the line. */
function bracketsOf(line: string, language: string): string[] {
  const strings =
    language === 'rust' ? /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)'/g : /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
  const code = line.replace(strings, '""').replace(language === 'css' ? /$^/ : /\/\/.*$/, '');
  return [...code].filter((character) => '()[]{}'.includes(character));
}
