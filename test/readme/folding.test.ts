/** What a document says again and again: told from what is new without holding up the bot. */
import { expect, it } from 'vitest';
import { previewItems } from '../../src/features/readme/import-items.js';
import type { ReadmeItem } from '../../src/readme/readme-document.js';

const item = (changes: Partial<ReadmeItem>): ReadmeItem => ({
  type: 'challenge',
  kind: null,
  title: 'The same problem',
  body: '',
  solution: null,
  link: null,
  section: null,
  source: 'Challenges',
  tags: [],
  isDone: false,
  ...changes,
});

const document = (items: ReadmeItem[]) => ({
  title: null,
  profile: { track: null, projectName: null, summary: null, objective: null, repository: null },
  items,
  skipped: [],
});

const words = 'we tried this and that, é, until it worked ';

it.each([
  ['solutions', (place: number) => item({ solution: `${place} ${words.repeat(90)}` })],
  [
    'texts',
    (place: number) => item({ type: 'learning', kind: 'concept', body: `${place} ${words.repeat(90)}` }),
  ],
  [
    'technologies',
    (place: number) => item({ type: 'learning', kind: 'technology', body: `${place} ${words}` }),
  ],
])('compares 500 entries of one title and their %s at once', (_name, make) => {
  const items = Array.from({ length: 500 }, (_, place) => make(place));
  const begun = process.cpuUsage();
  previewItems(document(items), []);
  const { user } = process.cpuUsage(begun);
  expect(user / 1000).toBeLessThan(1_500);
});

it('folds what is said again, in as many words or in fewer, whichever comes first', () => {
  const [only, ...others] = previewItems(
    document([
      item({ body: 'Slow pages', solution: 'An index.' }),
      item({ body: 'slow pages!', tags: ['sql'] }),
      item({ solution: 'An index, and pages of twenty' }),
      item({ title: 'The same  problem!', body: 'Slow pages, every day' }),
    ]),
    [],
  );
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    body: 'Slow pages, every day',
    solution: 'An index, and pages of twenty',
    tags: ['sql'],
  });
  expect(
    previewItems(document([item({ solution: 'One way' }), item({ solution: 'Another' })]), []),
  ).toHaveLength(2);
});
