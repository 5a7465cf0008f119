/** The message of an empty week: a friendly line, and a button to share something. */
import { routes } from '../../components/routes.js';
import { accents, button, container, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { timestamp } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { DigestContent } from './digest-content-model.js';

/** Its button holds the period's end, by which the message is found again in its channel. */
export function digestNudgeView(
  words: Catalogue,
  { start, end, periodEnd }: Pick<DigestContent, 'start' | 'end' | 'periodEnd'>,
): MessageView {
  const { nudge } = words.digestDelivery;
  const period = words.digest.period(timestamp(start, 'D'), timestamp(end, 'D'));
  return {
    components: [
      container(
        accents.digest,
        text(`## ${nudge.heading}\n${period}\n\n${nudge.text}\n${nudge.hints}`),
        row(button(routes.digestShare.id({ periodEnd }), nudge.share, { style: 'primary' })),
      ),
    ],
  };
}
