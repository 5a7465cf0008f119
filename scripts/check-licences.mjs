// @ts-check
/** `npm run check:licences`: every dependency's licence is permitted, and `docs/licences.md` is up to date. */
import { readFileSync } from 'node:fs';
import { isPermitted, licencesPage, ownDependencies } from './licences.mjs';

const dependencies = ownDependencies();
const refused = dependencies.filter(({ licence }) => !isPermitted(licence));
for (const { name, version, licence } of refused)
  console.error(`${name} ${version}: the licence ${licence} is not permitted (scripts/licences.mjs).`);

const isCurrent =
  readFileSync(new URL('../docs/licences.md', import.meta.url), 'utf8') === licencesPage(dependencies);
if (!isCurrent) console.error('docs/licences.md is out of date: run npm run docs.');
if (dependencies.length < 50) console.error(`Only ${dependencies.length} dependencies were found.`);
process.exit(refused.length > 0 || !isCurrent || dependencies.length < 50 ? 1 : 0);
