/** Capture: what is said in the chat becomes an entry of the member who said it. */
import saveAsChallenge from '../../commands/save-as-challenge.js';
import saveAsLearning from '../../commands/save-as-learning.js';
import applyAsSolution from '../../commands/use-as-solution.js';
import captureForm from '../../components/capture/capture-form.js';
import captureRemove from '../../components/capture/capture-remove.js';
import threadPick from '../../components/capture/thread-pick.js';
import threadSolution from '../../components/capture/thread-solution.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { guildOf } from '../../discord/guild-channels.js';
import { isUniqueViolation } from '../challenges/index.js';
import type { DraftService } from '../drafts/index.js';
import type { EntryService } from '../entries/index.js';
import type { MuteService } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import type { Mentions } from '../notifications/index.js';
import type { PictureService } from '../pictures/index.js';
import type { ProfileService } from '../profiles/index.js';
import { CaptureService } from './capture-service.js';
import { CaptureStore } from './capture-store.js';
import { CohortReach } from './cohort-reach.js';
import { savedTopic } from './saved-topic.js';
import { ThreadReader } from './thread-reader.js';

interface Needs extends Core {
  follows: Mentions;
  drafts: DraftService;
  entries: EntryService;
  guilds: GuildService;
  languages: LanguageService;
  mutes: MuteService;
  pictures: PictureService;
  profiles: ProfileService;
}

export default defineFeature({
  name: 'capture',
  commands: [saveAsLearning, saveAsChallenge, applyAsSolution],
  components: [captureForm, captureRemove, threadPick, threadSolution],
  topics: ({ client, entries, languages }) => [
    savedTopic({ entries, languages, nameOf: async (guildId) => (await guildOf(client, guildId)).name }),
  ],
  services: ({ client, dataSource, drafts, entries, mutes, profiles }: Needs) => ({
    captures: new CaptureService({
      store: new CaptureStore(dataSource),
      entries,
      drafts,
      mutes,
      profiles,
      reach: new CohortReach(client),
      threads: new ThreadReader(client.rest),
      isUniqueViolation,
    }),
  }),
});
