/** The one query behind every card: an entry with its names, counts, pair and card, and how its rows are read. */
import type { CardPlace } from '../../entities/card.js';
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

type PlaceColumns<Of extends string> = Record<`${Of}ChannelId` | `${Of}MessageId`, string | null>;

/** A row of it, with camel-cased names. */
export type DetailsRow = Omit<
  EntryDetails,
  'card' | 'challenge' | 'lookerIds' | 'accepted' | 'source' | 'pictures'
> &
  PlaceColumns<'card' | 'ac' | 'cc' | 'source'> & {
    challengeTitle: string | null;
    challengeAuthorId: string | null;
    challengeVisible: boolean | null;
    challengeSolved: boolean;
    lookerIds: string[] | null;
    acceptedNumber: number | null;
    acceptedBody: string | null;
    acceptedAuthorId: string | null;
    acceptedAuthorName: string | null;
    messageCount: number | null;
    savedBy: string | null;
    isEdited: boolean | null;
    pictures: EntryPicture[] | null;
  };

export function detailsOf(row: DetailsRow): EntryDetails {
  const { cardChannelId, cardMessageId, acChannelId, acMessageId, ccChannelId, ccMessageId, ...others } = row;
  const { challengeTitle, challengeAuthorId, challengeVisible, challengeSolved, ...more } = others;
  const { acceptedNumber, acceptedBody, acceptedAuthorId, acceptedAuthorName, ...rest } = more;
  const { sourceChannelId, sourceMessageId, messageCount, savedBy, isEdited, lookerIds, pictures, ...entry } =
    rest;
  return {
    ...entry,
    card: placeOf(cardChannelId, cardMessageId),
    challenge:
      entry.challengeNumber === null
        ? null
        : {
            number: entry.challengeNumber,
            title: challengeTitle ?? '',
            authorId: challengeAuthorId ?? '',
            visible: challengeVisible ?? false,
            isSolved: challengeSolved,
            card: placeOf(ccChannelId, ccMessageId),
          },
    ...(lookerIds && lookerIds.length > 0 && { lookerIds }),
    accepted:
      acceptedNumber === null
        ? null
        : {
            number: acceptedNumber,
            body: acceptedBody ?? '',
            authorId: acceptedAuthorId ?? '',
            authorName: acceptedAuthorName ?? '',
            card: placeOf(acChannelId, acMessageId),
          },
    source: sourceMessageId
      ? {
          channelId: sourceChannelId ?? '',
          messageId: sourceMessageId,
          messageCount: messageCount ?? 1,
          savedBy,
          isEdited: isEdited ?? false,
        }
      : null,
    ...(pictures && { pictures }),
  };
}

function placeOf(channelId: string | null, messageId: string | null): CardPlace | null {
  return channelId && messageId ? { channelId, messageId } : null;
}
