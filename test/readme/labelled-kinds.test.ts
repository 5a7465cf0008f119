/**
 * Documents whose labels were written down before they were read, and documents made of structures and words: the pairs
 * of each, the challenges left open, and how many entries of each kind.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadmeItem } from '../../src/readme/document.js';
import { readReadme } from '../../src/readme/read-readme.js';
import { saysFirst, score } from '../support/readme-scores.js';

const folder = path.join(import.meta.dirname, '../fixtures/readme-labelled');
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.md') ? [path.basename(file, '.md')] : [],
);

interface Pair {
  challenge: string;
  solution: string;
}

const kindsOf: Record<string, readonly string[]> = {
  technologies: ['technology'],
  concepts: ['concept'],
  'practices and takeaways': ['practice', 'takeaway'],
  goals: ['goal'],
};

const inShort = ({ title, body, solution }: ReadmeItem) => `${title} | ${body} => ${solution}`;

/** What differs from the expected pairs and open challenges, in words; nothing when all is as expected. */
function differences(items: readonly ReadmeItem[], pairs: readonly Pair[], open: readonly string[]) {
  const challenges = items.filter(({ type }) => type === 'challenge');
  const paired = score(
    pairs,
    challenges.filter(({ solution }) => solution !== null),
    ({ challenge, solution }, item) =>
      saysFirst(challenge, item.title, item.body) && saysFirst(solution, item.solution ?? ''),
  );
  const unsolved = score(
    open,
    challenges.filter(({ solution }) => solution === null),
    (name, { title, body }) => saysFirst(name, title, body),
  );
  return [
    ...paired.missing.map(({ challenge, solution }) => `missing: ${challenge} => ${solution}`),
    ...unsolved.missing.map((name) => `missing: ${name}`),
    ...[...paired.wrong, ...unsolved.wrong].map((item) => `not expected: ${inShort(item)}`),
  ];
}

describe('documents labelled before they were read', () => {
  it.each(names)('%s', (name) => {
    const labels = readFileSync(path.join(folder, `${name}.txt`), 'utf8')
      .trim()
      .split('\n');
    const { items } = readReadme(readFileSync(path.join(folder, `${name}.md`)));
    const pairs = labels.flatMap((label) => {
      const [challenge = '', solution] = label.split(' => ');
      return solution === undefined ? [] : [{ challenge, solution }];
    });
    const open = labels.flatMap((label) => (label.startsWith('? ') ? [label.slice(2)] : []));
    expect(differences(items, pairs, open)).toEqual([]);
    for (const label of labels) {
      const [, kind = '', count] = /^([a-z ]+): (\d+)$/.exec(label) ?? [];
      const kinds = kindsOf[kind];
      if (kinds)
        expect([kind, items.filter((item) => kinds.includes(item.kind ?? '')).length]).toEqual([
          kind,
          Number(count),
        ]);
    }
  });
});

/** What learners call a section, a problem in it, and what helped. */
const wordings: readonly [string, string, string][] = [
  ['Challenges & Solutions', 'Issue', 'How I fixed it'],
  ['🚧 Roadblocks', 'Blocker', 'Way out'],
  ['Challenges Faced', 'What went wrong', 'What I did about it'],
  ['Hurdles I met', 'Hurdle', 'How we got past it'],
  ['Technical Challenges', 'Bug', 'Turned around by'],
  ['Difficultés rencontrées', 'Souci', 'Comment je l’ai contourné'],
  ['Défis et solutions', 'Blocage', 'Ce que nous avons fait'],
  ['Desafios', 'Desafio', 'Como resolvi'],
  ['Retos', 'Problema', 'Lo que hicimos'],
  ['التحديات والحلول', 'المشكلة', 'ما فعلته'],
  ['ያጋጠሙ ችግሮች', 'ችግር', 'ያደረግኩት'],
  ['Herausforderungen', 'Problem', 'So ging es weiter'],
];

/** No word of these tells which of the two it is. */
const told: readonly Pair[] = [
  { challenge: 'The orders list took nine seconds', solution: 'An index on the customer and one query' },
  { challenge: 'Mails never left the container', solution: 'The broker has a name of its own there' },
  { challenge: 'Two workers took the same job', solution: 'A lock in Redis, kept for a minute' },
];

type Structure = (section: string, problem: string, solution: string) => string;
const each = (line: (pair: Pair, number: number) => string) =>
  told.map((pair, at) => line(pair, at + 1)).join('\n');

