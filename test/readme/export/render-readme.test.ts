/** The document of a member: its shape, its languages, and that it stays Markdown whatever its texts hold. */
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/entities/profile.js';
import { documentWordsFor } from '../../../src/locales/document-words.js';
import { readOwnFormat } from '../../../src/readme/export/own-format.js';
import { isEmpty, renderReadme } from '../../../src/readme/export/render-readme.js';
import { parseMarkdown } from '../../../src/readme/passages/markdown.js';
import { readReadme } from '../../../src/readme/read-readme.js';
import {
  aminaId,
  anyMaterial,
  materialWith,
  sharedChallenge,
  sharedLearning,
} from '../../support/readme-material.js';

const en = documentWordsFor('en');
const card = 'https://discord.com/channels/700000000000000001/7/8';
const profile: Profile = {
  guildId: '1',
  userId: aminaId,
  track: 'backend',
  projectName: 'Job board',
  summary: 'Jobs for Nairobi.',
  repository: 'https://github.com/amina/jobs',
  objective: 'Ship it.',
  links: ['https://amina.example/'],
  linksShownAt: new Date('2026-03-02T08:00:00Z'),
  remindersSince: null,
  savingRefusedAt: null,
  projectNamedAt: null,
  editedAt: new Date('2026-03-02T08:00:00Z'),
};

const material = materialWith({
  profile,
  learnings: [
    sharedLearning({ number: 1, kind: 'technology', title: 'Django', tags: ['django'], card }),
    sharedLearning({
      number: 2,
      kind: 'technology',
      title: 'PostgreSQL',
      section: 'Databases',
      body: 'Keeps it all.\nSafely.',
      link: 'https://postgresql.org/',
    }),
    sharedLearning({ number: 3, kind: 'goal', title: 'Learn Kubernetes' }),
    sharedLearning({ number: 4, kind: 'goal', title: 'Learn Docker', isDone: true }),
    sharedLearning({ number: 5, kind: 'practice', title: 'Small *commits*', body: '# Why\n- easy to read' }),
  ],
  challenges: [
    sharedChallenge({ number: 6, title: 'Who knows WebSockets?' }),
    sharedChallenge({
      number: 7,
      title: 'The build forgets its cache',
      body: 'Every push installs everything.',
      tags: ['ci-cd'],
      accepted: {
        number: 8,
        body: '```yaml\ncache: npm\n```',
        link: null,
        card,
        authorId: '2',
        authorName: 'Kofi',
      },
    }),
  ],
  given: [
    {
      number: 9,
      body: 'Close it.',
      link: null,
      card,
      challengeTitle: 'Too many clients',
      askerName: 'Wanjiru',
    },
  ],
});

describe('a README', () => {
  it('has the shape that learners use', async () => {
    expect(await renderReadme(material, en)).toBe(`# Job board

## 🧭 Objective

Ship it.

## 🔭 Overview

🛤️ **Track**: Backend · 📦 **Repository**: <https://github.com/amina/jobs>

Jobs for Nairobi.

## 🧰 Key technologies

- **Django**${'  '}
  🏷️ \`django\` · 💬 [#1](https://discord.com/channels/700000000000000001/7/8)

### Databases

- **PostgreSQL**: Keeps it all.${'  '}
  Safely.${'  '}
  🔗 <https://postgresql.org/>

## 🧩 Challenges and solutions

### The build forgets its cache

🏷️ \`ci-cd\`

- **Challenge**: Every push installs everything.

- **Solution**

  \`\`\`yaml
  cache: npm
  \`\`\`

  🙏 solved by **Kofi** · 💬 [#8](https://discord.com/channels/700000000000000001/7/8)

## ❓ Open challenges

### Who knows WebSockets?

## ✅ Best practices

- **Small \\*commits\\***

  #### Why
  - easy to read

## 🛟 Solutions for others

- **Too many clients**: Close it.${'  '}
  🙏 asked by **Wanjiru** · 💬 [#9](https://discord.com/channels/700000000000000001/7/8)

## 🎯 Next steps

- [ ] **Learn Kubernetes**
- [x] **Learn Docker**

## 👤 Author

**Amina** · Track: Backend

- <https://amina.example/>

<!-- nexus-readme 1: written by /readme export, read back by /readme import -->
`);
  });

  it('is in French for a French reader, and can be imported again', async () => {
    const text = await renderReadme(material, documentWordsFor('fr', 'en'));
    expect(text).toContain('## 🧩 Défis et solutions');
    expect(text).toContain('- **Défi**: Every push');
    expect(readOwnFormat(text)?.document.items).toHaveLength(7);
    expect(documentWordsFor('sw-KE', 'fr').track).toBe('Parcours');
    expect(documentWordsFor('sw')).toBe(en);
  });

  it('shows no link that its member did not agree to', async () => {
    const text = await renderReadme({ ...material, profile: { ...profile, linksShownAt: null } }, en);
    expect(text).not.toContain('amina.example');
  });

  it('gives no credit for what the asker solved', async () => {
    const [, pair] = material.challenges;
    const accepted = { ...pair?.accepted, authorId: aminaId } as NonNullable<typeof pair>['accepted'];
    const own = materialWith({ challenges: [sharedChallenge({ accepted })] });
    expect(await renderReadme(own, en)).not.toContain('solved by');
  });

  it('is empty without entries and without anything told of the project', () => {
    expect(isEmpty(materialWith())).toBe(true);
    const nothing = { summary: null, objective: null, repository: null, projectName: null };
    expect(isEmpty(materialWith({ profile: { ...profile, ...nothing } }))).toBe(true);
    expect(isEmpty(materialWith({ profile: { ...profile, ...nothing, projectName: 'x' } }))).toBe(false);
    expect(isEmpty(material)).toBe(false);
  });

  it('keeps its sections in order and is the same when written again, with any texts', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyMaterial, async (any) => {
        const text = await renderReadme(any, en);
        const tree = parseMarkdown(text);
        const headings = tree.children.flatMap((block) =>
          block.type === 'heading' && block.depth <= 2 ? [text.slice(block.position?.start.offset)] : [],
        );
        const marks = headings.slice(1).map((heading) => heading.split(' ')[1]);
        const order = ['🧭', '🔭', '🧰', '💡', '🧩', '❓', '✅', '📝', '🤝', '🛟', '📚', '🎯', '👤'];
        expect(marks, text).toEqual(order.filter((mark) => marks.includes(mark)));
        expect(tree.children.at(-1)).toMatchObject({
          type: 'html',
          value: expect.stringMatching(/^<!-- nexus/),
        });
        const ownTitles = any.title ? 1 : 0;
        expect(htmlIn(tree), text).toHaveLength(1 + ownTitles);
        const again = parseMarkdown(toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: '-' }));
        expect(withoutPlaces(again), text).toEqual(withoutPlaces(tree));
      }),
      { numRuns: 60, seed: 20_260_302, interruptAfterTimeLimit: 30_000 },
    );
  });
});

