/** Durations as people type them. */
import { expect, it } from 'vitest';
import { parseDuration, untilFurtherNotice } from '../../src/platform/durations.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  ['2h', 2 * hour],
  [' 3 days ', 3 * day],
  ['1w', 7 * day],
  ['1W 2D', 9 * day],
  ['1 hour and 30 minutes', 90 * minute],
  ['1.5 h', 90 * minute],
  ['1m', minute],
  ['1 year', 365.25 * day],
  ['2\u200bh', 2 * hour],
  ['1 month', 30.4375 * day],
  ['1mo', 30.4375 * day],
  [untilFurtherNotice, null],
  ['Forever', null],
])('reads %j', (typed, milliseconds) => {
  expect(parseDuration(typed)).toBe(milliseconds);
});

it.each([
  '',
  'soon',
  '3',
  'two days',
  '2h and a bit',
  '1,5h',
  '-2h',
  '2 hamsters',
  '2h 3 bananas',
  '1e3h',
  '1M',
  '2 M',
  '1h 30M',
  '9'.repeat(60),
])('rejects %j', (typed) => {
  expect(() => parseDuration(typed)).toThrow(expect.objectContaining({ code: 'duration-unknown' }));
});

it.each(['0h', '59 seconds', '367 days', '2 years', `${'9'.repeat(50)} weeks`])(
  'keeps %j out of bounds',
  (typed) => {
    expect(() => parseDuration(typed)).toThrow(expect.objectContaining({ code: 'duration-out-of-bounds' }));
  },
);
