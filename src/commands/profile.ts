/** `/profile`: what members say about themselves and their projects. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import edit from './profile/edit.js';
import view from './profile/view.js';

export default defineGroup('profile', en.profile.commands.description, [view, edit]);