describe('a text', () => {
  it.each([
    ['quotes in quotes', `${'>'.repeat(3_999)}a`],
    ['lists in lists', `${'- '.repeat(1_999)}a`],
    ['brackets', '['.repeat(4_000)],
    ['tags', '<div>\n\n'.repeat(570).trim()],
    ['open fences', '```\n\n'.repeat(799).trim()],
    ['a box below an empty bullet', '*\n[ ] a'],
  ])('of %s alone is written without much ado, and read back', async (_name, body) => {
    const text = await renderReadme(materialWith({ learnings: [sharedLearning({ body })] }), en);
    expect(readReadme(Buffer.from(text)).items.map((item) => item.body)).toEqual([body]);
  });
});

describe('a document that is changed by hand', () => {
  it('is still read as ours when words are changed, and entries taken out or added', async () => {
    const text = await renderReadme(material, en);
    const changed = text
      .replace('Key technologies', 'What I used')
      .replace('- **PostgreSQL**', '- **Redis**: fast\n- **PostgreSQL**')
      .replace(/## ❓[\s\S]*?(?=## ✅)/u, '');
    const titles = readOwnFormat(changed)?.document.items.map(({ title }) => title);
    expect(titles).toContain('Redis');
    expect(titles).not.toContain('Who knows WebSockets?');
  });

  it.each([
    ['a section of its own', '## 🎯', '## Key concepts\n\n- **CORS** – who may ask\n\n## 🎯', 'CORS'],
    ['a bullet of another shape', '- **Django**', '- Flask – small\n- **Django**', 'Flask'],
    ['a challenge of another shape', '## ❓', '### No route\n\nA proxy solved it.\n\n## ❓', ''],
    ['a section before all others', '## 🧭', '## Tools\n\n- **Git**: keeps it\n\n## 🧭', 'Git'],
  ])('is ours but for %s, which is read like any other', async (_name, before, after, title) => {
    const text = await renderReadme(material, en);
    const whole = readReadme(Buffer.from(text));
    const read = readReadme(Buffer.from(text.replace(before, after)));
    const titles = read.items.map((item) => item.title);
    expect(titles).toEqual(expect.arrayContaining(whole.items.map((item) => item.title)));
    if (title !== '') expect(titles).toContain(title);
    expect(read.items.filter(({ body }) => /[🏷💬🙏]/u.test(body))).toEqual([]);
    expect(read.profile).toEqual(whole.profile);
  });

  it('is not ours beyond the bounds of an entry, nor without the last line', async () => {
    const text = await renderReadme(material, en);
    const long = readOwnFormat(text.replace('**Django**', `**${'x'.repeat(121)}**`));
    expect(long?.document.items.map(({ title }) => title.length)).not.toContain(121);
    expect(long?.rest).toContain('x'.repeat(121));
    expect(readOwnFormat(text.replace(/<!--.*-->/, ''))).toBeUndefined();
  });
});

function htmlIn(node: Nodes): Nodes[] {
  return node.type === 'html' ? [node] : 'children' in node ? node.children.flatMap(htmlIn) : [];
}

const withoutPlaces = (tree: Root) =>
  JSON.stringify(tree, (name, value: unknown) => {
    // Whether a list stands loose shows in nothing but the space between its items.
    if (name === 'position' || name === 'spread') return undefined;
    const isCode =
      typeof value === 'object' && value !== null && 'type' in value && value.type === 'inlineCode';
    // A line's end within a span of code is a space, and is written as one.
    return isCode && 'value' in value
      ? { ...value, value: String(value.value).replaceAll('\n', ' ') }
      : value;
  });
