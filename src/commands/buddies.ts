/** `/buddies`: meeting someone new every week. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import join from './buddies/join.js';
import leave from './buddies/leave.js';
import skip from './buddies/skip.js';
import status from './buddies/status.js';

export default defineGroup('buddies', en.buddies.commands.description, [join, leave, skip, status]);
