/** Answers a member with their own view of study buddies, as it is after what they did. */
import type { Context, Outcome } from '../../discord/define.js';
import type { BuddiesService } from './buddies-service.js';
import { statusView } from './buddies-status-view.js';

/** `above` is a line over it that says what was just done. */
export async function statusAnswer(
  { guildId, actor, words, services }: Context<{ buddies: Pick<BuddiesService, 'status'> }>,
  above?: string,
): Promise<Outcome> {
  const status = await services.buddies.status(guildId, actor.id);
  return { kind: 'message', view: statusView(words, actor.id, status, above) };
}
