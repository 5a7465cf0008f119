/** Writes the coverage table of the README: `npx tsx sandbox/coverage.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { coverageTable } from './server/served/table.js';

export const README = new URL('README.md', import.meta.url);
const TABLE = /(?<=<!-- coverage -->\n)[^]*(?=\n<!-- \/coverage -->)/;

/** The README with the table as it should be. */
export function withCoverage(readme: string): string {
  if (!TABLE.test(readme)) throw new Error('The README has no place for the coverage table.');
  return readme.replace(TABLE, () => coverageTable());
}

if (import.meta.url === new URL(process.argv[1] ?? '', 'file:').href)
  writeFileSync(README, withCoverage(readFileSync(README, 'utf8')));
