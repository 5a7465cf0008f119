/** Exports: one member's README, and the whole cohort's entries as files. */
import cohortExport from '../../commands/admin/export.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { ProfileStore } from '../profiles/index.js';
import { CohortExportService } from './cohort-export-service.js';
import { CohortExportStore } from './cohort-export-store.js';
import { ExportService } from './readme-export-service.js';
import { ReadmeStore } from './readme-material-store.js';

export default defineFeature({
  name: 'export',
  adminSubcommands: [cohortExport],
  services({ clock, dataSource, exportWriter }: Core) {
    const readmes = new ReadmeStore(dataSource);
    const profiles = new ProfileStore(dataSource);
    return {
      exports: new ExportService(readmes, profiles, exportWriter),
      cohortExports: new CohortExportService({
        store: new CohortExportStore(dataSource),
        readmes,
        profiles,
        writer: exportWriter,
        clock,
      }),
    };
  },
});
