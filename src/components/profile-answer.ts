/** What everything about profiles answers: a profile, as whoever asks may see it. */
import type { Context, Outcome } from '../discord/define.js';
import { profileView } from '../views/profile-view.js';

/** `above` is a line over it. */
export async function profileAnswer(
  { guildId, actor, words, services }: Context,
  { userId, above }: { userId: string; above?: string },
): Promise<Outcome> {
  const shown = await services.profiles.view(guildId, userId, actor.id);
  return { kind: 'message', view: profileView(words, { ...shown, isOwn: userId === actor.id, above }) };
}
