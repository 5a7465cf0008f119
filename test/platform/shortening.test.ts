/** Shortening: nothing is cut through that Discord draws as one piece, and no spoiler is left open. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heartOf } from '../../src/discord/message/excerpt.js';
import { shorten } from '../../src/discord/message/text.js';
import { hideSpoilers } from '../../src/platform/shortening.js';
import { shortened } from '../../src/platform/text.js';
import { tried } from '../support/fuzz/runs.js';

const wholes = [
  '||it was the butler||',
  '||it was\nthe butler||',
  '[the docs](https://example.org/a/long/way)',
  '[the docs] (https://example.org/a/long/way)',
  'https://example.org/a/long/way?with=query',
  '`const spoiler = true;`',
  '``a ` tick``',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<:wave:123456789012345678>',
  '<t:1700000000:R>',
  '👩🏽\u200d💻👨\u200d👩\u200d👧',
];

describe.each([
  ['shorten', shorten],
  ['shortened', shortened],
  ['heartOf', heartOf],
] as const)('%s', (_name, cut) => {
  it.each(wholes)('shows %j whole or not at all', (whole) => {
    const text = `Some words before it ${whole} and after it many more words`;
    const seen = cut(text, 10_000);
    const kept = seen.slice('Some words before it '.length).split(' and after')[0] ?? '';
    for (let limit = 30; limit < text.length; limit += 1) {
      const short = cut(text, limit);
      const rest = short.replace(/ ?…$/u, '').slice('Some words before it '.length);
      if (rest.length > 0 && !whole.startsWith('👩')) expect(rest.startsWith(kept), short).toBe(true);
      expect(short.length).toBeLessThanOrEqual(Math.max(limit, 26) + 2);
      expect((short.match(/\|\|/g) ?? []).length % 2, short).toBe(0);
    }
  });

  it('leaves no spoiler, code span or character open in any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...wholes.filter((whole) => !whole.startsWith('``')), 'word', ' ', '\n', '. '),
      fc.string({ unit: 'grapheme', maxLength: 3 }).map((text) => text.replace(/[`|[\]<>\\]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 30, max: 200 }), (parts, limit) => {
        const short = cut(parts.join(' '), limit);
        expect((short.match(/\|\|/g) ?? []).length % 2).toBe(0);
        expect((short.match(/`/g) ?? []).length % 2).toBe(0);
        expect(short).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
        expect(short).not.toMatch(/<[@#:t][^>\s]*…/);
      }),
      tried(1_000),
    );
  });
});

it('hides spoilers that would be left open, except in code', () => {
  expect(hideSpoilers('It was ||the butler||, ||he||!')).toBe('It was ▮▮▮, ▮▮▮!');
  expect(hideSpoilers('`a || b || c` and ||this||')).toBe('`a || b || c` and ▮▮▮');
  expect(hideSpoilers('a || b')).toBe('a || b');
  expect(hideSpoilers('||one|| and ||the but', { isCut: true })).toBe('▮▮▮ and ▮▮▮');
});

it('shortens in time proportional to the length', () => {
  for (const unit of ['||', '`', '[', '](', '<', '\\', '```', '[a](', 'https://', '||a ', '`` ']) {
    const text = unit.repeat(1_000_000 / unit.length);
    const begun = process.cpuUsage();
    shorten(text, 2_000);
    shortened(text, 4_000);
    expect(process.cpuUsage(begun).user / 1_000, unit).toBeLessThan(50);
  }
});
