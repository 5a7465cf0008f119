/** What other rooms may use of sessions. */
export { planFields, planFrom } from './session-drafts.js';
export { SessionService } from './session-service.js';
export { SessionUpkeep } from './session-upkeep.js';
export { confirmView, sessionsView } from './session-view.js';
