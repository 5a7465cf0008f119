/** `/entry`: shows an entry, and changes the member's own. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import remove from './entry/delete.js';
import edit from './entry/edit.js';
import history from './entry/history.js';
import restore from './entry/restore.js';
import view from './entry/view.js';

export default defineGroup('entry', en.commands.entry.description, [view, edit, remove, restore, history]);
