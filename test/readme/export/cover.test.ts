/** What stands above the entries of an exported README, in each style. */
import { describe, expect, it } from 'vitest';
import { documentWordsFor } from '../../../src/locales/document-words.js';
import { withoutCover } from '../../../src/readme/export/cover.js';
import { type ReadmeChoices, renderReadme } from '../../../src/readme/export/render-readme.js';
import { readReadme } from '../../../src/readme/read-readme.js';
import { materialWith, sharedChallenge, sharedLearning } from '../../support/readme-material.js';

const card = 'https://discord.com/channels/100000000000000001/720000000000000001/900000000000000001';
const material = materialWith({
  learnings: [
    sharedLearning({
      kind: 'technology',
      title: 'Postgres',
      sharedAt: new Date('2026-03-02T08:00:00Z'),
      card,
    }),
    sharedLearning({ kind: 'technology', title: 'C++', sharedAt: new Date('2026-03-04T08:00:00Z') }),
    sharedLearning({ kind: 'technology', title: 'Our own tool', sharedAt: new Date('2026-03-08T23:00:00Z') }),
  ],
  challenges: [
    sharedChallenge({
      sharedAt: new Date('2026-03-16T08:00:00Z'),
      accepted: { number: 9, body: 'Keep it.', link: null, card, authorId: '8', authorName: 'Kofi *A*' },
    }),
  ],
});

const written = (choices: Partial<ReadmeChoices> = {}, language = 'en') =>
  renderReadme(material, documentWordsFor(language), { style: 'portfolio', hasCards: true, ...choices });

describe('a portfolio', () => {
  it('begins with whose it is, when, badges, thanks, weeks and contents', async () => {
    const text = await written();
    const cover = text.slice(0, text.indexOf('\n## '));
    expect(cover).toMatch(
      /^# Project Nexus\n\n<!-- nexus-cover -->\n\n\*\*Amina\*\* · March 2\s–\s16, 2026 · 3 weeks · 4 entries\n/u,
    );
    expect(cover).toContain('![PostgreSQL](https://img.shields.io/badge/PostgreSQL-444)');
    expect(cover).toContain('![C++](https://img.shields.io/badge/C%2B%2B-444)');
    expect(cover).not.toContain('Our%20own');
    expect(cover).toContain('🙏 Thanks to **Kofi \\*A\\***');
    expect(cover).toContain('x-axis ["Mar 2", "Mar 9", "Mar 16"]\n    bar [3, 0, 1]');
    expect(cover).toContain('- [🧰 Key technologies](#-key-technologies)');
  });

  it('is read back without its cover', async () => {
    const { items, skipped } = readReadme(Buffer.from(await written()));
    expect(items.map(({ title }) => title)).toEqual([
      'Postgres',
      'C++',
      'Our own tool',
      'The build forgets its cache',
    ]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['author']);
  });

  it('shows the picture of the weeks that lies beside it, instead of the drawing', async () => {
    const text = await written({ picture: 'weeks.png' });
    expect(text).toContain('\n![Entries per week](weeks.png)\n');
    expect(text).not.toContain('mermaid');
    const plain = readReadme(Buffer.from(await written()));
    expect(readReadme(Buffer.from(text))).toEqual(plain);
  });

  it('speaks French', async () => {
    expect(await written({}, 'fr')).toContain('· 3 semaines · 4 entrées');
  });
});

it('a story has no badges and no contents', async () => {
  const text = await written({ style: 'story' });
  expect(text).toContain('**Amina** ·');
  expect(text).not.toContain('shields.io');
  expect(text).not.toContain('**Contents**');
});

it('compact is the entries alone', async () => {
  expect(await written({ style: 'compact' })).toMatch(/^# Project Nexus\n\n## 🧰 Key technologies\n/);
});

it('links to Discord are left out by choice', async () => {
  expect(await written({ style: 'compact' })).toContain('https://discord.com/');
  expect(await written({ style: 'compact', hasCards: false })).not.toContain('discord.com');
});

it('an end of the cover in a name is none', () => {
  const cover = '<!-- nexus-cover -->\n\n**\\<!-- /nexus-cover -->**\n\n<!-- /nexus-cover -->';
  expect(withoutCover(`${cover}\n\nmine`)).toBe('mine');
});
