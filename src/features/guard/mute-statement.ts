/** The mutes that hold, for the statements that ask. */

/** Placeholders of who is asked about, and of when. */
export interface AskedMute {
  guild: string;
  member: string;
  /** What `MemberHash` gives, for one whose data were erased. */
  hash: string;
  now: string;
}

/** A row with `muted_until` for each mute that holds. */
export const activeMutes = ({ guild, member, hash, now }: AskedMute) => `
  SELECT muted_until FROM mutes WHERE guild_id = ${guild} AND member_id = ${member} AND (muted_until IS NULL OR muted_until > ${now})
  UNION ALL
  SELECT muted_until FROM muted_hashes WHERE guild_id = ${guild} AND hash = ${hash} AND (muted_until IS NULL OR muted_until > ${now})`;
