/** Members with something to export: one for reading, and as many as needed for property tests. */
import fc from 'fast-check';
import { entryBounds, learningKinds } from '../../src/entities/entry.js';
import { type Profile, profileBounds, tracks } from '../../src/entities/profile.js';
import { cleanLine, cleanText } from '../../src/platform/text.js';
import type { ReadmeItem } from '../../src/readme/document.js';
import type { ReadmeMaterial, SharedChallenge, SharedLearning } from '../../src/readme/readme-material.js';

const guildId = '700000000000000001';
export const aminaId = '800000000000000001';
const kofiId = '800000000000000002';

/** Texts that are easily mistaken for something else, among plain words. */
const pieces = [
  ...[
    'word',
    'a',
    'naïve',
    '学',
    '🎉',
    '🧰 ',
    'Docker',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '\n\n\n',
    '\t',
    '    ',
    '\u00a0',
  ],
  ...[
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '# ',
    '## ',
    '### ',
    '#### ',
    '[ ] ',
    '[x] ',
    '- [ ] ',
    '---',
    '===',
    '|',
  ],
  ...[
    '```',
    '```js\n',
    '\n```\n',
    '~~~\n',
    '`',
    '``',
    '**',
    '*',
    '_',
    '__',
    '~~',
    '||',
    '\\',
    '\\\n',
    '!',
    ': ',
  ],
  ...[
    '[a](https://x.example/y)',
    '[',
    '](',
    ')',
    '[x]: https://y.example',
    '[^1]',
    '[^1]: note',
    '![i](https://p.example)',
  ],
  ...[
    '<div>',
    '</div>',
    '<b>',
    '<!--',
    '-->',
    '<',
    '<https://l.example>',
    'https://h.example/?a=1&b;=2',
    'www.x.example',
  ],
  ...[
    '&lt;',
    '&amp;',
    '&copy;',
    '&#60;',
    '&',
    'a | b\n--|--\n1 | 2\n',
    '**Solution**: ',
    '@everyone',
    '@here',
  ],
  ...[
    '🏷️ `docker`',
    '🔗 <https://l.example>',
    '💬 [#1](https://d.example)',
    '🙏 solved by **Kofi**',
    ' · ',
    '<!-- nexus',
  ],
] as const;

const words = fc.constantFrom(...pieces);
const text = (least: number, most: number) =>
  fc.array(words, { minLength: least, maxLength: most }).map((parts) => parts.join(''));

const body = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constant('One sentence, and no more.') },
  { weight: 5, arbitrary: text(1, 16).map((raw) => cleanText(raw).slice(0, entryBounds.body).trim()) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }).map(cleanText) },
);

const line = (limit: number) =>
  fc
    .oneof(text(1, 6), fc.string({ unit: 'binary', maxLength: 30 }))
    .map((raw) => cleanLine(cleanLine(raw).slice(0, limit)) || 'Untitled');

