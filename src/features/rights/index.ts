/** The public part of the rights feature. */
export { DataRightsService } from './data-rights-service.js';
export { forgetMemberView, forgetView, pendingErasureView } from './forget-view.js';
export { MessageUpdates } from './message-updates.js';
