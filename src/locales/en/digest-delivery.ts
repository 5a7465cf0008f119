/** Copy about delivering the digest: its settings, direct messages, the nudge, and failures. */
import type { DigestSection } from '../../entities/guild.js';
import { plural } from './plural.js';

export const digestDelivery = {
  commands: {
    subscribe: 'Also get each digest by direct message',
    unsubscribe: 'Stop getting digests by direct message',
  },

  panel: {
    title: '### Set up the digest',
    sections: '**What should it include?** Figures are always included.',
    sectionsPlaceholder: 'Choose what the digest shows',
    sectionNames: {
      learnings: 'Learned this week',
      pairs: 'Solved together',
      waiting: 'Challenges waiting for help',
      thanks: 'Thank you',
      chart: 'Chart of recent weeks',
      older: 'One older entry worth another look',
    } satisfies Record<DigestSection, string>,
    role: '**Which role should it ping?** Once per digest; none unless you choose one.',
    rolePlaceholder: 'Choose a role to ping, or none',
    roleGone: '-# ❌ The role you chose before was deleted.',
    roleQuiet: (roleId: string) =>
      `-# ⚠️ My ping won’t reach <@&${roleId}>: allow anyone to mention it in Server Settings → Roles, or give me Mention Everyone.`,
    nudge: (isOn: boolean) =>
      isOn
        ? '**If nobody shares anything for a week,** I post a friendly nudge, but never two weeks in a row.'
        : '**If nobody shares anything for a week,** I post nothing.',
    nudgeOn: 'Nudge in empty weeks',
    nudgeOff: 'Post nothing in empty weeks',
    open: 'Digest',
    back: 'Back',
    everyoneAsRole: 'That role would ping everyone. Please choose a more specific one.',
  },

  settings: {
    sections: 'Left out of the digest',
    nothingLeftOut: 'nothing',
    emptyWeek: 'Empty week',
    nudge: 'a nudge, never two weeks in a row',
    silence: 'nothing is posted',
    role: 'Digest pings',
    mentioned: (roleId: string) => `<@&${roleId}>`,
    nobody: 'nobody',
    subscribers: 'By direct message',
    subscribed: (count: number) => plural(count, 'member', 'members'),
    leftOut: 'Recently skipped',
  },

  nudge: {
    heading: 'A quiet week',
    text: 'Nobody shared anything this week, and that’s fine. Did you find something out, even something small?',
    hints:
      '-# A bug you got to the bottom of, a command you keep forgetting, a link that helped: one line is enough. Stuck instead? Ask the cohort with `/challenge post`.',
    share: 'Share something',
  },

  trouble: (period: string, why: string, retry: string) =>
    `⚠️ I couldn’t post the digest for ${period}. ${why}\n-# I’ll try again ${retry}, then less and less often for two days. \`/admin doctor\` shows what’s wrong; \`/admin digest run\` posts it right away.`,
  troubleOf: (guild: string) => `-# This is about **${guild}**, which you own.`,

  mail: {
    subscribed: 'From now on you also get each digest by direct message, right after it’s posted here.',
    already: 'You’re already subscribed: you get each digest by direct message.',
    first: (due: string) => `The first one is due ${due}.`,
    toEnd: '-# To stop, use `/digest unsubscribe` or the button below any of them.',
    unsubscribed: 'You won’t get digests by direct message any more. They still appear in the channel.',
    notSubscribed: 'You aren’t subscribed, so there’s nothing to stop.',
    closed:
      'I couldn’t send you the digest: you don’t accept direct messages from this server. Your subscription has ended. Allow them under the server’s name → Privacy Settings, then use `/digest subscribe` again.',
    unsubscribe: 'Unsubscribe',
  },
};
