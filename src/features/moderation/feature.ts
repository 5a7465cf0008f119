/** Moderation: reports, the review queue, hiding and removing entries, and the log channel. */
import entryHide from '../../commands/admin/entry/hide.js';
import entryRemove from '../../commands/admin/entry/remove.js';
import entryRestore from '../../commands/admin/entry/restore.js';
import queue from '../../commands/admin/queue.js';
import reportToModerators from '../../commands/report-to-moderators.js';
import queueDecide from '../../components/moderation/queue-decide.js';
import queueDecline from '../../components/moderation/queue-decline.js';
import queueMute from '../../components/moderation/queue-mute.js';
import queuePage from '../../components/moderation/queue-page.js';
import report from '../../components/moderation/report.js';
import reportForm from '../../components/moderation/report-form.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import outboxJob from '../../jobs/outbox-job.js';
import queueJob from '../../jobs/queue-job.js';
import { AuditStore } from '../audit/index.js';
import { CardStore, type EntryService, queueChanged } from '../entries/index.js';
import type { MuteService } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import type { Mentions } from '../notifications/index.js';
import type { PictureService } from '../pictures/index.js';
import type { ImportService } from '../readme/index.js';
import type { SearchService } from '../search/index.js';
import { logTopic } from './log-topic.js';
import { ModerationService } from './moderation-service.js';
import { ModerationStore } from './moderation-store.js';
import { QueueCardStore } from './queue-card-store.js';
import { QueueCards } from './queue-cards.js';
import { QueueService } from './queue-service.js';
import { QueueStore } from './queue-store.js';
import { queueTopics } from './queue-topics.js';
import { QueueWaitStore } from './queue-wait-store.js';
import { ReportService } from './report-service.js';
import { ReportStore } from './report-store.js';

interface Needs extends Core {
  entries: EntryService;
  guilds: GuildService;
  pictures: PictureService;
  imports: ImportService;
  mutes: MuteService;
  search: SearchService;
  cohortChannelOf: CohortChannelOf;
  follows: Mentions;
}

export default defineFeature({
  name: 'moderation',
  commands: [reportToModerators],
  adminSubcommands: [queue, entryHide, entryRestore, entryRemove],
  components: [...queueDecide, ...queueDecline, ...queueMute, queuePage, report, reportForm],
  jobs: [queueJob],
  hooks: {
    async afterAnswer({ outcome }, { guildId, actor, services }) {
      // Several actions in a row become one message.
      if (actor.isModerator) services.nudge(outboxJob.name);
      if (queueChanged.in(outcome).length === 0) return;
      services.outbox.wake();
      await services.queueCards.keepCurrent({ guildId });
    },
  },
  topics: ({ dataSource, ...services }) => [
    ...queueTopics({
      ...services,
      cards: new QueueCardStore(dataSource),
      wait: new QueueWaitStore(dataSource),
    }),
    logTopic({ audit: new AuditStore(dataSource), guilds: services.guilds }),
  ],
  services(needs: Needs) {
    const { client, clock, dataSource, entries, guilds, log, pictures } = needs;
    const queue = new QueueService(new QueueStore(dataSource), clock, pictures);
    return {
      queue,
      queueCards: new QueueCards({
        store: new QueueCardStore(dataSource),
        queue,
        guilds,
        rest: client.rest,
        pictures,
        clock,
        log,
      }),
      moderation: new ModerationService(new ModerationStore(dataSource), entries, clock),
      reports: new ReportService(new ReportStore(dataSource), new CardStore(dataSource), entries, clock),
    };
  },
});
