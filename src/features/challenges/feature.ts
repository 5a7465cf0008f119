/** Challenges: asking, answering, and pairing the question with what worked. */
import challenge from '../../commands/challenge.js';
import accept from '../../components/challenges/accept.js';
import challengeForm from '../../components/challenges/challenge-form.js';
import postAnyway from '../../components/challenges/post-anyway.js';
import reopen from '../../components/challenges/reopen.js';
import solve from '../../components/challenges/solve.js';
import solveForm from '../../components/challenges/solve-form.js';
import thisSolvesIt from '../../components/challenges/this-solves-it.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { DraftService } from '../drafts/index.js';
import type { EntryService } from '../entries/index.js';
import type { Guard } from '../guard/index.js';
import type { Mentions } from '../notifications/index.js';
import type { PictureService } from '../pictures/index.js';
import type { SearchService } from '../search/index.js';
import { alsoSimilar } from './challenge-answers.js';
import { ChallengeService } from './challenge-service.js';
import { ChallengeStore } from './challenge-store.js';
import { alsoSimilarView } from './similar-view.js';

interface Needs extends Core {
  follows: Mentions;
  drafts: DraftService;
  entries: EntryService;
  guard: Guard;
  pictures: PictureService;
  search: SearchService;
}

export default defineFeature({
  name: 'challenges',
  commands: [challenge],
  components: [accept, challengeForm, postAnyway, reopen, ...solve, solveForm, thisSolvesIt],
  hooks: {
    async afterAnswer({ outcome, tell }, { guildId, words }) {
      for (const similar of alsoSimilar.in(outcome)) await tell(alsoSimilarView(words, guildId, similar));
    },
  },
  services: ({ clock, dataSource, entries }: Needs) => ({
    challenges: new ChallengeService(new ChallengeStore(dataSource), entries, clock),
  }),
});
