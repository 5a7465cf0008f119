/** `/readme`: imports and exports a learner's README. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import exportReadme from './readme/export.js';
import importReadme from './readme/import.js';

export default defineGroup('readme', en.imports.commands.description, [importReadme, exportReadme]);
