/** Which messages stand together, under which day, and what command they answer. */
import { describe, expect, test } from 'vitest';
import { fieldRows } from '../../../sandbox/web/message/embed/field-rows.js';
import { fileHere, fileSize } from '../../../sandbox/web/message/media/address.js';
import { commandOf, rowsOf } from '../../../sandbox/web/message/rows.js';
import { fromNow } from '../../../sandbox/web/message/time.js';
import type { Message } from '../../../sandbox/web/model.js';

const NOON = new Date(2026, 10, 19, 12).getTime();
let count = 0;

function message(minutes: number, author = 'amina', change: object = {}): Message {
  count += 1;
  return {
    id: String(count),
    type: 0,
    content: 'x',
    author: { id: author, username: author },
    timestamp: new Date(NOON + minutes * 60_000).toISOString(),
    flags: 0,
    ...change,
  } as unknown as Message;
}

/** `|` a day, `!` the line above what is new, `A` a message with its author, `a` one that continues. */
function shape(messages: Message[], unreadFrom?: string): string {
  return rowsOf(messages, unreadFrom)
    .map((row) => {
      if (row.kind === 'day') return '|';
      if (row.kind === 'unread') return '!';
      return row.isContinued ? 'a' : 'A';
    })
    .join('');
}

describe('messages stand together', () => {
  test('when one author writes again within seven minutes', () => {
    expect(shape([message(0), message(6.9), message(13)])).toBe('|Aaa');
    expect(shape([message(0), message(7)])).toBe('|AA');
    expect(shape([message(0), message(1, 'chidi'), message(2)])).toBe('|AAA');
  });

  test('but not across days, replies, commands, what only one sees, or what Discord tells', () => {
    expect(shape([message(719), message(721)])).toBe('|A|A');
    expect(shape([message(0), message(1, 'amina', { type: 19, message_reference: {} })])).toBe('|AA');
    const answer = { interaction_metadata: { type: 2, name: 'share', user: { id: 'chidi' } } };
    expect(shape([message(0), message(1, 'amina', answer)])).toBe('|AA');
    expect(shape([message(0), message(1, 'amina', { flags: 64 })])).toBe('|AA');
    expect(shape([message(0), message(1, 'amina', { type: 7 }), message(2)])).toBe('|AAA');
    const hook = { author: { id: 'amina', username: 'another name' } };
    expect(shape([message(0), message(1, 'amina', hook)])).toBe('|AA');
  });

  test('with a line above what is new', () => {
    const messages = [message(0), message(1), message(2)];
    expect(shape(messages, messages[1]?.id)).toBe('|A!Aa');
  });
});

test('an answer names its command, through the form that it opened too', () => {
  const user = { id: 'chidi' };
  const command = { type: 2, name: 'share', command_type: 1, user };
  const through = (interaction_metadata: object) => commandOf(message(0, 'bot', { interaction_metadata }));
  expect(through(command)).toEqual({ name: '/share', userId: 'chidi' });
  expect(through({ type: 5, user, triggering_interaction_metadata: command })).toEqual({
    name: '/share',
    userId: 'chidi',
  });
  expect(through({ ...command, name: 'Save', command_type: 3 })?.name).toBe('Save');
  expect(through({ type: 3, user, interacted_message_id: '1' })).toBeUndefined();
  expect(commandOf(message(0))).toBeUndefined();
});

test('fields stand in rows of up to three', () => {
  const [inline, wide] = [{ inline: true }, { inline: false }];
  const lengths = (fields: { inline: boolean }[]) => fieldRows(fields).map((row) => row.length);
  expect(lengths([inline, inline, inline, inline])).toEqual([3, 1]);
  expect(lengths([inline, wide, inline, inline])).toEqual([1, 1, 2]);
  expect(lengths([])).toEqual([]);
});

test('fetches files only from the sandbox', () => {
  expect(fileHere('http://127.0.0.1:4600/attachments/1/2/a.png')).toBe('/attachments/1/2/a.png');
  expect(fileHere('http://localhost:9/ephemeral-attachments/1/a.png?x=1')).toBe(
    '/ephemeral-attachments/1/a.png?x=1',
  );
  for (const url of [
    'https://example.com/attachments/1/2/a.png',
    'http://127.0.0.1:4600/control/world',
    'http://127.0.0.1:4600/attachments/../control/world',
    'javascript:alert(1)',
    'attachment://a.png',
  ])
    expect(fileHere(url)).toBeUndefined();
  expect([fileSize(0), fileSize(1023), fileSize(20_613), fileSize(3_400_000)]).toEqual([
    '0 bytes',
    '1023 bytes',
    '20.13 KB',
    '3.24 MB',
  ]);
});

/** In the language that the page has when nobody chose one. */
const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' });

test.each([
  [5_000, 5, 'second'],
  [-59_000, -59, 'second'],
  [-60_000, -1, 'minute'],
  [44 * 60_000, 44, 'minute'],
  [-3_600_000, -1, 'hour'],
  [3 * 86_400_000, 3, 'day'],
  [-60 * 86_400_000, -2, 'month'],
  [400 * 86_400_000, 1, 'year'],
] as const)('%i ms from now is shown as %i %s', (difference, amount, unit) => {
  expect(fromNow(NOON + difference, NOON)).toBe(relative.format(amount, unit));
});
