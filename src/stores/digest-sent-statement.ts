/** The statement that marks a digest as sent, and all that follows from it. */

/**
 * Parameters: guild, end of the period, attempt, channel, message, now. Gives a row when the claim was still held. In
 * the same step the digest is due to everybody who subscribed, and trouble told before counts as mended. Subscriptions
 * are locked, for one that goes at this moment must not keep the digest from being marked.
 */
export const markSentStatement = `
  WITH sent AS (
    UPDATE digests SET state = 'sent', channel_id = $4, message_id = $5, reason = NULL, settled_at = $6,
                       leased_until = NULL
     WHERE guild_id = $1 AND period_end = $2 AND state = 'claimed' AND attempt = $3
    RETURNING guild_id, period_end, is_nudge
  ), mended AS (
    UPDATE guilds g SET digest_trouble_told_at = NULL
      FROM sent WHERE g.id = sent.guild_id AND g.digest_trouble_told_at IS NOT NULL
  ), readers AS (
    SELECT s.guild_id, s.user_id, sent.period_end
      FROM digest_subscriptions s JOIN sent ON sent.guild_id = s.guild_id
     WHERE s.closed_at IS NULL AND NOT sent.is_nudge FOR KEY SHARE OF s
  ), mailed AS (
    INSERT INTO digest_deliveries (guild_id, user_id, period_end, next_at)
    SELECT guild_id, user_id, period_end, $6 FROM readers ON CONFLICT DO NOTHING
  )
  SELECT 1 FROM sent`;
