/** The answer to every profile command: the profile, as the requester is allowed to see it. */
import type { Context, Outcome } from '../../discord/define.js';
import type { ProfileService } from './profile-service.js';
import { profileView } from './profile-view.js';

/** `above` is a line over it. */
export async function profileAnswer(
  { guildId, actor, words, services }: Context<{ profiles: Pick<ProfileService, 'view'> }>,
  { userId, above }: { userId: string; above?: string },
): Promise<Outcome> {
  const shown = await services.profiles.view(guildId, userId, actor.id);
  return { kind: 'message', view: profileView(words, { ...shown, isOwn: userId === actor.id, above }) };
}
