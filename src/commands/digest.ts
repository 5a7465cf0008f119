/** `/digest`: reading the weekly digest. */
import { defineGroup } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import latest from './digest/latest.js';
import preview from './digest/preview.js';
import subscribe from './digest/subscribe.js';
import unsubscribe from './digest/unsubscribe.js';

export default defineGroup('digest', en.digest.commands.digest, [latest, preview, subscribe, unsubscribe]);
