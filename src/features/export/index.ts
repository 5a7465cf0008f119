/** The public part of the export feature. */
export { type ExportFormat, exportFormats } from './cohort-export-model.js';
export { CohortExportService } from './cohort-export-service.js';
export { type ExportAnswer, type ExportTask, type ExportWriter, exportWorker } from './export-tasks.js';
export { exportView, readmeView } from './export-view.js';
export { ExportService } from './readme-export-service.js';
