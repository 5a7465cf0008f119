/** The messages of a thread to choose a solution from. */

import { ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { shorten } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { isolated } from '../../platform/right-to-left.js';
import type { ChatMessage } from './capture-model.js';

/** Discord's bounds of a select: its options, and an option's label. */
const optionsAtMost = 25;
const labelLimit = 100;

/** The newest of them. */
export function threadView(
  { capture: { thread } }: Catalogue,
  number: number,
  messages: readonly ChatMessage[],
): MessageView {
  const offered = messages.slice(-optionsAtMost);
  return {
    components: [
      text(thread.choose),
      row({
        type: ComponentType.StringSelect,
        custom_id: routes.threadPick.id({ number }),
        placeholder: thread.placeholder,
        min_values: 1,
        max_values: offered.length,
        options: offered.map(({ id, authorName, text: written }) => ({
          value: id,
          label: shorten(
            thread.option(isolated(authorName), isolated(written.replace(/\s+/g, ' ').trim())),
            labelLimit,
          ),
        })),
      }),
    ],
  };
}
