/** `This solves it`: an earlier pair helped, so nothing is posted, the solution is shown in full, and the challenge is found by the new wording too. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import type { ChallengeService } from '../../features/challenges/index.js';
import type { DraftService } from '../../features/drafts/index.js';
import { type EntryService, entryInFull, typedEntryOf } from '../../features/entries/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.thisSolvesIt,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { draft, number },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{
      challenges: Pick<ChallengeService, 'learn'>;
      drafts: Pick<DraftService, 'discard' | 'open'>;
      entries: Pick<EntryService, 'view'>;
      pictures: Pick<PictureService, 'shown'>;
    }>,
  ) {
    const solution = await services.entries.view(guildId, number);
    // A second press finds no draft, and so adds no wording.
    const asked = await services.drafts.open(guildId, actor.id, draft).catch(() => undefined);
    if (asked) await services.challenges.learn(guildId, solution, actor, typedEntryOf(asked));
    await services.drafts.discard(guildId, actor.id, draft);
    const above = words.entries.similar.thisHelped(number);
    const pictures = await services.pictures.shown(solution);
    return { kind: 'message', view: entryInFull(words, solution, actor, { above, pictures }) };
  },
});
