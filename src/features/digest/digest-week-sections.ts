/** The sections of a digest on its own week: what was learned, what was solved, and who waits for help. */
import { type APIComponentInContainer, type APISectionComponent, ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { button, divider, text } from '../../discord/message/blocks.js';
import { heartOf } from '../../discord/message/excerpt.js';
import { timestamp } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { DigestChallenge, DigestContent, DigestLearning, DigestPair } from './digest-content-model.js';
import { entryLink, personOf, pictureMark, titleText } from './digest-pieces.js';

/** How much is shown of titles and solutions (UTF-16 units), of learnings, and of one member's badges (counts). */
export interface Measure {
  title: number;
  heart: number;
  learnings: number;
  badges: number;
}

export function learningsOf(
  words: Catalogue,
  content: DigestContent,
  measure: Measure,
): APIComponentInContainer[] {
  const shown = content.learnings.slice(0, measure.learnings);
  if (shown.length === 0) return [];
  const line = ({ number, title, author, helpful, card, hasPicture }: DigestLearning) =>
    [
      `- **${titleText(title, measure.title)}**${pictureMark(hasPicture)}`,
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
export function pairsOf(
  words: Catalogue,
  content: DigestContent,
  measure: Measure,
): APIComponentInContainer[] {
  const pair = ({ number, title, asker, card, hasPicture, solution }: DigestPair) => {
    const people =
      asker.id === solution.author.id
        ? words.digest.ownPair(personOf(asker))
        : words.digest.pair(personOf(asker), personOf(solution.author));
    return [
      `**${titleText(title, measure.title)}**${pictureMark(hasPicture)} · ${entryLink(content.guildId, number, card)}`,
      people,
      `>>> ${heartOf(solution.body, measure.heart)}`,
    ].join('\n');
  };
  if (content.pairs.length === 0) return [];
  return [divider(), text(words.digest.pairs), ...content.pairs.map((each) => text(pair(each)))];
}

export function waitingOf(
  words: Catalogue,
  content: DigestContent,
  measure: Measure,
): APIComponentInContainer[] {
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
