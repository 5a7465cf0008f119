/** `/follow`: what a member wants to be told of. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import add from './follow/add.js';
import list from './follow/list.js';
import remove from './follow/remove.js';

export default defineGroup('follow', en.following.commands.description, [add, remove, list]);
