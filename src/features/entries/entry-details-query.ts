/** The one query behind every card: an entry with its names, counts, pair and card, and how its rows are read. */
import type { CardPlace } from '../../entities/card.js';
import type { EntryType, LearningKind } from '../../entities/entry.js';
import type { EntryPicture } from '../../entities/picture.js';
import { picturesOfEntry } from '../pictures/index.js';
import type { EntryDetails } from './entry-model.js';

/** Parameters: guild, number. */
export const detailsQuery = `
  SELECT e.guild_id, e.number, e.type, e.kind, e.title, e.body, e.link, e.tags, e.author_id, e.challenge_number,
         e.accepted_at, e.accepted_by, e.done_at, e.revision, e.created_at, e.edited_at, e.deleted_at, e.deleted_by,
         e.hidden_at, e.held, author.display_name AS author_name,
         (SELECT count(*)::integer FROM helpful_votes v WHERE v.guild_id = e.guild_id AND v.entry_number = e.number)
           AS helpful_count,
         card.channel_id AS card_channel_id, card.message_id AS card_message_id,
         CASE WHEN c.visible THEN c.title END AS challenge_title, c.author_id AS challenge_author_id, c.visible AS challenge_visible,
         c.number IS NOT NULL AND EXISTS (SELECT FROM entries o WHERE o.guild_id = e.guild_id AND o.challenge_number = c.number
           AND o.accepted_at IS NOT NULL) AS challenge_solved,
         CASE WHEN e.type = 'challenge' THEN (SELECT count(*)::integer FROM entries s
           WHERE s.guild_id = e.guild_id AND s.challenge_number = e.number AND s.visible) ELSE 0 END AS solution_count,
         CASE WHEN e.type = 'challenge' THEN ARRAY(SELECT k.member_id::text FROM challenge_asks k
           WHERE k.guild_id = e.guild_id AND k.challenge_number = e.number AND k.answer = 'looking'
           ORDER BY k.answered_at, k.member_id) END AS looker_ids,
         a.number AS accepted_number, a.body AS accepted_body, a.author_id AS accepted_author_id,
         helper.display_name AS accepted_author_name, ac.channel_id AS ac_channel_id, ac.message_id AS ac_message_id, cc.channel_id AS cc_channel_id,
         cc.message_id AS cc_message_id, source.channel_id AS source_channel_id,
         source.message_id AS source_message_id, source.message_count, source.saved_by, source.is_edited,
         ${picturesOfEntry} AS pictures
    FROM entries e
    JOIN members author ON author.guild_id = e.guild_id AND author.user_id = e.author_id
    LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
       WHERE guild_id = e.guild_id AND entry_number = e.number ORDER BY message_id LIMIT 1) card ON true
    LEFT JOIN LATERAL (SELECT channel_id, message_id, saved_by, is_edited, count(*) OVER ()::integer AS message_count FROM captures
       WHERE guild_id = e.guild_id AND entry_number = e.number ORDER BY message_id LIMIT 1) source ON true
    LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number
    LEFT JOIN entries a ON a.guild_id = e.guild_id AND a.challenge_number = e.number AND a.accepted_at IS NOT NULL
    LEFT JOIN members helper ON helper.guild_id = a.guild_id AND helper.user_id = a.author_id
    LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
       WHERE guild_id = a.guild_id AND entry_number = a.number ORDER BY message_id LIMIT 1) ac ON true
    LEFT JOIN LATERAL (SELECT channel_id, message_id FROM cards
       WHERE guild_id = c.guild_id AND entry_number = c.number ORDER BY message_id LIMIT 1) cc ON true
   WHERE e.guild_id = $1 AND e.number = $2`;

export interface DetailsRow {
  guild_id: string;
  number: number;
  type: EntryType;
  kind: LearningKind | null;
  title: string | null;
  body: string;
  link: string | null;
  tags: string[];
  author_id: string;
  challenge_number: number | null;
  accepted_at: Date | null;
  accepted_by: string | null;
  done_at: Date | null;
  revision: number;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  deleted_by: string | null;
  hidden_at: Date | null;
  held: boolean;
  author_name: string;
  helpful_count: number;
  card_channel_id: string | null;
  card_message_id: string | null;
  challenge_title: string | null;
  challenge_author_id: string | null;
  challenge_visible: boolean | null;
  challenge_solved: boolean;
  solution_count: number;
  looker_ids: string[] | null;
  accepted_number: number | null;
  accepted_body: string | null;
  accepted_author_id: string | null;
  accepted_author_name: string | null;
  ac_channel_id: string | null;
  ac_message_id: string | null;
  cc_channel_id: string | null;
  cc_message_id: string | null;
  source_channel_id: string | null;
  source_message_id: string | null;
  message_count: number | null;
  saved_by: string | null;
  is_edited: boolean | null;
  pictures: EntryPicture[] | null;
}

export function detailsOf(row: DetailsRow): EntryDetails {
  return {
    guildId: row.guild_id,
    number: row.number,
    type: row.type,
    kind: row.kind,
    title: row.title,
    body: row.body,
    link: row.link,
    tags: row.tags,
    authorId: row.author_id,
    challengeNumber: row.challenge_number,
    acceptedAt: row.accepted_at,
    acceptedBy: row.accepted_by,
    doneAt: row.done_at,
    revision: row.revision,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
    deletedBy: row.deleted_by,
    hiddenAt: row.hidden_at,
    held: row.held,
    authorName: row.author_name,
    helpfulCount: row.helpful_count,
    card: placeOf(row.card_channel_id, row.card_message_id),
    challenge:
      row.challenge_number === null
        ? null
        : {
            number: row.challenge_number,
            title: row.challenge_title ?? '',
            authorId: row.challenge_author_id ?? '',
            visible: row.challenge_visible ?? false,
            isSolved: row.challenge_solved,
            card: placeOf(row.cc_channel_id, row.cc_message_id),
          },
    solutionCount: row.solution_count,
    ...(row.looker_ids && row.looker_ids.length > 0 && { lookerIds: row.looker_ids }),
    accepted:
      row.accepted_number === null
        ? null
        : {
            number: row.accepted_number,
            body: row.accepted_body ?? '',
            authorId: row.accepted_author_id ?? '',
            authorName: row.accepted_author_name ?? '',
            card: placeOf(row.ac_channel_id, row.ac_message_id),
          },
    source: row.source_message_id
      ? {
          channelId: row.source_channel_id ?? '',
          messageId: row.source_message_id,
          messageCount: row.message_count ?? 1,
          savedBy: row.saved_by,
          isEdited: row.is_edited ?? false,
        }
      : null,
    ...(row.pictures && { pictures: row.pictures }),
  };
}

function placeOf(channelId: string | null, messageId: string | null): CardPlace | null {
  return channelId && messageId ? { channelId, messageId } : null;
}
