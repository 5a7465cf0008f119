/** The digest as one message: the week in figures, the best of it, who waits for help, and thanks. */
import { type APIComponentInContainer, type APISectionComponent, ComponentType } from 'discord.js';
import { routes } from '../components/routes.js';
import type {
  DigestChallenge,
  DigestContent,
  DigestLearning,
  DigestPair,
} from '../entities/digest-content.js';
import type { Catalogue } from '../locales/catalogue.js';
import { accents, button, container, divider, linkButton, row, text } from './blocks.js';
import { figuresText } from './digest-figures.js';
import { heartOf } from './digest-heart.js';
import { entryLink, personOf, titleText } from './digest-pieces.js';
import { fitted } from './fit.js';
import type { MessageView } from './message-view.js';
import { messageLink, timestamp } from './text.js';

/** How much is shown of titles and solutions (UTF-16 units), and of learnings (count). */
interface Measure {
  title: number;
  heart: number;
  learnings: number;
}

/** From ample to what always fits; the tests of this view prove the last one. */
const measures: readonly [Measure, ...Measure[]] = [
  { title: 120, heart: 320, learnings: 5 },
  { title: 100, heart: 200, learnings: 5 },
  { title: 70, heart: 120, learnings: 5 },
  { title: 40, heart: 60, learnings: 3 },
];

export interface DigestViewOptions {
  /** In place of the usual heading. */
  heading?: string;
  /** A line below everything else. */
  note?: string;
  /** A role that the message pings. */
  roleId?: string | null;
  /** The digest as it was posted, to go to. */
  message?: { channelId: string; messageId: string };
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
  { heading = words.digest.heading, note, roleId, message }: DigestViewOptions,
): MessageView {
  const { guildId, periodEnd, start, end } = content;
  const period = words.digest.period(timestamp(start, 'D'), timestamp(end, 'D'));
  return {
    ...(roleId && { mentionedRoles: [roleId] }),
    components: [
      ...(roleId ? [text(`<@&${roleId}>`)] : []),
      container(
        accents.digest,
        text(
          `## ${heading}\n${period}\n\n${content.isEmpty ? words.digest.nothingYet : figuresText(words, content)}`,
        ),
        ...learningsOf(words, content, measure),
        ...pairsOf(words, content, measure),
        ...waitingOf(words, content, measure),
        ...thanksOf(words, content),
        ...(note ? [text(note)] : []),
        row(
          button(routes.digestMore.id({ periodEnd }), words.digest.wholeWeek),
          ...(message
            ? [
                linkButton(
                  messageLink(guildId, message.channelId, message.messageId),
                  words.digest.openMessage,
                ),
              ]
            : []),
        ),
      ),
    ],
  };
}

function learningsOf(words: Catalogue, content: DigestContent, measure: Measure): APIComponentInContainer[] {
  const shown = content.learnings.slice(0, measure.learnings);
  if (shown.length === 0) return [];
  const line = ({ number, title, author, helpful, card }: DigestLearning) =>
    [
      `- **${titleText(title, measure.title)}**`,
      entryLink(content.guildId, number, card),
      words.digest.by(personOf(author)),
      ...(helpful > 0 ? [words.digest.helpful(helpful)] : []),
    ].join(' · ');
  const more = content.figures.learnings.count - shown.length;
  return [
    divider(),
    text(
      [
        words.digest.learnings,
        ...shown.map(line),
        ...(more > 0 ? [words.digest.moreLearnings(more)] : []),
      ].join('\n'),
    ),
  ];
}

/** Each pair has a text of its own: a quote goes on to the end of its text. */
function pairsOf(words: Catalogue, content: DigestContent, measure: Measure): APIComponentInContainer[] {
  const pair = ({ number, title, asker, card, solution }: DigestPair) => {
    const people =
      asker.id === solution.author.id
        ? words.digest.ownPair(personOf(asker))
        : words.digest.pair(personOf(asker), personOf(solution.author));
    return [
      `**${titleText(title, measure.title)}** · ${entryLink(content.guildId, number, card)}`,
      people,
      `>>> ${heartOf(solution.body, measure.heart)}`,
    ].join('\n');
  };
  if (content.pairs.length === 0) return [];
  return [divider(), text(words.digest.pairs), ...content.pairs.map((each) => text(pair(each)))];
}

function waitingOf(words: Catalogue, content: DigestContent, measure: Measure): APIComponentInContainer[] {
  if (content.waiting.length === 0) return [];
  const more = content.waitingInAll - content.waiting.length;
  const section = ({
    number,
    title,
    asker,
    askedAt,
    card,
    solutions,
  }: DigestChallenge): APISectionComponent => ({
    type: ComponentType.Section,
    components: [
      text(
        `**${titleText(title, measure.title)}** · ${entryLink(content.guildId, number, card)}\n${words.digest.waitingSince(personOf(asker), timestamp(askedAt, 'R'), solutions)}`,
      ),
    ],
    accessory: button(routes.digestSolve.id({ periodEnd: content.periodEnd, number }), words.buttons.solve, {
      style: 'primary',
    }),
  });
  return [
    divider(),
    text(words.digest.waiting),
    ...content.waiting.map(section),
    ...(more > 0 ? [text(words.digest.moreWaiting(more))] : []),
  ];
}

function thanksOf(words: Catalogue, { thanks }: DigestContent): APIComponentInContainer[] {
  const helpers = thanks.helpers.map(({ person, helpful, accepted }) =>
    words.digest.helper(personOf(person), helpful, accepted),
  );
  const lines = [
    ...(helpers.length > 0 ? [words.digest.helpers(helpers)] : []),
    ...(thanks.newcomers.length > 0
      ? [words.digest.newcomers(thanks.newcomers.map(personOf), thanks.moreNewcomers)]
      : []),
  ];
  return lines.length > 0 ? [divider(), text([words.digest.thanks, ...lines].join('\n'))] : [];
}
