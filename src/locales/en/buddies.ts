/** Copy of study buddies: the commands, what a member sees of them, and what a group gets. */

import type { Hours } from '../../entities/buddies.js';
import type { Track } from '../../entities/profile.js';
import { tagCode } from '../../platform/right-to-left.js';
import { plural } from './plural.js';
import { profile } from './profile.js';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

const weekdays: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

const hours: Record<Hours, string> = {
  morning: 'Mornings',
  afternoon: 'Afternoons',
  evening: 'Evenings',
  weekend: 'Weekends',
};

export const buddies = {
  commands: {
    description: 'Meet someone new every week: backend with frontend where possible',
    join: 'Get a new study buddy every week',
    leave: 'Stop getting study buddies',
    skip: 'Take a break from the next round',
    status: 'See your buddy and the next round, and choose what suits you',
    admin: 'When study buddies are matched',
    schedule: 'Choose the day and time of the weekly round; the first time, this starts it',
    day: 'The day of the week',
    time: 'The time of day, such as 10:00 or 6pm, in the server’s time zone',
    pause: 'Stop the weekly rounds until you schedule them again',
    run: 'Match everyone who takes part now',
  },
  weekdays,
  hours,

  buttons: {
    join: 'Join',
    leave: 'Leave',
    skip: 'Skip next week',
    rejoin: 'Don’t skip',
    met: 'We met',
    notMet: 'Not this time',
    swap: 'Swap contact?',
    nameMe: 'Name me in the digest',
    doNotNameMe: 'Don’t name me',
    openThread: 'Open our thread',
  },

  status: {
    heading: '### 🤝 Study buddies',
    isIn: (participants: number) => `You take part, with ${plural(participants - 1, 'other', 'others')}.`,
    isOut: (participants: number) =>
      `You don’t take part yet. ${participants === 0 ? 'Nobody does so far: be the first.' : `${plural(participants, 'member does', 'members do')}.`} Every week you’d meet someone new: a backend with a frontend learner where possible.`,
    joined: '✅ You take part from the next round on.',
    joinedBefore: '✅ You take part.',
    left: '✅ You no longer take part. What you chose here is deleted; who you met stays, so that you get someone new if you come back.',
    leftBefore: 'You don’t take part, so nothing changed.',
    next: (when: string, relative: string) => `**Next round**: ${when}, ${relative}`,
    noNext: '**Next round**: none is scheduled yet. A moderator can do that with `/admin buddies schedule`.',
    paused: '**Next round**: rounds are paused.',
    skips: '⏭️ The next round goes without you; you’re in again after it.',
    withBuddies: (members: readonly string[]) => `**This week**: ${listed.format(members)}`,
    alone: '**This week**: you have no buddy.',
    partners: (count: number) => `**Met so far**: ${plural(count, 'member', 'members')}`,
    named: '-# When you met, the digest may name you.',
    notNamed: '-# The digest counts who met and doesn’t name you.',
    hoursPlaceholder: 'When do you have time?',
    anyHours: 'Any time',
    neverPlaceholder: 'Never match me with…',
    neverNote: '-# Only you see whom you choose here. They aren’t told, and you’re never matched.',
    contact: (member: string, links: readonly string[]) => `📇 ${member}: ${links.join(' · ')}`,
    contactWithoutLinks: (member: string) => `📇 ${member}: write them a direct message`,
  },

  scheduled: (day: number, time: string, timezone: string) =>
    `Study buddies are matched every **${weekdays[day - 1]} at ${time}** (${timezone}).`,
  next: (when: string, relative: string) => `The next round is ${when}, ${relative}.`,
  invite: 'Members take part with `/buddies join`.',
  paused: 'Study buddies are paused: nobody is matched until `/admin buddies schedule`.',
  ran: (groups: number, members: number) =>
    `Matched ${plural(members, 'member', 'members')} in ${plural(groups, 'group', 'groups')}. They’re told now.`,
  ranLeftOut: (count: number) => `For ${plural(count, 'member', 'members')} nobody was left; I tell them.`,
  ranEmpty: 'Nobody takes part yet, so there was nothing to match. Members join with `/buddies join`.',

  group: {
    heading: (size: number) => (size > 2 ? '### 👋 Meet your study buddies' : '### 👋 Meet your study buddy'),
    meet: (members: readonly string[]) => `${listed.format(members)}: this week is yours.`,
    again: '-# You know each other: there was nobody new this time.',
    inGuild: (name: string) => `-# From **${name}**`,
    member: (name: string, track: Track | null) => `**${name}**${track ? ` · ${profile.tracks[track]}` : ''}`,
    builds: (project: string, summary: string) => `Building **${project}**${summary ? `: ${summary}` : ''}`,
    about: (summary: string) => `Building: ${summary}`,
    buildsNothing: 'Hasn’t said what they’re building: ask.',
    worksWith: (tags: readonly string[]) => `Works with ${tags.map(tagCode).join(', ')}`,
    challenges: '### 🧩 Someone here may know this',
    challenge: (title: string, asker: string, helper: string, tags: readonly string[]) =>
      `${title}, asked by ${asker}. ${helper} works with ${tags.map(tagCode).join(', ')}.`,
    firstTenMinutes: '### ☕ For the first ten minutes',
    suggestions: {
      across: [
        'Open one endpoint of the API together. Frontend: say what you’d need from it. Backend: say what it can do already.',
        'Draw one screen and the requests behind it. Where would it wait, and what should it show then?',
        'Pick one error that a user could see. Follow it from the database to the screen, each telling their half.',
      ],
      alike: [
        'Each shows the last bug that took more than an hour, and what gave it away in the end.',
        'Show each other one file you’re proud of and one you’d rather rewrite. Say why.',
        'Agree on one small thing to learn this week, and how you’ll show it to each other.',
      ],
    },
    note: '-# Whether you met helps to match you next time. `/buddies status` has all choices.',
    direct: '-# I have no thread to open for you, so write to each other: press the name, then Message.',
  },

  question: {
    heading: '### Did you meet?',
    text: 'A call, a few messages or a coffee all count. If not, no harm done: I’ll find you someone.',
  },

  alone: {
    leftOver: '### 🤝 No study buddy this week',
    text: 'The numbers didn’t work out, and you’re the one who waits. Next time you come first.',
    fewer: 'Your buddy can’t take part after all, and there was nobody else left. Next time you come first.',
    single: 'You’re the only one who takes part at the moment. Tell others: `/buddies join`.',
    inGuild: (name: string) => `-# From **${name}**`,
  },

  answered: {
    met: '✅ Great. Share what you learned with `/share`: kind *collaboration*.',
    notMet: '✅ Thanks. Next time I’ll find you someone who has time.',
    skipped: '✅ The next round goes without you. To change that: `/buddies status`.',
    contactAsked:
      '✅ When the others press it too, each of you gets the others’ links. Until then nobody sees yours.',
    contactShared: (lines: readonly string[]) => `✅ You both want to stay in touch:\n${lines.join('\n')}`,
    contactHeading: '### 📇 You want to stay in touch',
  },

  threadName: (date: string, number: number) => `Buddies ${date} · ${number}`,

  digest: (groups: number, members: number) =>
    `🤝 ${plural(groups, 'buddy group', 'buddy groups')} met this week (${plural(members, 'member', 'members')}).`,
  digestNamed: (members: readonly string[]) => `With ${listed.format(members)}.`,
};
