/** A challenge handed in, by form or by options: similar solved ones come first, then the card. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent, type Outcome } from '../discord/define.js';
import type { TypedEntry } from '../services/entry-service.js';
import { similarView } from '../views/similar-view.js';
import { entryFieldsOf } from './form-fields.js';
import { keptAnswer } from './kept-answer.js';
import { routes } from './routes.js';

/**
 * Shows the member up to three similar challenges that were solved, keeping the draft meanwhile; posts at once when
 * there are none.
 */
export async function proposeChallenge(typed: TypedEntry, context: Context): Promise<Outcome> {
  const { guildId, actor, words, services } = context;
  await services.entries.checkChallenge(guildId, actor, typed);
  const similar = await services.search.similarSolved(guildId, `${typed.title} ${typed.tags} ${typed.body}`);
  if (similar.length > 0) {
    const draft = await services.drafts.keep(guildId, actor.id, 'challenge', { ...typed });
    return { kind: 'message', privately: true, view: similarView(words, draft, similar) };
  }
  const entry = await services.entries.post(guildId, actor, typed);
  return keptAnswer(words, entry);
}

export default defineComponent({
  route: routes.challengeForm,
  answers: 'card',
  typed: (interaction: ModalSubmitInteraction) => ({ form: 'challenge', fields: entryFieldsOf(interaction) }),
  run: (interaction: ModalSubmitInteraction, _params, context) =>
    proposeChallenge(entryFieldsOf(interaction), context),
});
