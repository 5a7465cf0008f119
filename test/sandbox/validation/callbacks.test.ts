/** What is refused of an answer to an interaction: its type for that interaction, and what it carries. */
import { describe, expect, test } from 'vitest';
import { callbackRefusalOf } from '../../../sandbox/server/validation/index.js';
import {
  answering,
  button,
  type Loose,
  made,
  type Rule,
  row,
  said,
  testRules,
  text,
  times,
} from './rules.js';

const examples: Record<number, Loose> = {
  1: { type: 1 },
  4: { type: 4, data: { content: 'x' } },
  5: { type: 5, data: { flags: 64 } },
  6: { type: 6 },
  7: { type: 7, data: { content: 'x' } },
  8: { type: 8, data: { choices: [] } },
  9: {
    type: 9,
    data: {
      custom_id: 'a',
      title: 'x',
      components: [{ type: 18, label: 'x', component: { type: 4, style: 1, custom_id: 'b' } }],
    },
  },
  10: { type: 10 },
  12: { type: 12 },
};

describe.each([
  ['a ping', 1, false, [1]],
  ['a command', 2, false, [4, 5, 9, 12]],
  ['a component', 3, false, [4, 5, 6, 7, 9, 12]],
  ['autocompletion', 4, false, [8]],
  ['a modal opened from a command', 5, false, [4, 5, 12]],
  ['a modal opened from a component', 5, true, [4, 5, 6, 7, 12]],
])('%s may be answered', (_name, interactionType, fromComponent, allowed) => {
  for (const [type, body] of Object.entries(examples)) {
    const may = allowed.includes(Number(type));
    test(`${may ? '' : 'not '}with type ${type}`, () => {
      const says = may ? [] : ['type BASE_TYPE_CHOICES'];
      expect(said(answering(interactionType, fromComponent)(body))).toEqual(says);
    });
  }
});

const choices = (count: number, more: Loose = {}): Loose => ({
  type: 8,
  data: { choices: times(count, (index) => ({ name: `#${index}`, value: `${index}`, ...more })) },
});

const completion: Rule<Loose>[] = [
  {
    rule: 'there are at most 25 choices',
    accepted: choices(25),
    breaks: (body) => void body.data.choices.push({ name: 'x', value: 'x' }),
    says: ['data.choices BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'the name of a choice has at most 100 characters',
    accepted: choices(1, { name: 'x'.repeat(100) }),
    breaks: (body) => void (body.data.choices[0].name += 'x'),
    says: ['data.choices.0.name BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'the name of a choice is not empty',
    accepted: choices(1),
    breaks: (body) => void (body.data.choices[0].name = ''),
    says: ['data.choices.0.name BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'the value of a choice has at most 100 characters',
    accepted: choices(1, { value: 'x'.repeat(100) }),
    breaks: (body) => void (body.data.choices[0].value += 'x'),
    says: ['data.choices.0.value BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'the values of choices are of one kind',
    accepted: {
      type: 8,
      data: {
        choices: [
          { name: 'x', value: 1 },
          { name: 'y', value: 2.5 },
        ],
      },
    },
    breaks: (body) => void (body.data.choices[1].value = 'two'),
    says: ['data.choices.1.value NUMBER_TYPE_COERCE'],
  },
  {
    rule: 'choices are given, if only none',
    accepted: choices(0),
    breaks: (body) => void delete body.data,
    says: ['data.choices BASE_TYPE_REQUIRED'],
  },
];

const messages: Rule<Loose>[] = [
  {
    rule: 'content has at most 2,000 characters',
    accepted: { type: 4, data: { content: 'x'.repeat(2000) } },
    breaks: (body) => void (body.data.content += 'x'),
    says: ['data.content BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'there is something to show',
    accepted: { type: 4, data: { content: 'x', flags: 64 } },
    breaks: (body) => void delete body.data.content,
    says: ['50006'],
  },
  {
    rule: 'there is a message',
    accepted: { type: 4, data: { content: 'x' } },
    breaks: (body) => void delete body.data,
    says: ['50006'],
  },
  {
    rule: 'components beside rows need the flag',
    accepted: { type: 4, data: made(text('x')) },
    breaks: (body) => void (body.data.flags = 64),
    says: ['data.components.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'custom ids are unique',
    accepted: { type: 4, data: { content: 'x', components: [row(button('a'), button('b'))] } },
    breaks: (body) => void (body.data.components[0].components[1].custom_id = 'a'),
    says: ['data.components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  },
];

const deferrals: Rule<Loose>[] = [
  {
    rule: 'a deferral takes no other flag than that of an ephemeral answer',
    accepted: { type: 5, data: { flags: 64 } },
    breaks: (body) => void (body.data.flags |= 1 << 15),
    says: ['data.flags BASE_TYPE_CHOICES'],
  },
  {
    rule: 'an answer has a type',
    accepted: { type: 5 },
    breaks: (body) => void delete body.type,
    says: ['type BASE_TYPE_REQUIRED'],
  },
];

describe('autocompletion', () => testRules(completion, answering(4)));
describe('a message in answer', () => testRules(messages, answering(2)));
describe('an answer', () => testRules(deferrals, answering(2)));

describe('an update', () => {
  const update = (data: Loose, currentFlags?: number) =>
    said(
      callbackRefusalOf({
        body: { type: 7, data },
        interactionType: 3,
        fromComponent: false,
        ...(currentFlags === undefined ? {} : { currentFlags }),
      }),
    );

  test('needs no content', () => expect(update({ components: [] })).toEqual([]));
  test('follows the rules of messages', () => {
    expect(update({ components: [row(button('a'), button('a'))] })).toEqual([
      'data.components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
  });
  test('is judged by the flags of the message it changes when they are known', () => {
    expect(update({ components: [text('x')] })).toEqual([]);
    expect(update({ components: [text('x')] }, 0)).toEqual(['data.components.0 UNION_TYPE_CHOICES']);
  });
});

describe('files of an answer', () => {
  const send = (size: number) =>
    said(
      callbackRefusalOf({
        body: { type: 4, data: {} },
        interactionType: 2,
        fromComponent: false,
        files: [{ name: 'a', size }],
      }),
    );
  test('are something to show', () => expect(send(1)).toEqual([]));
  test('have at most 10 MiB', () => expect(send(10 * 1024 * 1024 + 1)).toEqual(['40005']));
});

test('an answer that is no object is refused, not a failure', () => {
  expect(said(answering(2)(null))).toEqual(['type BASE_TYPE_REQUIRED']);
  expect(said(answering(4)('x'))).toEqual(['type BASE_TYPE_REQUIRED']);
});
