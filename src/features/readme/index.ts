/** The public part of the readme feature. */
export { type ImportSummary, pageOfPlace } from './import-model.js';
export { importPreviewView } from './import-preview-view.js';
export { ImportService } from './import-service.js';
export { ImportStore, recordSummary } from './import-store.js';
export { importDoneView, importSummaryView } from './import-summary-view.js';
export { WorkerReadmeReader } from './readme-reader.js';
