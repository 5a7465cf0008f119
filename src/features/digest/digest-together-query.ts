/** What a digest says about building and studying together: projects that look for people, and sessions that are coming. */
import type { DataSource } from 'typeorm';
import { rows } from '../../platform/rows.js';
import type { DigestTogether } from './digest-content-model.js';

/** Of each at most. */
const namedAtMost = 3;

const projectsQuery = `
  SELECT b.name, b.looking_for, b.stack, b.owner_id AS person_id, m.display_name AS person_name, b.card_channel_id, b.card_message_id
    FROM projects b JOIN members m ON m.guild_id = b.guild_id AND m.user_id = b.owner_id AND m.left_at IS NULL
   WHERE b.guild_id = $1 AND b.closed_at IS NULL AND b.hidden_at IS NULL AND b.created_at < $2 AND b.looking_for <> '{}'
   ORDER BY b.active_at DESC, b.id LIMIT ${namedAtMost}`;

const sessionsQuery = `
  SELECT topic, starts_at, card_channel_id, card_message_id FROM sessions
   WHERE guild_id = $1 AND cancelled_at IS NULL AND starts_at >= $2 AND starts_at < $2::timestamptz + interval '7 days'
   ORDER BY starts_at, id LIMIT ${namedAtMost}`;

interface CardColumns {
  cardChannelId: string | null;
  cardMessageId: string | null;
}

/** As it is now, for the digest of a period that ends at `end`. */
export async function readTogether(
  dataSource: DataSource,
  guildId: string,
  end: Date,
): Promise<DigestTogether> {
  const projects = await rows<
    CardColumns & {
      name: string;
      lookingFor: DigestTogether['projects'][number]['lookingFor'];
      stack: string[];
      personId: string;
      personName: string;
    }
  >(dataSource, projectsQuery, [guildId, end]);
  const sessions = await rows<CardColumns & { topic: string; startsAt: Date }>(dataSource, sessionsQuery, [
    guildId,
    end,
  ]);
  return {
    projects: projects.map(({ name, lookingFor, stack, personId, personName, ...place }) => ({
      name,
      lookingFor,
      stack,
      owner: { id: personId, name: personName, hasLeft: false },
      card: cardOf(place),
    })),
    sessions: sessions.map(({ topic, startsAt, ...place }) => ({ topic, startsAt, card: cardOf(place) })),
  };
}

function cardOf({ cardChannelId, cardMessageId }: CardColumns) {
  return cardChannelId && cardMessageId ? { channelId: cardChannelId, messageId: cardMessageId } : null;
}
