/** Collaboration: reminders of challenges that stay open. */
import reminderLook from '../../components/collaboration/look.js';
import reminderPass from '../../components/collaboration/pass.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import remindersJob from '../../jobs/reminders-job.js';
import type { GuildService } from '../guilds/index.js';
import { AskService } from './ask-service.js';
import { AskStore } from './ask-store.js';
import { askTopic } from './ask-topic.js';
import { ReminderService } from './reminder-service.js';
import { ReminderStore } from './reminder-store.js';
import { reminderTopic } from './reminder-topic.js';

interface Needs extends Core {
  guilds: GuildService;
  cohortChannelOf: CohortChannelOf;
}

export default defineFeature({
  name: 'collaboration',
  components: [reminderLook, reminderPass],
  jobs: [remindersJob],
  topics({ cohortChannelOf, dataSource, guilds }) {
    const store = new ReminderStore(dataSource);
    return [
      reminderTopic({ store, guilds, cohortChannelOf }),
      askTopic({ store, asks: new AskStore(dataSource, store), guilds, cohortChannelOf }),
    ];
  },
  services: ({ clock, dataSource }: Needs) => ({
    asks: new AskService(new AskStore(dataSource, new ReminderStore(dataSource)), clock),
    reminders: new ReminderService(new ReminderStore(dataSource), clock),
  }),
});
