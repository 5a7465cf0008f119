/** Data rights: a member's own data as a file, and erasing them, in the database and in posted messages. */
import memberForget from '../../commands/admin/member/forget.js';
import mydata from '../../commands/mydata.js';
import forget from '../../components/rights/forget.js';
import forgetMember from '../../components/rights/forget-member.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import messageUpdatesJob from '../../jobs/message-updates-job.js';
import type { DigestService } from '../digest/index.js';
import type { DraftService } from '../drafts/index.js';
import type { CardService, Cards, EntryService } from '../entries/index.js';
import type { MemberHash } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import type { PictureService } from '../pictures/index.js';
import { ImportStore } from '../readme/index.js';
import { DataRightsService } from './data-rights-service.js';
import { DataRightsStore } from './data-rights-store.js';
import { ForgetStore } from './forget-store.js';
import { MessageUpdateStore } from './message-update-store.js';
import { MessageUpdates } from './message-updates.js';
import { PendingErasureStore } from './pending-erasure-store.js';
import { DiscordPostedMessages } from './posted-messages.js';

interface Needs extends Core {
  cardPublisher: Cards;
  cards: CardService;
  digests: DigestService;
  drafts: DraftService;
  entries: EntryService;
  guilds: GuildService;
  hashOf: MemberHash;
  pictures: PictureService;
}

export default defineFeature({
  name: 'rights',
  commands: [mydata],
  adminSubcommands: [memberForget],
  components: [forget, forgetMember],
  jobs: [messageUpdatesJob],
  hooks: {
    async upkeep({ dataRights }) {
      await dataRights.eraseDue();
      await dataRights.removeEnded();
    },
  },
  services(needs: Needs) {
    const { cardPublisher, cards, client, clock, dataSource, digests, drafts } = needs;
    const { entries, exportWriter, guilds, hashOf, log, painter, pictures } = needs;
    const updates = new MessageUpdateStore(dataSource);
    return {
      dataRights: new DataRightsService({
        data: new DataRightsStore(dataSource),
        erasing: new ForgetStore(dataSource),
        pending: new PendingErasureStore(dataSource),
        drafts,
        hashOf,
        writer: exportWriter,
        clock,
      }),
      messageUpdates: new MessageUpdates(
        updates,
        new DiscordPostedMessages({
          rest: client.rest,
          subjects: updates,
          cards: cardPublisher,
          cardPlaces: cards,
          entries,
          digests,
          imports: new ImportStore(dataSource),
          guilds,
          painter,
          pictures,
          hashOf,
          log,
        }),
        clock,
      ),
    };
  },
});
