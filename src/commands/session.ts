/** `/session`: study sessions that members plan. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import cancel from './session/cancel.js';
import list from './session/list.js';
import plan from './session/plan.js';

export default defineGroup('session', en.sessions.commands.description, [plan, list, cancel]);
