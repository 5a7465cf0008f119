/** Entries: sharing, editing, deleting and restoring them, their cards, tags and votes. */
import tagRemove from '../../commands/admin/tag/remove.js';
import tagRename from '../../commands/admin/tag/rename.js';
import entry from '../../commands/entry.js';
import share from '../../commands/share.js';
import openDraft from '../../components/drafts/open-draft.js';
import describeForm from '../../components/entries/describe-form.js';
import describePicture from '../../components/entries/describe-picture.js';
import discuss from '../../components/entries/discuss.js';
import done from '../../components/entries/done.js';
import edit from '../../components/entries/edit.js';
import editForm from '../../components/entries/edit-form.js';
import helpful from '../../components/entries/helpful.js';
import more from '../../components/entries/more.js';
import remove from '../../components/entries/remove.js';
import save from '../../components/entries/save.js';
import shareForm from '../../components/entries/share-form.js';
import showInChannel from '../../components/entries/show-in-channel.js';
import solutions from '../../components/entries/solutions.js';
import undoRemove from '../../components/entries/undo-remove.js';
import viewEntry from '../../components/entries/view-entry.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { guildOf } from '../../discord/guild-channels.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import cardsJob from '../../jobs/cards-job.js';
import type { DraftService } from '../drafts/index.js';
import type { Guard, MuteService } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import type { Mentions } from '../notifications/index.js';
import type { PictureService } from '../pictures/index.js';
import type { SearchService } from '../search/index.js';
import { deliverCard, deliverThread, openThread, showCard } from './card-delivery.js';
import { CardService } from './card-service.js';
import { CardStore } from './card-store.js';
import { Cards } from './cards.js';
import { messageOwed, staleCards } from './effects.js';
import { EntryService } from './entry-service.js';
import { EntryStore } from './entry-store.js';
import { entryTopics } from './entry-topics.js';
import { linkedMessage } from './linked-message.js';
import { lostCardsTopic } from './lost-cards-topic.js';
import { pictureNews, pictureNewsView } from './picture-answers.js';
import { TagService } from './tag-service.js';
import { TagStore } from './tag-store.js';
import { VoteService } from './vote-service.js';
import { VoteStore } from './vote-store.js';

interface Needs extends Core {
  drafts: DraftService;
  guard: Guard;
  guilds: GuildService;
  mutes: MuteService;
  search: SearchService;
  cohortChannelOf: CohortChannelOf;
  follows: Mentions;
  pictures: PictureService;
}

export default defineFeature({
  name: 'entries',
  commands: [share, entry],
  adminSubcommands: [tagRename, tagRemove],
  components: [
    describeForm,
    describePicture,
    discuss,
    done,
    edit,
    editForm,
    helpful,
    more,
    openDraft,
    remove,
    save,
    shareForm,
    showInChannel,
    solutions,
    undoRemove,
    ...viewEntry,
  ],
  jobs: [cardsJob],
  topics: (services) => [
    ...entryTopics(services),
    lostCardsTopic({ ...services, ownerOf: (guildId) => guildOf(services.client, guildId) }),
  ],
  deliveries: [showCard.by(deliverCard), openThread.by(deliverThread)],
  hooks: {
    beforeMessage: (view, guildId, { cards }) => linkedMessage(cards, guildId, view),
    async beforeControl({ params }, { guildId, services }) {
      const { number, mark } = params as { number?: number; mark?: string };
      if (number !== undefined && 'mark' in (params as object)) {
        await services.entries.requireSame(guildId, number, mark);
      }
    },
    async afterAnswer({ outcome, rewritten, tell }, { guildId, words, services }) {
      if (messageOwed.in(outcome).length > 0) services.outbox.wake();
      for (const numbers of staleCards.in(outcome)) {
        if (numbers.length > 0) await services.cards.refresh(guildId, numbers, rewritten);
      }
      for (const news of pictureNews.in(outcome)) await tell(pictureNewsView(words, news));
    },
    upkeep: ({ entries }) => entries.eraseDeleted(),
  },
  services({ client, clock, dataSource, guard, guilds, log, mutes, pictures }: Needs) {
    const entries = new EntryService(new EntryStore(dataSource), clock, guard, mutes);
    const cardPublisher = new Cards(client.rest, entries, guilds, log, pictures);
    return {
      entries,
      cardPublisher,
      cards: new CardService(new CardStore(dataSource), cardPublisher, clock),
      tags: new TagService(new TagStore(dataSource), clock),
      votes: new VoteService(new VoteStore(dataSource), entries, clock),
    };
  },
});
