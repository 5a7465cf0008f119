/** `Post anyway`: none of the similar challenges helped, so the draft becomes a challenge; a second press finds it used. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { typedEntryOf } from './draft-fields.js';
import { keptAnswer } from './kept-answer.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.postAnyway,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { draft: id }, { guildId, actor, words, services }) {
    const draft = await services.drafts.open(guildId, actor.id, id);
    const isHeld = services.drafts.release(id);
    const posting = services.entries.post(guildId, actor, typedEntryOf(draft), isHeld ? undefined : id);
    const entry = await posting.catch((error: unknown) => {
      if (isHeld) services.drafts.giveBack(draft);
      throw error;
    });
    const answer = keptAnswer(words, entry);
    // The buttons above it have done their work.
    return answer.kind === 'message' ? { ...answer, privately: false } : answer;
  },
});
