/** `/project`: the board of what members build, and who is looked for. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import close from './project/close.js';
import list from './project/list.js';
import publish from './project/publish.js';
import view from './project/view.js';

export default defineGroup('project', en.projects.commands.description, [publish, list, view, close]);
