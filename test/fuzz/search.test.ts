/** Searches at random: whatever is typed, the search answers, and the database understands what it is asked. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { amina, guildId } from '../support/cohort.js';
import { tried } from '../support/fuzz/runs.js';
import { useSearch } from '../support/search.js';

const cohort = useSearch();

beforeAll(async () => {
  await cohort.share({ title: "It's 100% docker_compose \\ (C++) | CORS & <-> !x:*", body: 'Slow pages' });
});

const operator = fc.constantFrom(
  ...[
    "'",
    "''",
    '"',
    '\\',
    '%',
    '_',
    '&',
    '|',
    '!',
    '<->',
    ':*',
    '(',
    ')',
    '$1',
    '--',
    ';',
    '::',
    '#',
    '#1',
    '-',
  ],
  ...['\u0000', '\ud800', '\u200b', '\u202e', '学', '🎉', 'or', 'not', 'docker', 'C++', 'ß', 'İ', '٣', '1e9'],
);
const anyText = fc.oneof(
  fc
    .array(fc.oneof(operator, fc.constant(' '), fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .tuple(operator, fc.integer({ min: 1, max: 3_000 }))
    .map(([one, times]) => one.repeat(times).slice(0, 6_000)),
);

it('answers whatever is typed', { timeout: 120_000 }, async () => {
  const search = cohort.newSearch();
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (query, tag) => {
      const { page } = await search.open(guildId, amina.id, { query, tag });
      expect(page.pageCount).toBeGreaterThanOrEqual(0);
      await search.open(guildId, amina.id, { query });
      for (const { label } of await search.suggest(guildId, query, 'any', amina.id)) {
        expect(label.length).toBeLessThanOrEqual(100);
      }
      await search.suggestTags(guildId, tag);
      await search.similarSolved(guildId, { title: query, body: tag, tags: '' });
    }),
    tried(60),
  );
});
