/** Answers of the moderators' queue: a page of it, and what a decision came to on a card or a page. */
import type { Context, Outcome } from '../discord/define.js';
import type { QueueDeed } from '../entities/queue-details.js';
import { UserError } from '../services/user-error.js';
import { queueCard } from '../views/queue-card.js';
import { queueListView } from '../views/queue-list-view.js';

/** A page, counted from 0, with what became of the item before above it. */
export async function queueAnswer(
  { guildId, settings, words, services }: Context,
  page: number,
  notice?: string,
): Promise<Outcome> {
  const listed = await services.queue.page(guildId, page);
  const hasLogChannel = settings.logChannelId !== null;
  return { kind: 'message', view: queueListView(words, { ...listed, hasLogChannel, notice }) };
}

/** Decides on an item from its card in the log channel, which then says so. */
export async function decideOnCard(
  { guildId, actor, words, services }: Context,
  id: string,
  deed: QueueDeed,
  reason?: string,
): Promise<Outcome> {
  const refresh = await services.queue.decide(guildId, id, { deed, actorId: actor.id, reason });
  const item = await services.queue.item(guildId, id);
  return { kind: 'message', view: queueCard(words, item), refresh, queued: true };
}

/** Decides on an item from a moderator's own list, which then shows the next one, also when another was faster. */
export async function decideOnPage(
  context: Context,
  { item, page }: { item: string; page: number },
  deed: QueueDeed,
  reason?: string,
): Promise<Outcome> {
  const { guildId, actor, words, services } = context;
  try {
    const refresh = await services.queue.decide(guildId, item, { deed, actorId: actor.id, reason });
    const next = await queueAnswer(context, page, words.queue.done[deed]);
    return next.kind === 'message' ? { ...next, refresh, queued: true } : next;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return queueAnswer(context, page, sentenceOf(words, error));
  }
}

function sentenceOf({ errors, queue }: Context['words'], error: UserError): string {
  if (error.code === 'queue-decided') {
    const { outcome, byId } = error.facts as UserError<'queue-decided'>['facts'];
    return queue.already(outcome, byId);
  }
  if (error.code === 'queue-gone') return errors['queue-gone']({});
  throw error;
}
