/** READMEs in: reading one, looking at what it holds, and importing it. */
import readme from '../../commands/readme.js';
import importAll from '../../components/readme/import-all.js';
import importCancel from '../../components/readme/import-cancel.js';
import importPreview from '../../components/readme/import-preview.js';
import type { Core } from '../../core.js';
import { Attachments } from '../../discord/attachments.js';
import { defineFeature } from '../../discord/feature.js';
import type { Cards } from '../entries/index.js';
import type { ExportService } from '../export/index.js';
import type { Guard, MuteService } from '../guard/index.js';
import type { ProfileService } from '../profiles/index.js';
import { attachmentLimit } from './attachment-port.js';
import { SummaryPublisher } from './import-publisher.js';
import { ImportService } from './import-service.js';
import { ImportStore } from './import-store.js';

interface Needs extends Core {
  cardPublisher: Cards;
  exports: ExportService;
  guard: Guard;
  mutes: MuteService;
  profiles: ProfileService;
}

export default defineFeature({
  name: 'readme',
  commands: [readme],
  components: [importAll, importCancel, ...importPreview],
  hooks: { upkeep: ({ imports }) => imports.removeExpired() },
  services: ({ cardPublisher, clock, config, dataSource, guard, log, mutes, profiles, reader }: Needs) => ({
    imports: new ImportService({
      store: new ImportStore(dataSource),
      attachments: new Attachments(config.attachmentOrigins, { limitBytes: attachmentLimit }),
      reader,
      publisher: new SummaryPublisher(cardPublisher, log),
      profiles,
      guard,
      mutes,
      clock,
    }),
  }),
});
