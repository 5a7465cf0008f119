/** Roles that come with badges: what there is to know of one, and why one is not given or not tied. */
import type { Badge } from '../../entities/badge-role.js';

/** Why the bot doesn't give a role. */
export type RoleProblem =
  /** The role was deleted. */
  | 'gone'
  | 'everyone'
  /** It belongs to a bot, to boosters or to a subscription. */
  | 'managed'
  /** It may do what only moderators should. */
  | 'powerful'
  /** The bot lacks Manage Roles. */
  | 'no-permission'
  /** It isn't below the bot's highest role. */
  | 'above-me';

/** Why a role was not tied to a badge, or not taken. */
export type TyingRefusal =
  | RoleProblem
  /** The one who chooses lacks Manage Roles. */
  | 'not-allowed'
  /** It isn't below the highest role of the one who chooses. */
  | 'above-you'
  /** It comes with another badge. */
  | 'in-use';

/** Of these a role is taken as well: what is wrong with it is no reason to leave it to somebody. */
export const takeable: ReadonlySet<RoleProblem> = new Set(['powerful']);

/** Who chooses, as the interaction says. */
export interface RoleChooser {
  id: string;
  /** Has Manage Server. */
  isManager: boolean;
  roleIds: readonly string[];
}

/** What a guild has set. */
export interface BadgeRoles {
  tied: readonly { badge: Badge; roleId: string }[];
  /** Roles that came with a badge before, and how many members still have them from the bot. */
  former: readonly { roleId: string; members: number }[];
  /** What is wrong with any of them. */
  problems: ReadonlyMap<string, RoleProblem>;
  canGive: boolean;
}

/** What a choice came to. */
export type TyingResult =
  | { outcome: 'tied' | 'untied' | 'taken' | 'unchanged'; roleId: string | null }
  | { outcome: 'refused'; reason: TyingRefusal; roleId: string };

/** What the rules ask of Discord about roles. As recent as the gateway is. */
export interface GuildRoles {
  /** Why the bot can't or won't give that role; undefined when nothing is wrong. */
  problem(guildId: string, roleId: string): Promise<RoleProblem | undefined>;
  /** Whether somebody with these roles may give that role by themselves. */
  mayGive(
    guildId: string,
    roleId: string,
    chooser: RoleChooser,
  ): Promise<'yes' | 'not-allowed' | 'above-you'>;
  /** Whether the bot has Manage Roles. */
  canGive(guildId: string): Promise<boolean>;
}

/** What came of giving or taking a role. */
export type RoleChange = 'done' | 'member-gone' | 'role-gone' | 'failed';

/** Giving and taking roles; never rejects. */
export interface MemberRoles {
  has(guildId: string, userId: string, roleId: string): Promise<boolean | Exclude<RoleChange, 'done'>>;
  give(guildId: string, userId: string, roleId: string): Promise<RoleChange>;
  take(guildId: string, userId: string, roleId: string): Promise<RoleChange>;
}
