/** Copy of badges, and of the weeks in a row in which a member contributed. */

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
};
