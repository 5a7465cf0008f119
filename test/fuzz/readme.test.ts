/** Documents at random: reading one never throws, whatever is in it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReadme } from '../../src/readme/read-readme.js';
import { tried } from '../support/fuzz/runs.js';

const line = fc.oneof(
  fc.constantFrom(
    '# Project Nexus',
    '## Challenges and solutions',
    '- **Challenge**: it broke',
    '  - Solution: repaired',
    '| a | b |',
    '|---|---|',
    '```js',
    '```',
    '~~~',
    '> quoted',
    '<!-- gone',
    '-->',
    '<div>',
    '[a](b "c")',
    '![x][y]',
    '[y]: https://example.org',
    '1. one',
    '\t\tcode',
    '***',
    '---',
    '===',
    '- [x] done',
    'a@example.org',
    '+254 700 000 000',
    '',
  ),
  // Longer than any line is wrapped at, and with a sign at its beginning.
  fc
    .tuple(
      fc.constantFrom('+', '-', '*', '>', '|', '#', '`', '1.', ''),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
    )
    .map(([sign, text]) => sign + text.padEnd(100, 'x ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

it('reading never throws', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 14 }),
      fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
      (lines, end) => {
        const document = readReadme(Buffer.from(lines.join(end)));
        expect(Array.isArray(document.items)).toBe(true);
      },
    ),
    tried(1_000),
  );
});

it('one long line that begins with a sign is read', () => {
  for (const sign of ['+', '-', '*', '>', '#', '|', '=', '~'])
    expect(() => readReadme(Buffer.from(`${sign}${'x'.repeat(100)}`))).not.toThrow();
});