const structures: Record<string, Structure> = {
  'bold labels in paragraphs': (section, problem, solution) =>
    `## ${section}\n\n${each((pair) => `**${problem}:** ${pair.challenge}\n\n**${solution}:** ${pair.solution}\n`)}`,
  'bold labels with the colon outside': (section, problem, solution) =>
    `## ${section}\n\n${each((pair) => `**${problem}**: ${pair.challenge}\n**${solution}**: ${pair.solution}\n`)}`,
  'nested bullets': (section, problem, solution) =>
    `## ${section}\n${each((pair) => `- **${problem}:** ${pair.challenge}\n  - **${solution}:** ${pair.solution}`)}`,
  'numbered lines without marks': (section, problem, solution) =>
    `### ${section}\n${each((pair, number) => `${number}. ${problem}: ${pair.challenge}\n   ${solution}: ${pair.solution}`)}`,
  'plain lines': (section, problem, solution) =>
    `${section}\n${'-'.repeat(12)}\n${each((pair) => `${problem}: ${pair.challenge}\n${solution}: ${pair.solution}\n`)}`,
  'a table': (section, problem, solution) =>
    `## ${section}\n| # | ${problem} | ${solution} |\n|---|---|---|\n${each((pair, number) => `| ${number} | ${pair.challenge} | ${pair.solution} |`)}`,
  'headings with labelled bullets': (section, problem, solution) =>
    `## ${section}\n${each((pair, number) => `### Part ${'ABC'[number - 1]}\n* **${problem}**: ${pair.challenge}\n* **${solution}**: ${pair.solution}`)}`,
  'italic labels below bold titles': (section, problem, solution) =>
    `## ${section}\n\n${each((pair, number) => `**${number}. Part ${'ABC'[number - 1]}**\n\n_${problem}_: ${pair.challenge}\n\n_${solution}_: ${pair.solution}\n`)}`,
  'labels as smaller headings': (section, problem, solution) =>
    `## ${section}\n${each((pair, number) => `### ${number}. Part ${'ABC'[number - 1]}\n#### ${problem}\n${pair.challenge}\n#### ${solution}\n${pair.solution}`)}`,
  'folded parts': (section, problem, solution) =>
    `<details>\n<summary>${section}</summary>\n\n${each((pair) => `- ${problem}: ${pair.challenge}\n- ${solution}: ${pair.solution}\n`)}\n</details>`,
  'labels on lines of their own': (section, problem, solution) =>
    `## ${section}\n\n${each((pair) => `**${problem}**\n\n${pair.challenge}\n\n**${solution}**\n\n${pair.solution}\n`)}`,
  'Windows line ends': (section, problem, solution) =>
    `## ${section}\n${each((pair) => `* **${problem}** - ${pair.challenge}\n* **${solution}** - ${pair.solution}`)}`.replaceAll(
      '\n',
      '\r\n',
    ),
};

/** Where two unknown words alone tell a problem from what helped. */
const tellingStructures = [
  'bold labels in paragraphs',
  'bold labels with the colon outside',
  'nested bullets',
  'numbered lines without marks',
  'plain lines',
  'a table',
  'headings with labelled bullets',
  'labels as smaller headings',
  'folded parts',
];

const around = (section: string) =>
  `# Project Nexus\n\n## Technologies\n- Django\n- Redis\n\n${section}\n\n## Next steps\n- Learn Go\n`;

describe.each(Object.entries(structures))('pairs written as %s', (_, structure) => {
  it.each(wordings)('below %s: %s and %s', (section, problem, solution) => {
    const document = around(structure(section, problem, solution));
    const { items } = readReadme(Buffer.from(document));
    expect({ document, differences: differences(items, told, []) }).toEqual({ document, differences: [] });
    expect(items.filter(({ type }) => type === 'learning').map(({ title }) => title)).toEqual([
      'Django',
      'Redis',
      'Learn Go',
    ]);
  });
});

it.each(tellingStructures)('two labels that nobody knows are told by their return: %s', (name) => {
  const document = around(structures[name]?.('Problems and fixes', 'Snag', 'Cure') ?? '');
  expect(differences(readReadme(Buffer.from(document)).items, told, [])).toEqual([]);
});

it('takes the dashes of a command’s option for no arrow', () => {
  const document =
    '# Nexus\n\n## Challenges\n- The build with --no-cache takes ten minutes\n- Time zones in cron\n';
  const open = ['The build with --no-cache takes ten', 'Time zones in cron'];
  expect(differences(readReadme(Buffer.from(document)).items, [], open)).toEqual([]);
});
