/** A README that was exported, imported again: the same entries, whatever their members wrote. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanDocument, previewItems } from '../../src/features/readme/import-items.js';
import { documentWordsFor } from '../../src/locales/document-words.js';
import { withoutContacts } from '../../src/readme/contacts.js';
import { readmeStyles } from '../../src/readme/export/cover.js';
import { renderReadme } from '../../src/readme/export/render-readme.js';
import { readReadme } from '../../src/readme/read-readme.js';
import { anyMaterial, comparable, itemsOf } from '../support/readme-material.js';

const choices = fc.record(
  {
    style: fc.constantFrom(...readmeStyles),
    hasCards: fc.boolean(),
    picture: fc.constant('weeks.png'),
  },
  { requiredKeys: ['style', 'hasCards'] },
);

it('gives the same entries and the same project', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      anyMaterial,
      fc.constantFrom('en', 'fr'),
      choices,
      async (material, language, chosen) => {
        const text = await renderReadme(material, documentWordsFor(language), chosen);
        // What looks like somebody's address is left out on purpose, escaped marks within it or not.
        const plain = text.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
        fc.pre(withoutContacts(text) === text && withoutContacts(plain) === plain);
        const read = readReadme(Buffer.from(text));
        expect(comparable(previewItems(cleanDocument(read), [])), text).toEqual(itemsOf(material));
        const { track, projectName, summary, objective, repository } = material.profile ?? {};
        expect(read.profile, text).toMatchObject({
          track: track ?? null,
          projectName: projectName ?? null,
          summary: summary ?? null,
          objective: objective ?? null,
          repository: repository ?? null,
        });
      },
    ),
    { numRuns: 200, seed: 20_260_302, interruptAfterTimeLimit: 30_000 },
  );
});
