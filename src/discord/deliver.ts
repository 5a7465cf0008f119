/** Delivering cards, threads and rows of messages: where they are posted, what the member is told, and that the bot remembers the message. */
import type { CardPlace, EntryDetails } from '../entities/entry-details.js';
import { type Logger, plainError } from '../platform/logging.js';
import { UserError } from '../services/user-error.js';
import { note } from '../views/blocks.js';
import type { MessageView } from '../views/message-view.js';
import { messageLink } from '../views/text.js';
import type { Cards } from './cards.js';
import type { Context, Outcome } from './define.js';
import { isRefused } from './errors.js';
import type { Reply, Visibility } from './reply.js';

interface Parts {
  cards: Cards;
  log: Logger;
}

type CardOutcome = Extract<Outcome, { kind: 'card' }>;

/**
 * In the cohort's own channel the public answer is the card: it costs no request of the 50 a second, and one less.
 * Otherwise the card is posted there and the member gets its link.
 */
export async function deliverCard(
  { cards, log }: Parts,
  reply: Reply,
  outcome: CardOutcome,
  visibility: Visibility,
  context: Context,
): Promise<void> {
  const { guildId, cohortChannelId, words, services } = context;
  const remember = (place: CardPlace) =>
    services.cards
      .record(guildId, outcome.number, place)
      .catch((error: unknown) =>
        log.error({ error: plainError(error) }, 'a card is posted but not remembered'),
      );
  const post = async () => {
    const place = await cards.post(cohortChannelId, outcome.view, nonceOf(guildId, outcome.number));
    await remember(place);
    return place;
  };
  const linkTo = ({ channelId, messageId }: CardPlace) => messageLink(guildId, channelId, messageId);
  if (visibility === 'public') {
    try {
      const message = await reply.send(outcome.view, 'public', true);
      if (message) await remember({ channelId: message.channel_id, messageId: message.id });
      return;
    } catch (error) {
      // After a refusal there is none; after anything else nobody knows, and a second card must not appear beside it.
      const shown = isRefused(error) ? undefined : await reply.shown();
      if (shown) return remember({ channelId: shown.channel_id, messageId: shown.id });
      // The entry is kept already: its card is posted without the interaction.
      log.warn({ error: plainError(error) }, 'an answer did not get through; the card is posted instead');
    }
  }
  const told = visibility === 'public' ? 'ephemeral' : visibility;
  if (!outcome.isNew) {
    const place = await post();
    await reply.send(note(words.entries.shownInChannel(linkTo(place))), told);
    return;
  }
  // From here on the entry is kept whatever fails: nobody must be led to share it a second time.
  let line: string;
  try {
    line = words.entries.posted(outcome.number, linkTo(await post()));
  } catch (error) {
    if (!(error instanceof UserError)) log.error({ error: plainError(error) }, 'a card could not be posted');
    line = words.entries.postedNowhere(outcome.number);
  }
  await reply
    .send(note(line), told)
    .catch((error: unknown) =>
      log.warn({ error: plainError(error) }, 'an entry is kept, its author not told'),
    );
}

/** Opens the thread, of an entry on its oldest card that was not deleted by hand, and answers with its link. */
export async function deliverThread(
  { cards }: Parts,
  reply: Reply,
  outcome: Extract<Outcome, { kind: 'thread' }>,
  { guildId, words, services }: Context,
): Promise<void> {
  const open = async (shown: EntryDetails): Promise<string> => {
    try {
      return await cards.openThread(words, shown);
    } catch (error) {
      if (!shown.card || !(error instanceof UserError && error.code === 'no-card')) throw error;
      await services.cards.forget(shown.card.messageId);
      return open(await services.entries.view(guildId, shown.number));
    }
  };
  const thread =
    'entry' in outcome
      ? await open(outcome.entry)
      : await cards.openThreadOn(outcome.message, outcome.name, new UserError('control-gone', {}));
  const link = `https://discord.com/channels/${guildId}/${thread}`;
  await reply.send(note(words.entries.threadOpened(link)), 'ephemeral');
}

/** At most 25 characters: a card asked for twice within minutes is posted once. */
function nonceOf(guildId: string, number: number): string {
  return `${BigInt(guildId).toString(36)}-${number.toString(36)}`;
}

/** Several messages, as they are made. The first takes the place of the deferral: making it may take a while. */
export async function deliverMessages(
  reply: Reply,
  views: AsyncIterable<MessageView>,
  visibility: Visibility,
): Promise<void> {
  if (reply.state === 'none') await reply.defer(visibility);
  let isAnswered = false;
  for await (const view of views) {
    if (isAnswered) await reply.followUp(view, visibility === 'ephemeral');
    else await reply.send(view, visibility);
    isAnswered = true;
  }
}
