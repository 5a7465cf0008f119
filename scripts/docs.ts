/** `npm run docs`: writes the page of all commands, `docs/commands.md`. */
import { writeFileSync } from 'node:fs';
import { commands } from '../src/app.js';
import { commandsPage } from './docs/commands-page.js';

const page = new URL('../docs/commands.md', import.meta.url);

writeFileSync(page, commandsPage(commands));
console.log(`Wrote docs/commands.md: ${commands.length} commands.`);
