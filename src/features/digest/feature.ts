/** The digest: the weekly post, its schedule, and its copies by direct message. */
import pause from '../../commands/admin/digest/pause.js';
import resume from '../../commands/admin/digest/resume.js';
import run from '../../commands/admin/digest/run.js';
import digest from '../../commands/digest.js';
import digestDiscuss from '../../components/digest/digest-discuss.js';
import digestMore from '../../components/digest/digest-more.js';
import digestShare from '../../components/digest/digest-share.js';
import digestShow from '../../components/digest/digest-show.js';
import digestUnsubscribe from '../../components/digest/digest-unsubscribe.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { guildOf } from '../../discord/guild-channels.js';
import { isMember } from '../../discord/membership.js';
import { note } from '../../discord/message/blocks.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import digestJob from '../../jobs/digest-job.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import { DigestContentStore } from './digest-content-store.js';
import { DigestMailService } from './digest-mail.js';
import { DigestMailStore } from './digest-mail-store.js';
import { digestMailTopic } from './digest-mail-topic.js';
import { DigestService } from './digest-service.js';
import { DigestStore } from './digest-store.js';
import { digestTopic } from './digest-topic.js';
import { digestTroubleTopic } from './digest-trouble-topic.js';

interface Needs extends Core {
  guilds: GuildService;
  languages: LanguageService;
  cohortChannelOf: CohortChannelOf;
}

export default defineFeature({
  name: 'digest',
  commands: [digest],
  adminSubcommands: [pause, resume, run],
  components: [digestDiscuss, ...digestMore, digestShare, digestShow, digestUnsubscribe],
  jobs: [digestJob],
  hooks: {
    // A closed direct channel is reported once, after the member's next command.
    async afterAnswer({ tell }, { guildId, actor, words, services }) {
      if (await services.digestMail.endClosed(guildId, actor.id)) {
        await tell(note(words.digestDelivery.mail.closed));
      }
    },
  },
  topics({ client, cohortChannelOf, dataSource, digestMail, guilds, languages, painter }) {
    const parts = {
      ledger: new DigestStore(dataSource),
      contents: new DigestContentStore(dataSource),
      guilds,
      languages,
      painter,
    };
    return [
      digestTopic({ ...parts, cohortChannelOf }),
      digestTroubleTopic({ guilds, languages, ownerOf: (guildId) => guildOf(client, guildId) }),
      digestMailTopic({
        ...parts,
        store: new DigestMailStore(dataSource),
        isMember: (guildId, userId) => isMember(client.rest, guildId, userId),
        onClosed: () => digestMail.forgetClosed(),
      }),
    ];
  },
  services: ({ clock, dataSource, guilds, outbox }: Needs) => ({
    digests: new DigestService({
      ledger: new DigestStore(dataSource),
      contents: new DigestContentStore(dataSource),
      guilds,
      outbox,
      clock,
    }),
    digestMail: new DigestMailService(new DigestMailStore(dataSource), clock),
  }),
});
