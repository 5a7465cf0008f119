/** The reminder of a challenge that stays open: whose it is to solve, and the button that opens the form. */

import { routes } from '../../components/routes.js';
import { accents, button, container, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escapeTitle, timestamp } from '../../discord/message/text.js';
import type { ReminderContent } from '../../entities/challenge-reminder.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import { tagCode } from '../../platform/right-to-left.js';

/**
 * Pings those who are asked, and nobody else. `isPassedOn` is a message to the next one: the reminder itself is known in
 * its channel by a button that this one must not have.
 */
export function reminderView(
  words: Catalogue,
  guildId: string,
  content: ReminderContent,
  isPassedOn = false,
): MessageView {
  const solve = isPassedOn ? routes.solve : routes.reminderSolve;
  const { number, title, tags, askedAt, card, asked } = content;
  const name = `#${number} ${escapeTitle(title)}`;
  const shown = card ? `[${name}](${messageLink(guildId, card.channelId, card.messageId)})` : name;
  return {
    components: [
      container(
        accents.challenge,
        text(words.reminders.heading(shown, timestamp(askedAt, 'R'))),
        text(
          words.reminders.ask(
            asked.map((id) => `<@${id}>`),
            tags.map(tagCode),
          ),
        ),
        row(
          button(routes.reminderLook.id({ number }), words.reminders.look, { style: 'primary' }),
          button(routes.reminderPass.id({ number }), words.reminders.pass),
          button(solve.id({ number }), words.buttons.solve),
          button(routes.view.id({ number }), words.buttons.view),
        ),
        text(words.reminders.note),
      ),
    ],
    mentions: asked,
  };
}
