/** Delivering cards and threads: where they are posted, what the member is told, and that the bot remembers the message. */
import type { APIMessage } from 'discord.js';
import type { Context } from '../../discord/define.js';
import { isRefused } from '../../discord/errors.js';
import { attachmentsIn } from '../../discord/message/attachments-in.js';
import { note } from '../../discord/message/blocks.js';
import { channelLink, messageLink } from '../../discord/message/links.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { defineDelivery } from '../../discord/outcome.js';
import type { Reply, Visibility } from '../../discord/reply.js';
import type { CardPlace } from '../../entities/card.js';
import { type Logger, plainError } from '../../platform/logging.js';
import { levelOf } from '../../platform/outside-cause.js';
import { UserError } from '../../platform/user-error.js';
import type { PictureService } from '../pictures/index.js';
import type { CardService } from './card-service.js';
import type { Cards, PostedCard } from './cards.js';
import type { EntryDetails } from './entry-model.js';
import type { EntryService } from './entry-service.js';
import { cardNonce } from './entry-topics.js';

/**
 * An entry's card. For a `card` handler in the cohort's channel it is the answer itself; otherwise it is posted there
 * and the answer is a short line with its link. A new entry stays stored when its card cannot be posted.
 */
export interface CardFacts {
  number: number;
  isNew: boolean;
  view: MessageView;
}

/** A thread opened on an entry's card, or on any other message of ours, answered with its link. */
export type ThreadFacts = { entry: EntryDetails } | { message: CardPlace; name: string };

export const showCard = defineDelivery<CardFacts>('card');
export const openThread = defineDelivery<ThreadFacts>('thread');

interface Answering {
  reply: Reply;
  visibility: Visibility;
}

interface CardServices {
  cards: Pick<CardService, 'record'>;
  cardPublisher: Pick<Cards, 'post'>;
  pictures: Pick<PictureService, 'placed'>;
  log: Logger;
}

interface ThreadServices {
  cards: Pick<CardService, 'forget'>;
  cardPublisher: Pick<Cards, 'openThread' | 'openThreadOn'>;
  entries: Pick<EntryService, 'view'>;
}

/**
 * In the cohort's own channel the public answer is the card: it costs no request of the 50 a second, and one less.
 * Otherwise the card is posted there and the member gets its link.
 */
export async function deliverCard(
  outcome: CardFacts,
  { reply, visibility }: Answering,
  { guildId, cohortChannelId, words, services }: Context<CardServices>,
): Promise<void> {
  const { cards, cardPublisher, pictures, log } = services;
  const hasFiles = outcome.view.files !== undefined;
  const remember = ({ channelId, messageId, attachments }: PostedCard) =>
    cards
      .record(guildId, outcome.number, { channelId, messageId })
      .then(() =>
        hasFiles
          ? pictures.placed(guildId, outcome.number, { channelId, messageId }, attachments)
          : undefined,
      )
      .catch((error: unknown) =>
        log[levelOf(error)](
          { error: plainError(error), number: outcome.number },
          'a card is posted but not remembered',
        ),
      );
  const post = async () => {
    const place = await cardPublisher.post(cohortChannelId, outcome.view, cardNonce(guildId, outcome.number));
    await remember(place);
    return place;
  };
  const linkTo = ({ channelId, messageId }: CardPlace) => messageLink(guildId, channelId, messageId);
  if (visibility === 'public') {
    try {
      const message = await reply.send(outcome.view, 'public', true);
      if (message) await remember(posted(message));
      return;
    } catch (error) {
      // After a refusal there is no card. After any other error that isn't known, and a second card must not appear.
      const shown = isRefused(error) ? undefined : await reply.shown();
      if (shown) return remember(posted(shown));
      // The entry is stored already: its card is posted without the interaction.
      log.warn({ error: plainError(error) }, 'an answer did not get through; the card is posted instead');
    }
  }
  const told = visibility === 'public' ? 'ephemeral' : visibility;
  if (!outcome.isNew) {
    const place = await post();
    await reply.send(note(words.entries.shownInChannel(linkTo(place))), told);
    return;
  }
  // The entry is stored even if something fails from here on, so the answer must not suggest sharing it again.
  let line: string;
  try {
    line = words.entries.posted(outcome.number, linkTo(await post()));
  } catch (error) {
    if (!(error instanceof UserError)) {
      log[levelOf(error)](
        { error: plainError(error), number: outcome.number },
        'a card could not be posted; the outbox tries again',
      );
    }
    line = words.entries.postedNowhere(outcome.number);
  }
  await reply
    .send(note(line), told)
    .catch((error: unknown) =>
      log.warn({ error: plainError(error) }, 'an entry is kept, its author not told'),
    );
}

function posted(message: APIMessage): PostedCard {
  return { channelId: message.channel_id, messageId: message.id, attachments: attachmentsIn(message) };
}

/** Opens the thread, of an entry on its oldest card that was not deleted by hand, and answers with its link. */
export async function deliverThread(
  outcome: ThreadFacts,
  { reply }: Pick<Answering, 'reply'>,
  { guildId, words, cohortWords, services }: Context<ThreadServices>,
): Promise<void> {
  const { cards, cardPublisher, entries } = services;
  const open = async (shown: EntryDetails): Promise<string> => {
    try {
      return await cardPublisher.openThread(cohortWords, shown);
    } catch (error) {
      if (!shown.card || !(error instanceof UserError && error.code === 'no-card')) throw error;
      await cards.forget(shown.card.messageId);
      return open(await entries.view(guildId, shown.number));
    }
  };
  const thread =
    'entry' in outcome
      ? await open(outcome.entry)
      : await cardPublisher.openThreadOn(outcome.message, outcome.name, new UserError('control-gone', {}));
  await reply.send(note(words.entries.threadOpened(channelLink(guildId, thread))), 'ephemeral');
}
