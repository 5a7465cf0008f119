/** Answers of the moderators' queue: a page of it, and the result of a decision on a card or a page. */
import type { Context, Outcome } from '../../discord/define.js';
import { UserError } from '../../platform/user-error.js';
import { queueChanged, staleCards } from '../entries/index.js';
import { type FoundAttachment, noPictures, onMessage } from '../pictures/index.js';
import { queueCard } from './queue-card.js';
import { queueListView } from './queue-list-view.js';
import type { QueueAction } from './queue-model.js';
import type { QueueService } from './queue-service.js';

/** A page, counted from 0, with what became of the item before above it. */
export async function queueAnswer(
  { guildId, settings, words, services }: Context<{ queue: Pick<QueueService, 'page'> }>,
  page: number,
  notice?: string,
): Promise<Outcome> {
  const listed = await services.queue.page(guildId, page);
  const hasLogChannel = settings.logChannelId !== null;
  return { kind: 'message', view: queueListView(words, { ...listed, hasLogChannel, notice }) };
}

/** Decides on an item from its card in the log channel, which then says so. */
export async function decideOnCard(
  { guildId, actor, cohortWords, services }: Context<{ queue: Pick<QueueService, 'decide' | 'item'> }>,
  id: string,
  action: QueueAction,
  { reason, attachments = [] }: { reason?: string; attachments?: readonly FoundAttachment[] } = {},
): Promise<Outcome> {
  const refresh = await services.queue.decide(guildId, id, { action, actorId: actor.id, reason });
  const item = await services.queue.item(guildId, id);
  const pictures = item.entry ? onMessage(item.entry, attachments) : noPictures;
  const view = queueCard(cohortWords, { ...item, pictures });
  return { kind: 'message', view, effects: effectsOf(refresh) };
}

/** Decides on an item from a moderator's own list, which then shows the next one, also when another was faster. */
export async function decideOnPage(
  context: Context<{ queue: Pick<QueueService, 'decide' | 'page'> }>,
  { item, page }: { item: string; page: number },
  action: QueueAction,
  reason?: string,
): Promise<Outcome> {
  const { guildId, actor, words, services } = context;
  try {
    const refresh = await services.queue.decide(guildId, item, { action, actorId: actor.id, reason });
    const next = await queueAnswer(context, page, words.queue.done[action]);
    return next.kind === 'message' ? { ...next, effects: effectsOf(refresh) } : next;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return queueAnswer(context, page, sentenceOf(words, error));
  }
}

/** Cards show what was decided, and so does the queue. */
const effectsOf = (stale: readonly number[]) => [staleCards(stale), queueChanged()];

function sentenceOf({ errors, queue }: Context['words'], error: UserError): string {
  if (error.code === 'queue-decided') {
    const { outcome, byId } = error.facts as UserError<'queue-decided'>['facts'];
    return queue.already(outcome, byId);
  }
  if (error.code === 'queue-gone') return errors['queue-gone']({});
  throw error;
}
