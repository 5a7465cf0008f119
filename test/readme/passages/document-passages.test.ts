/** A document cut into pieces gives the passages that it gives as a whole, those of the quick parser included. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passagesOf, passagesOfPieces } from '../../../src/readme/passages/document-passages.js';
import { piecesOf } from '../../../src/readme/passages/pieces.js';
import { plainBlocks } from '../../../src/readme/passages/plain-blocks.js';
import { repairMarkdown } from '../../../src/readme/repair/repair-markdown.js';

const fixtures = path.join(import.meta.dirname, '../../fixtures');
const documents = ['readmes', 'readme-labelled', 'readme-kinds'].flatMap((folder) =>
  readdirSync(path.join(fixtures, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(fixtures, folder, file)),
);
const inPieces = (markdown: string) => passagesOfPieces(piecesOf(markdown), Number.POSITIVE_INFINITY);

it('of every fixture', () => {
  let quick = 0;
  for (const file of documents) {
    const markdown = repairMarkdown(readFileSync(file, 'utf8').replace(/\r\n?/g, '\n'));
    expect(inPieces(markdown), file).toEqual(passagesOf(markdown));
    quick += piecesOf(markdown).filter(({ text }) => plainBlocks(text)).length;
  }
  expect(quick).toBeGreaterThan(1_000);
});

const line = fc.constantFrom(
  ...[
    '## Week 2',
    '### Tools',
    '- **Docker**: containers',
    '- one',
    '  - two',
    '    - three',
    '* star',
    '1. first',
  ],
  ...[
    '2. second',
    '',
    '',
    '',
    'Some words here.',
    '**Bold** and `code`',
    '[a](https://example.org/x)',
    'a_b_c',
  ],
  ...[
    '| a | b |',
    '|---|---|',
    '| 1 | 2 |',
    '> quoted',
    '```js',
    '```',
    '---',
    '===',
    '<b>x</b>',
    '  more words',
  ],
  ...[
    '**a.**b',
    '*it*',
    '&amp; &',
    'https://example.org',
    'x  ',
    '- [ ] box',
    '- ',
    '<!-- a',
    '-->',
    '# A #',
    '[a]: https://example.org',
  ],
);

it('of documents that nobody wrote', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const markdown = lines.join('\n');
      // A fence without its end is repaired before.
      fc.pre(lines.filter((each) => each.startsWith('```')).length % 2 === 0);
      expect(inPieces(markdown), markdown).toEqual(passagesOf(markdown));
    }),
    { numRuns: 1_500, seed: 20_261_201 },
  );
});

it('a list of hundreds of items is one list, and a table of hundreds of rows one table', () => {
  const list = Array.from({ length: 400 }, (_, index) => `${index + 1}. Item *number* ${index}\n`).join('\n');
  expect(inPieces(`## A\n${list}\nend`)).toEqual(passagesOf(`## A\n${list}\nend`));
  const table = `| a | b |\n|---|---|\n${'| *1* | 2 |\n'.repeat(200)}`;
  expect(inPieces(table)).toEqual(passagesOf(table));
});
