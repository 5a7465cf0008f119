/** Knows a member again whose data have been erased: a keyed hash of who they are, which nobody without the bot's token can make. */
import { createHmac, hkdfSync } from 'node:crypto';

/** 32 bytes; another guild's is another. */
export type MemberHash = (guildId: string, userId: string) => Buffer;

/**
 * The key is derived from the token and never stored. With another token every hash is another one: mutes that
 * outlived their member's data then end.
 */
export function memberHash(token: string): MemberHash {
  const key = Buffer.from(hkdfSync('sha256', token, '', 'nexus: members whose data were erased', 32));
  return (guildId, userId) => createHmac('sha256', key).update(`${guildId}:${userId}`).digest();
}
