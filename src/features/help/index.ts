/** The public part of the help feature. */
export { helpView, topicOf, topicsFor } from './help-view.js';
