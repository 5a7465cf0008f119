/** `/admin queue`: one open item a page, with what can be done with it. */
import { routes } from '../../components/routes.js';
import { accents, button, container, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { openItemView, type QueueControls } from './queue-card.js';
import type { QueuePage } from './queue-model.js';

export interface QueueListing extends QueuePage {
  /** Without one, what is new is shown nowhere else. */
  hasLogChannel: boolean;
  /** What became of the item before. */
  notice?: string;
}

export function queueListView(
  words: Catalogue,
  { page, count, item, hasLogChannel, notice }: QueueListing,
): MessageView {
  const { queue, buttons } = words;
  const hint = hasLogChannel ? [] : [queue.noLogChannel];
  if (!item) {
    return {
      components: [
        ...(notice ? [text(notice)] : []),
        container(accents.solved, text([queue.empty, ...hint].join('\n'))),
      ],
    };
  }
  return openItemView(words, item, pageControls(item.id, page), {
    above: notice ? [notice] : [],
    below: [
      text([queue.page(page + 1, count), ...hint].join('\n')),
      ...(count > 1
        ? [
            row(
              button(routes.queuePage.id({ page: Math.max(page - 1, 0) }), buttons.previous, {
                disabled: page === 0,
              }),
              button(routes.queuePage.id({ page: page + 1 }), buttons.next, {
                disabled: page + 1 >= count,
              }),
            ),
          ]
        : []),
    ],
  });
}

const pageControls = (item: string, page: number): QueueControls => ({
  action: (action) => routes.queuePageDecide.id({ item, action, page }),
  decline: routes.queuePageDecline.id({ item, page }),
  mute: routes.queuePageMute.id({ item, page }),
});
