/** The Start here card, and what a moderator reads who asked for it. */
import { routes } from '../../components/routes.js';
import { accents, button, container, note, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import type { StartCardResult } from './welcome-model.js';

export function startCardView({ welcome, buttons }: Catalogue): MessageView {
  return {
    components: [
      container(
        accents.learning,
        text([welcome.card.heading, ...welcome.card.lines].join('\n')),
        row(
          button(routes.startShare.id({}), buttons.share, { style: 'primary' }),
          button(routes.startAsk.id({}), buttons.ask),
          button(routes.startSearch.id({}), buttons.search),
          button(routes.startProfile.id({}), buttons.myProfile),
          button(routes.startReadme.id({}), buttons.bringReadme),
        ),
      ),
    ],
  };
}

export function startCardAnswer(
  { welcome: { posting } }: Catalogue,
  guildId: string,
  result: StartCardResult,
): MessageView {
  switch (result.outcome) {
    case 'posted':
    case 'there':
      return note(
        posting[result.outcome](messageLink(guildId, result.place.channelId, result.place.messageId)),
      );
    case 'failed':
      return note(posting.failed(result.channelId));
    case 'under-way':
      return note(posting.underWay);
    case 'no-channel':
      return note(posting.noChannel);
  }
}
