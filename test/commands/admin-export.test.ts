/** `/admin export`: whose cohort the cover of its pages names. */
import { expect, it } from 'vitest';
import adminExport from '../../src/commands/admin/export.js';
import { contextWith } from '../support/context.js';

it.each([
  [{ name: 'ProDev Cohort 9' }, 'ProDev Cohort 9 · What this cohort learned'],
  [null, 'What this cohort learned'],
])('in a server that is %o', async (guild, title) => {
  let asked = '';
  await adminExport.run(
    { options: { getString: () => null }, guild } as never,
    contextWith({
      cohortExports: {
        begin: async (_guildId, { words }) => {
          asked = words.cohort.title;
          return undefined;
        },
      },
    }),
  );
  expect(asked).toBe(title);
});
