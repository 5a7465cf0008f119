/** The cohort's pages: their paths, the links between them, and what stands in each. */
import { dirname, join } from 'node:path/posix';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type DocumentWords, documentWordsFor } from '../../../src/locales/document-words.js';
import { CohortPages, type Page } from '../../../src/readme/export/render-cohort.js';
import type { ReadmeMaterial } from '../../../src/readme/readme-material.js';
import { materialWith, sharedChallenge, sharedLearning } from '../../support/readme-material.js';

const words = documentWordsFor('en');
const accepted = {
  number: 9,
  body: 'Use a *pool*.',
  link: null,
  card: null,
  authorId: '2',
  authorName: 'Kofi',
};
const members = [
  materialWith({
    name: 'Amina Diallo',
    learnings: [sharedLearning({ title: 'Redis keeps [sessions]', tags: ['redis', 'django'] })],
    challenges: [
      sharedChallenge({ number: 4, title: 'Still open' }),
      sharedChallenge({ number: 3, title: 'Too many clients', tags: ['django'], accepted }),
    ],
  }),
  materialWith({
    userId: '3',
    name: 'Aminà diallo',
    challenges: [sharedChallenge({ number: 2, title: 'Asked first', body: '<b>Why</b>', accepted })],
  }),
  materialWith({ userId: '4', name: '🎉', learnings: [sharedLearning({ title: 'No tags' })] }),
];

async function renderCohort(
  cohort: readonly ReadmeMaterial[],
  inWords: DocumentWords,
): Promise<Map<string, string>> {
  const listed = cohort.map(({ userId, name, learnings, challenges, given }) => ({
    userId,
    name,
    entries: learnings.length + challenges.length + given.length,
  }));
  const pages = new CohortPages(listed, inWords);
  const files: Page[] = [await pages.start()];
  for (const material of cohort) for await (const page of pages.member(material)) files.push(page);
  for await (const page of pages.together()) files.push(page);
  return new Map(files.map(({ path, text }) => [path, text]));
}

describe('the cohort’s pages', () => {
  it('are one a member, whatever their names, and three for all', async () => {
    const files = await renderCohort(members, words);
    expect([...files.keys()]).toEqual([
      'README.md',
      'members/amina-diallo.md',
      'members/amina-diallo-2.md',
      'members/member.md',
      'challenges.md',
      'tags.md',
    ]);
  });

  it('of a large cohort are written while others are served', async () => {
    const large = Array.from({ length: 10 }, (_, place) =>
      materialWith({
        userId: `${place}`,
        name: `Member ${place}`,
        learnings: Array.from({ length: 400 }, (_, number) =>
          sharedLearning({ number, title: `Learning ${number}`, body: 'words alone', tags: [] }),
        ),
      }),
    );
    let turns = 0;
    let isWriting = true;
    const others = async () => {
      while (isWriting) {
        turns++;
        await setImmediate();
      }
    };
    const served = others();
    const tags = (await renderCohort(large, words)).get('tags.md') ?? '';
    isWriting = false;
    await served;
    expect(tags.match(/^- Learning/gm)).toHaveLength(4000);
    expect(tags).not.toMatch(/^- .*\n\n- /m);
    // One for each entry of the members' pages, and more for what is written of them together.
    expect(turns).toBeGreaterThan(4030);
  });

  it('link to pages that are there', async () => {
    const files = await renderCohort(members, words);
    let links = 0;
    for (const [path, text] of files) {
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        expect(files.has(join(dirname(path), target)), `${target} of ${path}`).toBe(true);
        links++;
      }
    }
    expect(links).toBeGreaterThan(7);
  });

  it('have each entry under each of its tags, in alphabetical order', async () => {
    const tags = (await renderCohort(members, words)).get('tags.md') ?? '';
    expect([...tags.matchAll(/^## (.+)$/gm)].map(([, name]) => name)).toEqual([
      'django',
      'redis',
      'Without tags',
    ]);
    expect(tags).toContain('- Redis keeps \\[sessions] · [Amina Diallo](members/amina-diallo.md)');
    expect(tags).toContain('- Too many clients · [Amina');
  });

  it('have all pairs in the book, in the order they were asked, with who asked and who solved', async () => {
    const book = (await renderCohort(members, words)).get('challenges.md') ?? '';
    expect([...book.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
      'Asked first',
      'Too many clients',
    ]);
    expect(book).toContain('🙏 asked by **Amina Diallo** · 🏷️ `django`');
    expect(book).toContain('- **Solution**: Use a *pool*.  \n  🙏 solved by **Kofi**');
    expect(book).toContain('&lt;b>Why');
  });

  it('speak French where it is asked for', async () => {
    const files = await renderCohort(members, documentWordsFor('fr'));
    expect(files.get('README.md')).toContain('# Ce que cette cohorte a appris');
    expect(files.get('README.md')).toContain('3 entrées');
  });
});

it('begins with when it was, how many they are and how much they shared', async () => {
  const listed = [
    {
      userId: '1',
      name: 'A',
      entries: 2,
      firstAt: new Date('2026-03-02T08:00Z'),
      lastAt: new Date('2026-04-01T08:00Z'),
    },
    {
      userId: '2',
      name: 'B',
      entries: 1,
      firstAt: new Date('2026-02-01T08:00Z'),
      lastAt: new Date('2026-02-01T08:00Z'),
    },
  ];
  const { text } = await new CohortPages(listed, words).start();
  expect(text).toMatch(/\n\nFebruary 1\s–\sApril 1, 2026 · Members: 2 · 3 entries\n/u);
});
