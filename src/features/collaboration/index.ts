/** The public part of the collaboration feature. */
export { AskService } from './ask-service.js';
export { ReminderService } from './reminder-service.js';
