/** What the fields of a command in the page take, and what they say of what they do not take. */
import { describe, expect, it } from 'vitest';
import {
  beginFilling,
  lineOf,
  openOptions,
  optionsLeft,
  readyOf,
  withEntered,
  withTypedNames,
  withTypedTail,
} from '../../../sandbox/web/command/filling.js';
import type { CommandOption, OfferedCommand } from '../../../sandbox/web/command/offered.js';
import { checkOption, type Entered } from '../../../sandbox/web/command/option-value.js';
import { lookup } from './support.js';

const option = (type: number, more: Partial<CommandOption> = {}): CommandOption => ({
  type,
  name: 'it',
  description: '',
  ...more,
});
const entered = (text: string, more: Partial<Entered> = {}): Entered => ({ text, ...more });
const kinds = [
  { name: 'Concept', value: 'concept' },
  { name: 'A goal', value: 'goal' },
];

describe('an option takes', () => {
  it.each([
    ['text as it is', option(3), entered(' a '), { value: ' a ' }],
    ['nothing for blanks', option(3), entered('  '), 'nothing'],
    [
      'text of enough characters',
      option(3, { min_length: 3 }),
      entered('ab'),
      { problem: 'Write at least 3 characters.' },
    ],
    [
      'text of so many',
      option(3, { max_length: 1 }),
      entered('ab'),
      { problem: 'Write at most 1 character; there are 2.' },
    ],
    [
      'the value of the choice that was completed',
      option(3),
      entered('#12 Redis', { picked: '12' }),
      { value: '12' },
    ],
    ['a choice by its name', option(3, { choices: kinds }), entered('a GOAL'), { value: 'goal' }],
    ['a choice by its value', option(3, { choices: kinds }), entered('goal'), { value: 'goal' }],
    [
      'no other choice',
      option(3, { choices: kinds }),
      entered('goals'),
      { problem: 'Choose one of the list.' },
    ],
    ['whole numbers', option(4), entered(' -12 '), { value: -12 }],
    ['no parts of them', option(4), entered('1.5'), { problem: 'Write a whole number.' }],
    [
      'no number that loses digits',
      option(4),
      entered('9007199254740993'),
      { problem: 'Write a whole number.' },
    ],
    ['numbers', option(10), entered('.5'), { value: 0.5 }],
    ['no other words for numbers', option(10), entered('Infinity'), { problem: 'Write a number.' }],
    ['numbers from', option(4, { min_value: 1 }), entered('0'), { problem: 'Write 1 or more.' }],
    ['numbers to', option(4, { max_value: 5 }), entered('6'), { problem: 'Write 5 or less.' }],
    ['true', option(5), entered('True'), { value: true }],
    ['false', option(5), entered('no'), { value: false }],
    ['neither', option(5), entered('maybe'), { problem: 'Choose True or False.' }],
    ['a member who was picked', option(6), entered('Amina', { picked: 'u1' }), { value: 'u1' }],
    ['a member by name', option(6), entered('@amina'), { value: 'u1' }],
    ['a member by user name', option(6), entered('chidi'), { value: 'u2' }],
    ['no stranger', option(6), entered('nobody'), { problem: 'Choose a member of the list.' }],
    ['a role', option(8), entered('@Moderators'), { value: 'r1' }],
    ['a member or a role', option(9), entered('moderators'), { value: 'r1' }],
    ['a channel of its types', option(7, { channel_types: [0] }), entered('#general'), { value: 'c1' }],
    [
      'no channel of others',
      option(7, { channel_types: [2] }),
      entered('general'),
      { problem: 'Choose a channel of the list.' },
    ],
    ['no file', option(11), entered(''), 'nothing'],
    [
      'what it does not know: nothing',
      option(99),
      entered('x'),
      { problem: 'This page does not know this kind of option yet.' },
    ],
  ])('%s', (_, asked, given, expected) => {
    expect(checkOption(asked, given, lookup)).toEqual(expected);
  });
});

describe('a command being filled in', () => {
  const command: OfferedCommand = {
    path: 'entry view',
    applicationId: 'nexus',
    description: '',
    options: [
      option(3, { name: 'entry', required: true }),
      option(3, { name: 'kind', choices: kinds }),
      option(4, { name: 'page' }),
    ],
  };
  const begin = (texts: [string, string][] = [], rest = '') =>
    beginFilling({ command, texts: new Map(texts), rest });
  const names = (filling: ReturnType<typeof begin>) => openOptions(filling).map(({ option }) => option.name);

  it('shows the required options, and offers the others', () => {
    expect(names(begin())).toEqual(['entry']);
    expect(optionsLeft(begin()).map(({ name }) => name)).toEqual(['kind', 'page']);
  });

  it('gives text without a name to the first required option', () => {
    expect(readyOf(begin([['page', '2']], 'redis'), lookup)).toMatchObject({
      values: { entry: 'redis', page: 2 },
    });
  });

  it('names what is missing and what is wrong, and sends no empty optional field', () => {
    const filling = withEntered(begin([['page', 'two']]), 'kind', { text: '' });
    const { values, problems } = readyOf(filling, lookup);
    expect(values).toEqual({});
    expect([...problems]).toEqual([
      ['entry', 'This option is required.'],
      ['page', 'Write a whole number.'],
    ]);
  });

  it('opens the options that a text names', () => {
    const typed = withTypedNames(begin(), 'entry', 'redis kind:goal page:2');
    expect(typed?.last).toBe('page');
    expect(typed && readyOf(typed.filling, lookup).values).toEqual({ entry: 'redis', kind: 'goal', page: 2 });
    expect(withTypedNames(begin(), 'entry', 'redis kind: goal')).toBeUndefined();
  });

  it('understands the name of a field inside of itself, and of one that is still empty', () => {
    const own = withTypedNames(begin(), 'entry', 'entry:re');
    expect(own?.last).toBe('entry');
    expect(own?.filling.entered.get('entry')).toEqual({ text: 're' });
    const tail = withTypedTail(begin(), 'entry:12 page:');
    expect(tail?.last).toBe('page');
    expect(tail?.filling.tail).toBe('');
    expect(tail?.filling.entered.get('entry')).toEqual({ text: '12' });
    expect(withTypedTail(begin([], '12'), 'entry:13')).toBeUndefined();
  });

  it('is kept as the line one could type', () => {
    expect(lineOf(begin([['page', '2']], 'redis'))).toBe('/entry view entry:redis page:2 ');
    expect(lineOf(begin())).toBe('/entry view ');
  });
});
