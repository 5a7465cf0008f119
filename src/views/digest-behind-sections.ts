/** The sections of a digest on what lies around its week: thanks, the chart, and an older entry. */
import { type APIComponentInContainer, type APIMediaGalleryComponent, ComponentType } from 'discord.js';
import type { DigestContent } from '../entities/digest-content.js';
import type { Catalogue } from '../locales/catalogue.js';
import { divider, text } from './blocks.js';
import type { Picture } from './digest-chart.js';
import { entryLink, personOf, titleText } from './digest-pieces.js';
import { timestamp } from './text.js';

/** The chart's file, as the message names it. */
export const chartFile = 'entries-a-day.png';

export function thanksOf(words: Catalogue, { thanks }: DigestContent): APIComponentInContainer[] {
  const { digest } = words;
  const helpers = thanks.helpers.map(({ person, helpful, accepted }) =>
    digest.helper(personOf(person), helpful, accepted),
  );
  const streaks = thanks.streaks.map(({ person, weeks }) => digest.streak(personOf(person), weeks));
  const lines = [
    ...(helpers.length > 0 ? [digest.helpers(helpers)] : []),
    ...(streaks.length > 0 ? [digest.streaks(streaks)] : []),
    ...(thanks.newcomers.length > 0
      ? [digest.newcomers(thanks.newcomers.map(personOf), thanks.moreNewcomers)]
      : []),
  ];
  return lines.length > 0 ? [divider(), text([digest.thanks, ...lines].join('\n'))] : [];
}

/** `file` is the picture's name among the message's files. */
export function chartOf({ description }: Picture, file = chartFile): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${file}` }, description }],
  };
}

/** `titleLength` is the most that is shown of its title (UTF-16 units). */
export function olderOf(
  words: Catalogue,
  { guildId, older }: DigestContent,
  titleLength: number,
): APIComponentInContainer[] {
  if (!older) return [];
  const { digest } = words;
  const { number, title, author, isSolved, createdAt, helpful, card } = older;
  const line = [
    `**${titleText(title, titleLength)}**`,
    entryLink(guildId, number, card),
    isSolved ? digest.solvedBy(personOf(author)) : digest.by(personOf(author)),
    timestamp(createdAt, 'R'),
    digest.helpful(helpful),
  ].join(' · ');
  return [divider(), text(`${digest.older}\n${line}`)];
}
