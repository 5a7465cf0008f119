/** Weeks made at random: whatever members write, the digest is one message that Discord takes, with nothing cut apart. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import { badges } from '../../../src/features/badges/badge-model.js';
import type { DigestContent, Person } from '../../../src/features/digest/digest-content-model.js';
import { digestView } from '../../../src/features/digest/digest-view.js';
import { en } from '../../../src/locales/en/index.js';
import { card, end, person, week } from '../../support/digest-content.js';

const family = '👩🏽‍💻';
const address = 'https://example.com/a_(very)/long?way=to&the=end#of-it';

/** Pieces that are easily cut apart or misread, of scripts of all kinds. */
const piece = fc.constantFrom(
  ...[
    'word ',
    'W',
    '\n',
    '```',
    '```js\n',
    '`',
    '**',
    '||',
    '> ',
    '# ',
    '- ',
    '[',
    '](',
    ')',
    '<',
    '@everyone ',
  ],
  ...[
    `${address} `,
    `<${address}> `,
    `${family} `,
    '🏳️‍🌈',
    'Z̴͑ͫ̓',
    'شاركت ',
    '数据库',
    'आम ',
    'ไม่ ',
    '\u202e',
    '<@&1> ',
  ],
);
const textOf = (most: number) =>
  fc.array(piece, { maxLength: 400, size: 'max' }).map((pieces) => {
    let text = '';
    for (const next of pieces) {
      if (text.length + next.length > most) break;
      text += next;
    }
    return text;
  });
const title = textOf(120).map((text) => text.replace(/\n/g, ' ').trim() || 'Title');
const people: fc.Arbitrary<Person> = fc
  .record({ index: fc.nat(50), name: textOf(32), hasLeft: fc.boolean() })
  .map(({ index, name, hasLeft }) => ({ ...person(index, name.replace(/\n/g, ' ') || 'N'), hasLeft }));
const number = fc.integer({ min: 1, max: 2_147_483_647 });
const place = fc.option(fc.constant(card));
const count = fc.nat(100_000);
const distinct = <T extends { number: number }>(of: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(of, { maxLength, size: 'max', selector: (each) => each.number });

const weeks: fc.Arbitrary<DigestContent> = fc
  .record({
    learnings: distinct(fc.record({ number, title, author: people, helpful: count, card: place }), 5),
    pairs: distinct(
      fc.record({
        number,
        title,
        asker: people,
        card: place,
        solution: fc.record({ number, body: textOf(4_000), author: people }),
      }),
      3,
    ),
    waiting: distinct(
      fc.record({ number, title, asker: people, askedAt: fc.constant(end), card: place, solutions: count }),
      3,
    ),
    waitingInAll: count,
    thanks: fc.record({
      helpers: fc.array(fc.record({ person: people, helpful: count, accepted: count }), { maxLength: 3 }),
      newcomers: fc.array(people, { maxLength: 5 }),
      moreNewcomers: count,
      streaks: fc.array(fc.record({ person: people, weeks: fc.integer({ min: 3, max: 26 }) }), {
        maxLength: 3,
      }),
      badges: fc.array(fc.record({ person: people, badges: fc.subarray([...badges], { minLength: 1 }) }), {
        maxLength: 3,
      }),
      moreBadges: count,
    }),
    older: fc.option(
      fc.record({
        number,
        title,
        author: people,
        isSolved: fc.boolean(),
        createdAt: fc.constant(end),
        helpful: count,
        card: place,
      }),
    ),
  })
  .map((changes) => week(changes));

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { content, components } = value as { content?: string; components?: unknown };
  return [...(content === undefined ? [] : [content]), ...textsOf(components)];
}

it('is a message within Discord’s limits, with no character, code block or link cut apart', () => {
  fc.assert(
    fc.property(weeks, fc.boolean(), (content, isPosted) => {
      const view = digestView(en, content, {
        isPosted,
        roleId: '2'.repeat(19),
        note: en.digest.previewNote('<t:1773640800:F>', '<t:1773640800:R>'),
        message: card,
        neighbours: { before: new Date(0), after: null },
        chart: { png: Buffer.from('png'), description: 'd'.repeat(1_024) },
      });
      const texts = textsOf(view.components);
      const all = texts.join('');
      expect(all.length).toBeLessThanOrEqual(4_000);
      expect(Buffer.byteLength(all)).toBeLessThan(8_000);
      expect(all).not.toMatch(/\p{Surrogate}/u);
      const { body } = messageBody(view);
      expect(refusalOf({ method: 'POST', route: '/channels/{channel_id}/messages', body })).toBeUndefined();
      for (const text of texts) {
        expect((text.match(/```/g)?.length ?? 0) % 2).toBe(0);
        // Only what the solutions hold may be a link as it is.
        for (const quote of text.split('>>> ').slice(1)) {
          for (const [link] of quote.matchAll(/https?:\/\/[^\s<>]*/g))
            expect(link.startsWith(address)).toBe(true);
        }
        expect(text.replaceAll(family, '')).not.toMatch(/[👩🏽💻]/u);
      }
    }),
    { numRuns: 60, seed: 20_260_316 },
  );
});
