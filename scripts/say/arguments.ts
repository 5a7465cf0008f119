/** Reads the arguments after `npm run say --`: who acts and where, and what they do. */
import { PlainError } from '../plain-error.js';

export type SayAction =
  | { verb: 'command'; line: string }
  | { verb: 'click'; control: string }
  | { verb: 'choose'; control: string; values: string[] }
  | { verb: 'submit'; fields: [name: string, value: string][] }
  | { verb: 'menu'; name: string; target: string }
  | { verb: 'write'; text: string }
  | { verb: 'complete'; line: string }
  | { verb: 'read'; count: number }
  | { verb: 'clock'; to: string | undefined }
  | { verb: 'who' }
  | { verb: 'help' };

export interface SayArguments {
  action: SayAction;
  /** Who acts; by default the same as before. */
  as: string | undefined;
  /** The channel; by default the same as before. */
  in: string | undefined;
  /** Prints what the sandbox answered instead of text. */
  json: boolean;
  /** Files for a command's options, `option=path` each. */
  files: string[];
}

const readAtFirst = 5;

/** @throws PlainError for arguments that make no sense */
export function readArguments(words: readonly string[]): SayArguments {
  const said: Omit<SayArguments, 'action'> = { as: undefined, in: undefined, json: false, files: [] };
  const rest: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, name, given] = /^--(as|in|json|file)(?:=(.*))?$/s.exec(word) ?? [];
    if (word === '--') rest.push(...left.splice(0));
    else if (name === undefined) rest.push(word);
    else if (name === 'json') said.json = true;
    else {
      const value = given ?? left.shift();
      if (!value) throw new PlainError(`--${name} needs a value.`);
      if (name === 'file') said.files.push(value);
      else said[name as 'as' | 'in'] = value;
    }
  }
  return { ...said, action: actionOf(rest) };
}

function actionOf([first = 'help', ...rest]: string[]): SayAction {
  if (first.startsWith('/')) return { verb: 'command', line: [first, ...rest].join(' ') };
  switch (first) {
    case 'click':
      return { verb: 'click', control: needed(rest.join(' '), 'click needs a number or a label') };
    case 'choose': {
      const [control, ...values] = rest;
      if (values.length === 0) throw new PlainError('choose needs a number and what to choose.');
      return { verb: 'choose', control: control ?? '', values };
    }
    case 'submit':
      return { verb: 'submit', fields: rest.map(fieldOf) };
    case 'menu': {
      const [name = '', target = ''] = rest;
      needed(target, 'menu needs a command’s name and a message’s number or @member');
      return { verb: 'menu', name, target };
    }
    case 'write':
      return { verb: 'write', text: needed(rest.join(' '), 'write needs a text') };
    case 'complete':
      return {
        verb: 'complete',
        line: needed(rest.join(' '), "complete needs a line, such as '/entry view doc'"),
      };
    case 'read':
      return { verb: 'read', count: countOf(rest[0]) };
    case 'clock':
      return { verb: 'clock', to: rest.join(' ') || undefined };
    case 'who':
      return { verb: 'who' };
    case 'help':
      return { verb: 'help' };
    default:
      throw new PlainError(
        `"${first}" means nothing here: a command begins with a slash, and \`npm run say -- help\` lists the rest.`,
      );
  }
}

function needed(text: string, otherwise: string): string {
  if (text === '') throw new PlainError(`${otherwise}.`);
  return text;
}

function fieldOf(word: string): [string, string] {
  const equals = word.indexOf('=');
  if (equals < 1)
    throw new PlainError(`"${word}" should be a field and its value, such as title='My title'.`);
  return [word.slice(0, equals), word.slice(equals + 1)];
}

function countOf(word: string | undefined): number {
  const count = word === undefined ? readAtFirst : Number(word);
  if (!Number.isInteger(count) || count < 1 || count > 100)
    throw new PlainError('read needs a number from 1 to 100.');
  return count;
}
