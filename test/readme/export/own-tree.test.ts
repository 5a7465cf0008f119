/** Long documents of ours, parsed in parts: the same tree as that of the whole, whatever is in them. */
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { expect, it } from 'vitest';
import { documentWordsFor } from '../../../src/locales/document-words.js';
import { readmeStyles } from '../../../src/readme/export/cover.js';
import { parseOwn } from '../../../src/readme/export/own-tree.js';
import { renderReadme } from '../../../src/readme/export/render-readme.js';
import { parseMarkdown } from '../../../src/readme/passages/markdown.js';
import { anyMaterial } from '../../support/readme-material.js';

/** Without lines and columns; how loose a list is shows in nothing that is read. */
function bare(node: Nodes): unknown {
  const { position, ...rest } = node;
  if ('spread' in rest) delete rest.spread;
  const own = { ...rest, at: [position?.start.offset, position?.end.offset] };
  return 'children' in node ? { ...own, children: node.children.map(bare) } : own;
}
const blocksOf = (tree: Root) => tree.children.map(bare);

it('is the same tree for what any member shared', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      anyMaterial,
      fc.constantFrom(...readmeStyles),
      fc.integer({ min: 1, max: 300 }),
      async (material, style, least) => {
        const text = await renderReadme(material, documentWordsFor('en'), { style, hasCards: true });
        expect(blocksOf(parseOwn(text, least)), text).toEqual(blocksOf(parseMarkdown(text)));
      },
    ),
    { numRuns: 80, seed: 20_260_302, interruptAfterTimeLimit: 30_000 },
  );
});

const lines = fc.constantFrom(
  ...[
    '- **a**: b',
    '- **c**',
    '- [x] **d**',
    '* **e**',
    '1. f',
    '## g',
    '### h',
    '#### i',
    'word',
    '',
    '',
    '',
  ],
  ...[
    '  word',
    '   word',
    '    word',
    '```',
    '````',
    '  ```',
    '   ```',
    '~~~',
    '  ~~~',
    '- ```',
    '---',
    '===',
    '> j',
  ],
  ...[
    '<div>',
    '  <div>',
    '</div>',
    '<!-- k -->',
    '<!-- k',
    '-->',
    '<pre>',
    '- <!-- l',
    '<?m',
    '<b>n</b>',
    '<',
  ],
  ...[
    '| o | p |',
    '|---|---|',
    '| q | r |',
    '  | s |',
    '[t]: https://x.example',
    '[t]',
    '[^1]',
    '[^1]: u',
    '- ',
    '-',
  ],
);

it('is the same tree whatever is written into it by hand', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 14 }), fc.integer({ min: 1, max: 30 }), (some, least) => {
      const text = some.join('\n');
      expect(blocksOf(parseOwn(text, least)), text).toEqual(blocksOf(parseMarkdown(text)));
    }),
    { numRuns: 3_000, seed: 20_260_302, interruptAfterTimeLimit: 40_000 },
  );
});
