/** Copy of badges, of the weeks in a row in which a member contributed, and of roles that come with badges. */
import type { RoleProblem, TyingRefusal } from '../../features/badges/badge-role-model.js';
import { plural } from './plural.js';

/** What is wrong with a tied role, in its badge’s part of the page. */
const problems: Record<RoleProblem, string> = {
  gone: 'Its role was deleted. Choose another one.',
  everyone: 'Everyone has that role already. Choose another one.',
  managed: 'Discord manages that role itself, so I can’t give it. Choose another one.',
  powerful:
    'That role lets its members do what only moderators should, so I don’t give it. Choose another one.',
  'no-permission': 'I’m not allowed to manage roles.',
  'above-me':
    'That role isn’t below mine, so Discord doesn’t let me give it. Drag mine above it in Server Settings → Roles.',
};

export const badges = {
  title: '**Badges**',
  names: {
    'first-share': 'First share',
    'first-accepted': 'First accepted solution',
    'bridge-builder': 'Bridge builder',
    'four-weeks': 'Four weeks in a row',
    teacher: 'Teacher',
  },
  /** In a profile, with what each was earned for where its name doesn't say it. */
  lines: {
    'first-share': (when: string) => `🌱 First share · ${when}`,
    'first-accepted': (when: string) => `🏅 First accepted solution · ${when}`,
    'bridge-builder': (when: string) => `🌉 Bridge builder: solved a challenge from another track · ${when}`,
    'four-weeks': (when: string) => `📅 Four weeks in a row · ${when}`,
    teacher: (when: string) => `🎓 Teacher: helped ten people · ${when}`,
  },
  streak: (weeks: number, longest: number) =>
    `🔥 **${weeks} weeks in a row**${longest > weeks ? ` · longest: ${longest}` : ''}`,

  /** In `/admin settings`. */
  settings: {
    title: 'Badge roles',
    none: 'none',
    tied: (badge: string, roleId: string) => `<@&${roleId}> for “${badge}”`,
  },

  /** The page of `/admin setup`: which role comes with which badge. */
  asked: {
    'first-share': '🌱 **First share**: who shared a first learning',
    'first-accepted': '🏅 **First accepted solution**: who solved someone’s challenge',
    'bridge-builder': '🌉 **Bridge builder**: who solved a challenge from another track',
    'four-weeks': '📅 **Four weeks in a row**: who contributed in each of them',
    teacher: '🎓 **Teacher**: who helped ten people',
  },
  panel: {
    open: 'Badge roles',
    title: '### Give roles for badges',
    intro:
      'I give the role to everyone who earned the badge, and take it when the badge is gone. If someone got the role from you, I leave it alone.',
    placeholder: 'No role. Choose one',
    back: 'Back',
    cannotGive: 'I’m not allowed to manage roles yet. Give my role Manage Roles in Server Settings → Roles.',
    problems,
    former: (roleId: string, members: number) =>
      `<@&${roleId}> comes with no badge any more. ${plural(members, 'member keeps', 'members keep')} it.`,
    take: (members: number) => `Take it from ${plural(members, 'member', 'members')}`,
    outcomes: {
      tied: '✅ Saved. Members who earned the badge get the role within a few minutes.',
      untied: '✅ Saved. Members who have the role keep it, unless you have me take it below.',
      taken: '✅ I take the role from these members within a few minutes.',
      unchanged: 'Nothing was left to change.',
    },
    refusals: {
      gone: () => 'That role was deleted. Choose another one.',
      everyone: () => 'Everyone has that role already. Choose another one.',
      managed: (roleId) => `Discord manages <@&${roleId}> itself, so I can’t give it. Choose another one.`,
      powerful: (roleId) =>
        `<@&${roleId}> lets its members do what only moderators should. A role for a badge goes to anyone who earns it: choose one without such permissions.`,
      'no-permission': () =>
        'I’m not allowed to manage roles. Give my role Manage Roles in Server Settings → Roles, and choose again.',
      'above-me': (roleId) =>
        `<@&${roleId}> isn’t below my role, so Discord doesn’t let me give it. Drag my role above it in Server Settings → Roles, and choose again.`,
      'not-allowed': () => 'Only members who can manage roles themselves can choose roles for badges.',
      'above-you': (roleId) => `<@&${roleId}> isn’t below your highest role, so you can’t have me give it.`,
      'in-use': (roleId) => `<@&${roleId}> comes with another badge already. Choose another one.`,
    } satisfies Record<TyingRefusal, (roleId: string) => string>,
  },
};
