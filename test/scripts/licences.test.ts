/** The list of licences: which are permitted, and what is read from the lock file. */
import { describe, expect, it } from 'vitest';
import { dependenciesOf, isPermitted, licencesPage } from '../../scripts/licences.mjs';

describe('a licence', () => {
  it.each(['MIT', 'Apache-2.0 AND MIT', '(MIT OR GPL-3.0-only)', 'MIT AND OFL-1.1', 'MPL-2.0'])(
    'is permitted: %s',
    (licence) => expect(isPermitted(licence)).toBe(true),
  );

  it.each(['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0-only', 'SSPL-1.0', 'UNLICENSED', 'unknown', ''])(
    'is refused: %s',
    (licence) => expect(isPermitted(licence)).toBe(false),
  );
});

it('lists each version once, and what runs apart from what is only for development', () => {
  const dependencies = dependenciesOf({
    packages: {
      '': { version: '1.0.0' },
      'node_modules/pg': { version: '8.0.0', license: 'MIT' },
      'node_modules/a/node_modules/@b/c': { version: '2.0.0', license: 'ISC' },
      'node_modules/d/node_modules/@b/c': { version: '2.0.0', license: 'ISC', dev: true },
      'node_modules/tool': { version: '3.0.0', dev: true },
    },
  });
  expect(dependencies).toEqual([
    { name: '@b/c', version: '2.0.0', licence: 'ISC', isDevelopment: false },
    { name: 'pg', version: '8.0.0', licence: 'MIT', isDevelopment: false },
    { name: 'tool', version: '3.0.0', licence: 'unknown', isDevelopment: true },
  ]);
  const page = licencesPage(dependencies);
  expect(page).toContain('| @b/c | 2.0.0 | ISC |');
  expect(page).toContain('| unknown | 1 |');
  expect(page).not.toContain('| tool');
});
