/** `npm run docs`: writes the page of all commands, `docs/commands.md`, and the one of all licences, `docs/licences.md`. */
import { writeFileSync } from 'node:fs';
import { features } from '../src/features.js';
import { commandsPage } from './docs/commands-page.js';
import { licencesPage, ownDependencies } from './licences.mjs';

const pageOf = (name: string) => new URL(`../docs/${name}.md`, import.meta.url);
const dependencies = ownDependencies();

writeFileSync(pageOf('commands'), commandsPage(features.commands));
writeFileSync(pageOf('licences'), licencesPage(dependencies));
console.log(`Wrote docs/commands.md: ${features.commands.length} commands.`);
console.log(`Wrote docs/licences.md: ${dependencies.length} dependencies.`);
