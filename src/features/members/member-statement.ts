/** Taking note of a member, whenever they give or do something. */

/**
 * Keeps a member's name up to date ($1 guild, $2 id, $3 name, $4 now), writing only when there is something new.
 * `source` is a FROM clause: no row there, no member.
 */
export const rememberMember = (source = '') => `
  INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at) SELECT $1, $2, $3, $4, $4 ${source}
  ON CONFLICT (guild_id, user_id) DO UPDATE SET display_name = excluded.display_name, seen_at = excluded.seen_at, left_at = NULL
   WHERE members.display_name <> excluded.display_name OR members.left_at IS NOT NULL
      OR members.seen_at < excluded.seen_at - interval '1 hour'`;
