/** Words of how the digest reaches people: its settings, direct messages, the nudge, and trouble on the way. */
import type { DigestSection } from '../../entities/digest-content.js';
import { plural } from './plural.js';

export const digestDelivery = {
  commands: {
    subscribe: 'Get each digest by direct message as well',
    unsubscribe: 'Get no more digests by direct message',
  },

  panel: {
    title: '### Set up the digest',
    sections: '**What is in it?** Figures always are.',
    sectionsPlaceholder: 'Choose what the digest shows',
    sectionNames: {
      learnings: 'Learned this week',
      pairs: 'Solved together',
      waiting: 'Challenges that wait for help',
      thanks: 'Thank you',
      chart: 'Chart of the last weeks',
      older: 'One older entry worth another look',
    } satisfies Record<DigestSection, string>,
    role: '**Whom shall it ping?** One role, once a digest; nobody unless you choose.',
    rolePlaceholder: 'Choose a role to ping, or none',
    roleGone: '-# ❌ The role chosen before was deleted.',
    roleQuiet: (roleId: string) =>
      `-# ⚠️ My ping will not reach <@&${roleId}>: allow anyone to mention it in Server Settings → Roles, or give me Mention Everyone.`,
    nudge: (isOn: boolean) =>
      isOn
        ? '**In a week without anything shared** I post a friendly line, though never two weeks in a row.'
        : '**In a week without anything shared** I post nothing.',
    nudgeOn: 'Nudge in empty weeks',
    nudgeOff: 'Post nothing in empty weeks',
    open: 'Digest',
    back: 'Back',
    everyoneAsRole: 'That role would ping everybody. Please choose a role of its own.',
  },

  settings: {
    sections: 'Digest leaves out',
    nothingLeftOut: 'nothing',
    emptyWeek: 'Empty week',
    nudge: 'a nudge, never two weeks in a row',
    silence: 'nothing is posted',
    role: 'Digest pings',
    mentioned: (roleId: string) => `<@&${roleId}>`,
    nobody: 'nobody',
    subscribers: 'By direct message',
    subscribed: (count: number) => plural(count, 'member', 'members'),
    leftOut: 'Not posted lately',
  },

  nudge: {
    heading: 'A quiet week',
    text: 'Nobody shared anything this week, and that happens. What did you find out, even a small thing?',
    hints:
      '-# A bug you got to the bottom of, a command you keep forgetting, a link that helped: one line is enough. Stuck instead? `/challenge post` asks the others.',
    share: 'Share something',
  },

  trouble: (period: string, why: string, retry: string) =>
    `⚠️ I could not post the digest of ${period}. ${why}\n-# I try again ${retry}, and more seldom as time goes by, for two days. \`/admin doctor\` shows what is amiss; \`/admin digest run\` posts it at once.`,
  troubleOf: (guild: string) => `-# This is about **${guild}**, which you own.`,

  mail: {
    subscribed: 'From now on you get each digest by direct message, a moment after it is posted here.',
    already: 'You are subscribed already: each digest comes by direct message.',
    first: (due: string) => `The first one comes ${due}.`,
    toEnd: '-# `/digest unsubscribe` ends it, and so does the button below each of them.',
    unsubscribed: 'You get no more digests by direct message. They still appear in the channel.',
    notSubscribed: 'You are not subscribed, so there is nothing to end.',
    closed:
      'I could not send you the digest: you take no direct messages from this server. Your subscription has ended. Allow them under the server’s name → Privacy Settings, then use `/digest subscribe` again.',
    unsubscribe: 'Unsubscribe',
  },
};
