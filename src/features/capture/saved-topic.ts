/** Telling members that somebody saved what they wrote: by direct message with `Remove`, or else at their next command. */
import { routes } from '../../components/routes.js';
import { accents, button, container, linkButton, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, escapeTitle, shorten } from '../../discord/message/text.js';
import { type Catalogue, catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import { messageLink } from '../../platform/discord-links.js';
import { UserError } from '../../platform/user-error.js';
import { type EntryDetails, type EntryService, titleOf } from '../entries/index.js';
import type { LanguageService } from '../languages/index.js';
import { leaveNotice } from '../notifications/index.js';

const titleShown = 120;

export interface SavedTopicParts {
  entries: Pick<EntryService, 'any'>;
  languages: Pick<LanguageService, 'languagesFor'>;
  /** @throws what Discord answers when the guild cannot be read */
  nameOf(guildId: string): Promise<string>;
}

/** The key is the entry's number; the statement that stores the entry enqueues it. */
export function savedTopic({ entries, languages, nameOf }: SavedTopicParts): Topic {
  return defineTopic({
    name: 'message-saved',
    lane: lanes.direct,
    linksEntries: true,
    expiresAfterMs: deliverableForMs,
    customIds: ({ guildId, key }) => [routes.captureRemove.id({ guildId, number: Number(key) })],
    async prepare({ guildId, memberId, key }) {
      const entry = await entries.any(guildId, Number(key)).catch((error: unknown) => {
        if (error instanceof UserError) return undefined;
        throw error;
      });
      if (!memberId || !entry?.source || entry.deletedAt) return { drop: 'gone' };
      const words = catalogueFor(...(await languages.languagesFor(guildId, memberId)));
      return { userId: memberId, view: savedView(words, entry, await nameOf(guildId)) };
    },
    async dropped(manager, { guildId, memberId, key }, reason, now) {
      if (!memberId || (reason !== 'closed' && reason !== 'expired')) return;
      const entryNumber = Number(key);
      await leaveNotice(manager, { guildId, memberId, kind: 'message-saved', entryNumber, createdAt: now });
    },
  });
}

export function savedView(words: Catalogue, entry: EntryDetails, guildName: string): MessageView {
  const { notice } = words.capture;
  const { guildId, number, source, card } = entry;
  const title = escapeTitle(shorten(titleOf(words, entry), titleShown));
  const label = card ? `[#${number}](${messageLink(guildId, card.channelId, card.messageId)})` : `#${number}`;
  const saver = source?.savedBy ? `<@${source.savedBy}>` : notice.somebody;
  return {
    components: [
      container(
        accents.quiet,
        text(
          [
            notice.saved(saver, `**${label}** “${title}”`, escape(guildName)),
            ...(source?.isEdited ? [notice.edited] : []),
            ...(entry.held ? [notice.held] : []),
            notice.optOut,
          ].join('\n'),
        ),
        row(
          button(routes.captureRemove.id({ guildId, number }), words.buttons.remove, { style: 'danger' }),
          ...(source
            ? [linkButton(messageLink(guildId, source.channelId, source.messageId), notice.open)]
            : []),
        ),
      ),
    ],
  };
}
