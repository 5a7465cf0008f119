/** Documents that nobody wrote: reading them never throws, stays within an entry's bounds and leaks no address. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryBounds } from '../../src/readme/entry-shape.js';
import { readReadme } from '../../src/readme/read-readme.js';
import { attempted, repairMarkdown } from '../../src/readme/repair/repair-markdown.js';

/** How many; `README_FUZZ=100000 npx vitest run test/readme/fuzz.test.ts` is the long run. */
const documents = Number(process.env['README_FUZZ'] ?? 1_500);

const words = [
  ...['Challenge', 'Problem', 'Solution', 'How I solved it', 'What I learned', 'Next steps', 'Technologies'],
  ...[
    'Docker',
    'Next.js',
    'slow',
    'fixed',
    'a',
    'the',
    'I',
    'Week 2',
    'Q',
    'A',
    '1',
    '2',
    'ችግር',
    'الحل',
    'Défi',
  ],
  ...[
    'a@example.org',
    '[](mailto:b@example.org)',
    'https://example.org/x',
    '🚀',
    '✅',
    '→',
    '|',
    '\t',
    '\u0000',
  ],
  ...['**', '*', '_', '`', '```', '~~~', '~~', '<br>', '<details>', '<summary>', '</td>', '<!--', '[!TIP]'],
  ...[
    '#Docker#',
    '=====',
    '---',
    '\\',
    '\\n',
    '&amp;',
    ':',
    ' – ',
    '(',
    ')',
    '[',
    ']',
    '\ud83d',
    '\u202e',
    'ﷺ',
  ],
];
const starts = [
  ...['', '', '# ', '## ', '### ', '#### ', '- ', '* ', '+ ', '1. ', '2) ', '> ', '    ', '  - ', '| ', '\t'],
  ...[
    'o\t',
    '⦁ ',
    '\uf0a7 ',
    '- [ ] ',
    '```',
    '```bash',
    '~~~',
    '**Problem:** ',
    '**Solution:** ',
    '*x*: ',
    'SOLUTION',
  ],
];
const line = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, fc.string({ maxLength: 12 })), {
      maxLength: 16,
    }),
    fc.constantFrom(' ', ' ', ' ', '', ': ', '. '),
  )
  .map(([start, parts, between]) => start + parts.join(between));
const document = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\n', '\n\n', '\r\n', ' '))
  .map(([lines, between]) => lines.join(between));

it(`reads ${documents} of them`, { timeout: 60_000 + documents * 20 }, () => {
  fc.assert(
    fc.property(document, (text) => {
      const { items } = readReadme(Buffer.from(text));
      for (const { title, body, solution, tags } of items) {
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(entryBounds.title);
        expect(Math.max(body.length, solution?.length ?? 0)).toBeLessThanOrEqual(entryBounds.body);
        expect(tags.length).toBeLessThanOrEqual(entryBounds.tags);
        expect(`${title}\n${body}\n${solution ?? ''}`).not.toMatch(
          /(?<![\w/.+-])[ab]@example\.org(?=[\s),.:;!?*\]]*(?:\s|$))/,
        );
      }
    }),
    { numRuns: documents, seed: 20_261_130 },
  );
});

it('skips a step of repair that fails', () => {
  const fails = () => {
    throw new SyntaxError('Nothing to repeat');
  };
  expect(attempted(fails, ['as', 'it was'], [])).toEqual(['as', 'it was']);
});

it('reads a bullet of more than 80 characters, whatever its sign', () => {
  for (const sign of ['+', '*', '-', '•']) {
    const long = `${sign} ${'many words of one item '.repeat(6)}`;
    expect(() => repairMarkdown(`## Tools\n${long}\n${long}`)).not.toThrow();
  }
});
