/** The statement that marks a digest as sent, and all that follows from it. */

/**
 * Parameters: guild, end of the period, whether it is a nudge, channel, message, now, the period's key. In the same step
 * the digest is owed to everybody who subscribed, and trouble told before counts as fixed.
 */
export const markSentStatement = `
  WITH sent AS (
    UPDATE digests SET state = 'sent', is_nudge = $3, channel_id = $4, message_id = $5, reason = NULL, settled_at = $6
     WHERE guild_id = $1 AND period_end = $2 AND state <> 'sent'
    RETURNING guild_id, period_end, is_nudge
  ), fixed AS (
    UPDATE guilds g SET digest_trouble_told_at = NULL
      FROM sent WHERE g.id = sent.guild_id AND g.digest_trouble_told_at IS NOT NULL
  )
  INSERT INTO outbox_messages (guild_id, topic, key, member_id, payload, created_at, due_at)
  SELECT s.guild_id, 'digest-mail', $7::text || ' ' || s.user_id, s.user_id, jsonb_build_object('end', $7::text),
         sent.period_end, $6
    FROM digest_subscriptions s JOIN sent ON sent.guild_id = s.guild_id
   WHERE s.closed_at IS NULL AND NOT sent.is_nudge
  ON CONFLICT DO NOTHING`;
