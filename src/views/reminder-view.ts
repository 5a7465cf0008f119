/** The reminder of a challenge that stays open: whose it is to solve, and the button that opens the form. */
import { routes } from '../components/routes.js';
import type { ReminderContent } from '../entities/challenge-reminder.js';
import type { Catalogue } from '../locales/catalogue.js';
import { accents, button, container, row, text } from './blocks.js';
import type { MessageView } from './message-view.js';
import { escape, messageLink, timestamp } from './text.js';

/** Pings those who are asked, and nobody else. */
export function reminderView(words: Catalogue, guildId: string, content: ReminderContent): MessageView {
  const { number, title, tags, askedAt, card, asked } = content;
  const name = `#${number} ${escape(title)}`;
  const shown = card ? `[${name}](${messageLink(guildId, card.channelId, card.messageId)})` : name;
  return {
    components: [
      container(
        accents.challenge,
        text(words.reminders.heading(shown, timestamp(askedAt, 'R'))),
        text(
          words.reminders.ask(
            asked.map((id) => `<@${id}>`),
            tags.map((tag) => `\`${tag}\``),
          ),
        ),
        row(
          button(routes.reminderSolve.id({ number }), words.buttons.solve, { style: 'primary' }),
          button(routes.view.id({ number }), words.buttons.view),
        ),
        text(words.reminders.note),
      ),
    ],
    mentions: asked,
  };
}
