/** A member's display name in a guild, as interactions give it. */

/** Discord allows display names of 32 characters today; the database keeps 100. */
const nameLimit = 100;

/** `member` is null for somebody who is not in the guild. */
export function displayNameOf(
  user: { globalName: string | null; username: string },
  member: { nickname: string | null } | { nick?: string | null } | null,
): string {
  const nickname = member && ('nickname' in member ? member.nickname : member.nick);
  return (nickname || user.globalName || user.username).slice(0, nameLimit);
}
