/** The public part of the moderation feature. */
export { declineField, declineForm } from './decline-form.js';
export { hiddenView, removedView, restoredView } from './moderation-answers.js';
export { ModerationService } from './moderation-service.js';
export { decideOnCard, decideOnPage, queueAnswer } from './queue-answers.js';
export { queueCard } from './queue-card.js';
export { QueueCards } from './queue-cards.js';
export { QueueService } from './queue-service.js';
export { QueueWaitStore } from './queue-wait-store.js';
export { reportFields, reportForm } from './report-form.js';
export { ReportService } from './report-service.js';
