/** `/mydata`: a member's rights over their own data. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import exportData from './mydata/export.js';
import forget from './mydata/forget.js';

export default defineGroup('mydata', en.rights.commands.description, [exportData, forget]);
