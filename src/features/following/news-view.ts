/** News as a message: one line each, with links, and buttons that turn off what it is about. */
import { routes } from '../../components/routes.js';
import { accents, button, container, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import { messageLink } from '../../discord/message/links.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, shorten } from '../../discord/message/text.js';
import { formerMember } from '../../entities/member.js';
import { type NewsKind, newsKinds } from '../../entities/news-settings.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { News, NewsEvent } from '../notifications/index.js';

const kindOfEvent = (event: NewsEvent): NewsKind =>
  event === 'solution' || event === 'accepted' || event === 'helped' ? event : 'followed';

/** By direct message it says of which guild it is; in the channel it mentions the member. */
export function newsView(
  words: Catalogue,
  guildId: string,
  news: readonly News[],
  to: { guildName: string } | { memberId: string },
): MessageView {
  const told = new Set(news.map(({ event }) => kindOfEvent(event)));
  const off = newsKinds.filter((kind) => told.has(kind));
  const heading =
    'guildName' in to
      ? words.following.inGuild(escape(to.guildName))
      : words.following.forMember(to.memberId);
  return fitted([120, 60, 30], (titleLength) => ({
    components: [
      container(
        accents.quiet,
        text(heading),
        ...news.map((one) => text(line(words, guildId, one, titleLength))),
        row(
          ...off.map((kind) => button(routes.newsOff.id({ guildId, kind }), words.following.turnOff[kind])),
        ),
      ),
    ],
    ...('memberId' in to && { mentions: [to.memberId] }),
  }));
}

function line(words: Catalogue, guildId: string, news: News, titleLength: number): string {
  const { event, number, challengeNumber, authorId, tag, card } = news;
  const label = `#${number}`;
  const link = card ? `[${label}](${messageLink(guildId, card.channelId, card.messageId)})` : `**${label}**`;
  return words.following.news[event]({
    entry: link,
    title: escape(shorten(news.title, titleLength)),
    challenge: challengeNumber ? `#${challengeNumber}` : '',
    author: authorId === formerMember ? words.following.formerMember : `<@${authorId}>`,
    tag: tag ? escape(tag) : '',
  });
}
