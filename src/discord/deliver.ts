/** Delivering cards and threads: where they are posted, what the member is told, and that the bot remembers the message. */
import type { CardPlace, EntryDetails } from '../entities/entry-details.js';
import { type Logger, plainError } from '../platform/logging.js';
import { UserError } from '../services/user-error.js';
import { note } from '../views/blocks.js';
import { messageLink } from '../views/text.js';
import type { Cards } from './cards.js';
import type { Context, Outcome } from './define.js';
import { isChannelTrouble, isTooLate } from './errors.js';
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
  if (visibility === 'public') {
    try {
      const message = await reply.send(outcome.view, 'public', true);
      if (message) await remember({ channelId: message.channel_id, messageId: message.id });
      return;
    } catch (error) {
      if (!isTooLate(error) && !isChannelTrouble(error)) throw error;
      // The entry is kept already: its card is posted without the interaction, whose time is over.
      log.warn({ error: plainError(error) }, 'an answer came too late; the card is posted instead');
      await remember(await cards.post(cohortChannelId, outcome.view, nonceOf(guildId, outcome.number)));
      return;
    }
  }
  try {
    const place = await cards.post(cohortChannelId, outcome.view, nonceOf(guildId, outcome.number));
    await remember(place);
    const link = messageLink(guildId, place.channelId, place.messageId);
    const line = outcome.isNew
      ? words.entries.posted(outcome.number, link)
      : words.entries.shownInChannel(link);
    await reply.send(note(line), visibility);
  } catch (error) {
    if (!outcome.isNew || !(error instanceof UserError)) throw error;
    await reply.send(note(words.entries.postedNowhere(outcome.number)), visibility);
  }
}

/** Opens the thread on the entry's card and answers with its link. */
export async function deliverThread(
  { cards }: Parts,
  reply: Reply,
  entry: EntryDetails,
  { guildId, words }: Context,
): Promise<void> {
  const threadId = await cards.openThread(words, entry);
  const link = `https://discord.com/channels/${guildId}/${threadId}`;
  await reply.send(note(words.entries.threadOpened(link)), 'ephemeral');
}

/** At most 25 characters: a card asked for twice within minutes is posted once. */
function nonceOf(guildId: string, number: number): string {
  return `${BigInt(guildId).toString(36)}-${number.toString(36)}`;
}
