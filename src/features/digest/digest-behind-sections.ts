/** The sections of a digest on what lies around its week: thanks, the chart, and an older entry. */
import { type APIComponentInContainer, type APIMediaGalleryComponent, ComponentType } from 'discord.js';
import { divider, text } from '../../discord/message/blocks.js';
import { timestamp } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { Picture } from './digest-chart.js';
import type { DigestContent } from './digest-content-model.js';
import { entryLink, personOf, titleText } from './digest-pieces.js';

/** The chart's file, as the message names it. */
export const chartFile = 'entries-a-day.png';

/** `badgesEach` is how many badges of one member are named. */
export function thanksOf(
  words: Catalogue,
  { thanks }: DigestContent,
  badgesEach: number,
): APIComponentInContainer[] {
  const { digest } = words;
  const helpers = thanks.helpers.map(({ person, helpful, accepted }) =>
    digest.helper(personOf(person), helpful, accepted),
  );
  const streaks = thanks.streaks.map(({ person, weeks }) => digest.streak(personOf(person), weeks));
  const { names } = words.badges;
  const earned = thanks.badges.map(({ person, badges }) => {
    const shown = badges.slice(0, badgesEach);
    return digest.earner(
      personOf(person),
      shown.map((badge) => names[badge]),
      badges.length - shown.length,
    );
  });
  const lines = [
    ...(helpers.length > 0 ? [digest.helpers(helpers)] : []),
    ...(streaks.length > 0 ? [digest.streaks(streaks)] : []),
    ...(earned.length > 0 ? [digest.badges(earned, thanks.moreBadges)] : []),
    ...(thanks.newcomers.length > 0
      ? [digest.newcomers(thanks.newcomers.map(personOf), thanks.moreNewcomers)]
      : []),
  ];
  return lines.length > 0 ? [divider(), text([digest.thanks, ...lines].join('\n'))] : [];
}

/** How many study buddies met, and who of them likes to be named. */
export function buddiesOf(
  { buddies: say }: Catalogue,
  { buddies }: DigestContent,
): APIComponentInContainer[] {
  const { groups, members, named } = buddies;
  if (groups === 0) return [];
  const names = named.length > 0 ? [say.digestNamed(named.map(personOf))] : [];
  return [divider(), text([say.digest(groups, members), ...names].join(' '))];
}

/** `file` is the picture's name among the message's files. */
export function chartOf(
  { description }: Pick<Picture, 'description'>,
  file = chartFile,
): APIMediaGalleryComponent {
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
