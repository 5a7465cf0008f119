/** The public part of the code feature. */
export { canWriteIn } from './can-write.js';
export { CodeService } from './code-service.js';
export { formattedView, postedView, removedView } from './code-view.js';
