/** The answer to sharing a learning, by command or by form. */
import type { Context, Outcome } from '../../discord/define.js';
import type { EntryService, TypedEntry } from './entry-service.js';
import { keptAnswer } from './kept-answer.js';
import type { Taken } from './picture-answers.js';

/** Stores the learning, and shows its card. */
export async function shareLearning(
  typed: TypedEntry & { kind: string },
  pictures: Taken,
  context: Context<{ entries: Pick<EntryService, 'share'> }>,
): Promise<Outcome> {
  const { guildId, actor, services } = context;
  const entry = await services.entries.share(guildId, actor, typed, { pictures: pictures.taken });
  return keptAnswer(context, entry, { pictures });
}
