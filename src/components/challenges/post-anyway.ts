/** `Post anyway`: none of the similar challenges helped, so the draft becomes a challenge; a second press finds it used. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { named } from '../../features/challenges/index.js';
import type { DraftService } from '../../features/drafts/index.js';
import { type EntryService, keptAnswer, typedEntryOf } from '../../features/entries/index.js';
import { offeredIn, type PictureService } from '../../features/pictures/index.js';
import type { SearchService } from '../../features/search/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.postAnyway,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { draft: id },
    context: Context<{
      drafts: Pick<DraftService, 'giveBack' | 'open' | 'release'>;
      entries: Pick<EntryService, 'post'>;
      pictures: Pick<PictureService, 'takeWhatGoes'>;
      search: Pick<SearchService, 'similarSolved'>;
    }>,
  ) {
    const { guildId, actor, services } = context;
    const draft = await services.drafts.open(guildId, actor.id, id);
    const typed = typedEntryOf(draft);
    // The strong matches were shown; the member doesn't know the weak ones yet. Searched first: once it's posted, nothing may fail.
    const { weak } = await services.search.similarSolved(guildId, typed);
    const pictures = await services.pictures.takeWhatGoes(offeredIn(draft.fields['picture']));
    const isHeld = services.drafts.release(id);
    const beside = { pictures: pictures.taken, ...(!isHeld && { draftId: id }) };
    const posting = services.entries.post(guildId, actor, typed, beside);
    const entry = await posting.catch((error: unknown) => {
      if (isHeld) services.drafts.giveBack(draft);
      throw error;
    });
    const answer = named(keptAnswer(context, entry, { pictures }), weak);
    // The buttons above it are no longer needed.
    return answer.kind === 'message' ? { ...answer, privately: false } : answer;
  },
});
