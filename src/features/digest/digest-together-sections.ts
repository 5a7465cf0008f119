/** The sections of a digest on building and studying together. */
import type { APIComponentInContainer } from 'discord.js';
import { divider, text } from '../../discord/message/blocks.js';
import { messageLink } from '../../discord/message/links.js';
import { timestamp } from '../../discord/message/text.js';
import type { CardPlace } from '../../entities/card.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { DigestContent } from './digest-content-model.js';
import { personOf, titleText } from './digest-pieces.js';

/** `titleLength` is the most that is shown of a name or a topic (UTF-16 units). */
export function togetherOf(
  words: Catalogue,
  { guildId, together }: DigestContent,
  titleLength: number,
): APIComponentInContainer[] {
  const { digest, projects: copy } = words;
  const { projects = [], sessions = [] } = together ?? {};
  const named = (title: string, card: CardPlace | null) => {
    const shown = titleText(title, titleLength);
    return card ? `[${shown}](${messageLink(guildId, card.channelId, card.messageId)})` : shown;
  };
  const wanted = projects.map(
    ({ name, lookingFor, owner, card }) =>
      `- **${named(name, card)}** · ${lookingFor.map((role) => copy.roles[role]).join(', ')} · ${digest.by(personOf(owner))}`,
  );
  const coming = sessions.map(
    ({ topic, startsAt, card }) => `- **${named(topic, card)}** · ${timestamp(startsAt, 'F')}`,
  );
  return [
    ...(wanted.length > 0 ? [divider(), text([digest.lookingForPeople, ...wanted].join('\n'))] : []),
    ...(coming.length > 0 ? [divider(), text([digest.comingSessions, ...coming].join('\n'))] : []),
  ];
}