const tag = fc.oneof(
  fc.stringMatching(/^[a-z0-9+.-][a-z0-9+#.-]{0,11}$/),
  fc.constantFrom('データ', 'қазақ', 'हिन्दी', 'بيانات', 'አማርኛ', '数据'),
);
const tags = fc.uniqueArray(tag, {
  maxLength: entryBounds.tags,
});
const link = fc.option(
  fc.constantFrom(
    'https://docs.example/',
    'http://x.example/a_b*c?d=e&f;=~g#h|i',
    'https://x.example/%28a%29',
  ),
);
const section = fc.option(fc.oneof(fc.constantFrom('Databases', 'Containerization'), line(60)), { freq: 2 });
const card = fc.option(
  fc.constant('https://discord.com/channels/700000000000000001/720000000000000001/900000000000000001'),
);

const sharedAt = fc.date({
  min: new Date('2026-01-05T00:00:00Z'),
  max: new Date('2026-06-28T23:59:59Z'),
  noInvalidDate: true,
});

const learning: fc.Arbitrary<Omit<SharedLearning, 'number'>> = fc
  .record({
    kind: fc.constantFrom(...learningKinds),
    title: line(entryBounds.title),
    body,
    link,
    tags,
    section,
    card,
    isDone: fc.boolean(),
    sharedAt,
  })
  .map((one) => ({ ...one, isDone: one.kind === 'goal' && one.isDone }));

const solution = fc.record({
  number: fc.constant(9),
  body: body.map((raw) => raw || 'It works now.'),
  link,
  card,
  authorId: fc.constantFrom(aminaId, kofiId),
  authorName: line(32),
});

const challenge: fc.Arbitrary<Omit<SharedChallenge, 'number'>> = fc.record({
  title: line(entryBounds.title),
  body,
  link,
  tags,
  section,
  card,
  sharedAt,
  accepted: fc.option(solution),
});

const profile: fc.Arbitrary<Profile> = fc.record({
  guildId: fc.constant(guildId),
  userId: fc.constant(aminaId),
  track: fc.option(fc.constantFrom(...tracks)),
  projectName: fc.option(line(profileBounds.projectName)),
  summary: fc.option(body.map((raw) => raw || 'A project.')),
  repository: fc.option(fc.constant('https://github.com/amina/jobs')),
  objective: fc.option(body.map((raw) => raw.slice(0, 400).trim() || 'To finish.')),
  links: fc.constant(['https://amina.example/']),
  linksShownAt: fc.option(fc.constant(new Date('2026-03-02T08:00:00Z'))),
  remindersSince: fc.constant(null),
  savingRefusedAt: fc.constant(null),
  projectNamedAt: fc.constant(null),
  editedAt: fc.constant(new Date('2026-03-02T08:00:00Z')),
});

/** An import keeps one entry per title. */
const numbered = <Entry extends { title: string }>(entry: Entry, number: number) => ({
  ...entry,
  number,
  title: `${entry.title.slice(0, entryBounds.title - 4).trim()} ${number}`.trim(),
});

/** A member who shared any possible text. */
export const anyMaterial: fc.Arbitrary<ReadmeMaterial> = fc
  .record({
    guildId: fc.constant(guildId),
    userId: fc.constant(aminaId),
    name: line(32),
    title: fc.option(line(120), { freq: 1 }),
    profile: fc.option(profile, { nil: undefined }),
    learnings: fc.array(learning, { maxLength: 4 }),
    challenges: fc.array(challenge, { maxLength: 2 }),
    given: fc.array(
      fc.record({
        number: fc.constant(5),
        body: body.map((raw) => raw || 'Yes.'),
        link,
        card,
        challengeTitle: line(entryBounds.title),
        askerName: line(32),
      }),
      { maxLength: 1 },
    ),
  })
  .map(({ learnings, challenges, ...material }) => ({
    ...material,
    learnings: learnings.map((one, index) => numbered(one, index + 1)),
    challenges: challenges.map((one, index) => numbered(one, index + 101)),
  }));

/** What an import of the member's document must contain: exactly what it says, in any order. */
export function itemsOf({ learnings, challenges }: ReadmeMaterial): Comparable[] {
  return [
    ...learnings.map(({ kind, title, body, link, section, tags, isDone }) => ({
      type: 'learning' as const,
      ...{ kind, title, body, solution: null, link, section, tags: [...tags], isDone },
    })),
    ...challenges.map(({ title, body, link, section, tags, accepted }) => ({
      type: 'challenge' as const,
      ...{
        kind: null,
        title,
        body,
        solution: accepted?.body ?? null,
        link,
        section,
        tags: [...tags],
        isDone: false,
      },
    })),
  ].sort(byText);
}

type Comparable = Omit<ReadmeItem, 'source'>;

export const comparable = (items: readonly ReadmeItem[]): Comparable[] =>
  items
    .map(({ type, kind, title, body, solution, link, section, tags, isDone }) => ({
      type,
      kind,
      title,
      body,
      solution,
      link,
      section,
      tags,
      isDone,
    }))
    .sort(byText);

const byText = (one: Comparable, other: Comparable) => {
  const [first, second] = [one, other].map((item) =>
    JSON.stringify(Object.entries(item).sort(([name], [another]) => name.localeCompare(another))),
  );
  return (first ?? '').localeCompare(second ?? '');
};

/** A learning as a member shares it, with defaults for what the test is not about. */
export const sharedLearning = (changes: Partial<SharedLearning> = {}): SharedLearning => ({
  number: 1,
  kind: 'concept',
  title: 'Indexes pay off on reads',
  body: '',
  link: null,
  tags: [],
  section: null,
  card: null,
  isDone: false,
  ...changes,
});

export const sharedChallenge = (changes: Partial<SharedChallenge> = {}): SharedChallenge => ({
  number: 2,
  title: 'The build forgets its cache',
  body: '',
  link: null,
  tags: [],
  section: null,
  card: null,
  accepted: null,
  ...changes,
});

export const materialWith = (changes: Partial<ReadmeMaterial> = {}): ReadmeMaterial => ({
  guildId,
  userId: aminaId,
  name: 'Amina',
  profile: undefined,
  learnings: [],
  challenges: [],
  given: [],
  ...changes,
});
