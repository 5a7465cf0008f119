/** The digest as one message: the week in figures, its highlights, open challenges, thanks, and recent weeks. */
import type { APIComponentInMessageActionRow } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, linkButton, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { timestamp } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import { buddiesOf, chartFile, chartOf, olderOf, thanksOf } from './digest-behind-sections.js';
import type { Picture } from './digest-chart.js';
import type { DigestContent } from './digest-content-model.js';
import { figuresText } from './digest-figures.js';
import { togetherOf } from './digest-together-sections.js';
import { learningsOf, type Measure, pairsOf, waitingOf } from './digest-week-sections.js';

/** From ample to what always fits; the tests of this view prove the last one. */
const measures: readonly [Measure, ...Measure[]] = [
  { title: 120, heart: 320, learnings: 5, badges: 5 },
  { title: 100, heart: 200, learnings: 5, badges: 5 },
  { title: 70, heart: 120, learnings: 5, badges: 2 },
  { title: 40, heart: 60, learnings: 3, badges: 1 },
  { title: 25, heart: 40, learnings: 3, badges: 1 },
];

export interface DigestViewOptions {
  /** In place of the usual heading. */
  heading?: string;
  /** A line below everything else. */
  note?: string;
  /** A role that the message pings. */
  roleId?: string | null;
  /** The chart; a digest without one says everything else. */
  chart?: Picture | undefined;
  /** Whether this is the message in the channel, on which a thread can be opened. */
  isPosted?: boolean;
  /** The digest as it was posted, to go to. */
  message?: { channelId: string; messageId: string };
  /** What the digests posted before and after this one are known by, to go to; null where there is none. */
  neighbours?: { before: Date | null; after: Date | null };
}

/** The message of a period. The ids of its buttons hold the period's end, by which it is found again in its channel. */
export function digestView(
  words: Catalogue,
  content: DigestContent,
  options: DigestViewOptions = {},
): MessageView {
  return fitted(measures, (measure) => viewOf(words, content, measure, options));
}

function viewOf(
  words: Catalogue,
  content: DigestContent,
  measure: Measure,
  options: DigestViewOptions,
): MessageView {
  const { heading = words.digest.heading, note, roleId, chart } = options;
  const period = words.digest.period(timestamp(content.start, 'D'), timestamp(content.end, 'D'));
  return {
    ...(roleId && { mentionedRoles: [roleId] }),
    ...(chart && { files: [{ name: chartFile, content: chart.png }] }),
    components: [
      ...(roleId ? [text(`<@&${roleId}>`)] : []),
      container(
        accents.digest,
        text(
          `## ${heading}\n${period}\n\n${content.isEmpty ? words.digest.nothingYet : figuresText(words, content)}`,
        ),
        ...(chart ? [chartOf(chart)] : []),
        ...learningsOf(words, content, measure),
        ...pairsOf(words, content, measure),
        ...waitingOf(words, content, measure),
        ...togetherOf(words, content, measure.title),
        ...thanksOf(words, content, measure.badges),
        ...buddiesOf(words, content),
        ...olderOf(words, content, measure.title),
        ...(note ? [text(note)] : []),
        row(...controlsOf(words, content, options)),
      ),
    ],
  };
}

function controlsOf(
  words: Catalogue,
  { guildId, periodEnd }: DigestContent,
  { isPosted, message, neighbours }: DigestViewOptions,
): APIComponentInMessageActionRow[] {
  const neighbour = (to: Date | null, label: string) =>
    button(routes.digestShow.id({ periodEnd: to ?? periodEnd }), label, { disabled: !to });
  return [
    ...(neighbours && (neighbours.before || neighbours.after)
      ? [
          neighbour(neighbours.before, words.buttons.previous),
          neighbour(neighbours.after, words.buttons.next),
        ]
      : []),
    button(routes.digestMore.id({ periodEnd }), words.digest.wholeWeek),
    ...(isPosted ? [button(routes.digestDiscuss.id({ periodEnd }), words.buttons.discuss)] : []),
    ...(message
      ? [linkButton(messageLink(guildId, message.channelId, message.messageId), words.digest.openMessage)]
      : []),
  ];
}
