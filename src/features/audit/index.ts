/** The public part of the audit feature. */
export { AuditService } from './audit-service.js';
export { type LoggedAction, logAction } from './audit-statement.js';
export { AuditStore } from './audit-store.js';
export { auditPostView, auditView } from './audit-view.js';
export { settingsChange } from './audited-settings-model.js';
