/** Everybody the page can be used as, with what they are: owner, moderator or member. */
import type { WorldView } from '../../client/types.js';

export interface CastMember {
  id: string;
  username: string;
  /** As shown: nickname, else display name, else user name. */
  name: string;
  /** 'Owner', or the names of their roles; 'Member' for none. */
  roles: string[];
  isOwner: boolean;
  /** Whether a role of theirs lets them act on others. */
  isModerator: boolean;
}

/** Permissions that members in general do not have. */
const MODERATING = [
  'Administrator',
  'ManageGuild',
  'ManageMessages',
  'ModerateMembers',
  'KickMembers',
  'BanMembers',
];

/** People of all guilds, owners first, then moderators, then the others, each by name. */
export function castOf(world: WorldView): CastMember[] {
  const cast = new Map<string, CastMember>();
  for (const guild of world.guilds) {
    for (const member of guild.members) {
      if (member.bot || cast.has(member.userId)) continue;
      const roles = guild.roles.filter((role) => role.id !== guild.id && member.roles.includes(role.id));
      const user = world.users.find((one) => one.id === member.userId);
      cast.set(member.userId, {
        id: member.userId,
        username: user?.username ?? member.name,
        name: member.nick ?? user?.displayName ?? member.name,
        roles: roles.map((role) => role.name),
        isOwner: guild.ownerId === member.userId,
        isModerator: roles.some((role) => role.permissions.some((one) => MODERATING.includes(one))),
      });
    }
  }
  return [...cast.values()].sort(
    (first, second) => rank(first) - rank(second) || (first.name < second.name ? -1 : 1),
  );
}

/** Whom a page without a name in its address is used as: whom it was used as last, else an ordinary member. */
export function firstViewer(
  cast: readonly CastMember[],
  remembered: string | undefined,
): CastMember | undefined {
  return cast.find((one) => one.username === remembered) ?? cast.find((one) => rank(one) === 2) ?? cast[0];
}

function rank({ isOwner, isModerator }: CastMember): number {
  return isOwner ? 0 : isModerator ? 1 : 2;
}
