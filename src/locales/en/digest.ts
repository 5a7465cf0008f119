/** Copy of the weekly digest and its commands. */
import { plural } from './plural.js';

/** Monday first, as ISO counts. */
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const digest = {
  commands: {
    digest: 'The cohort’s weekly digest',
    latest: 'Read the latest digest again',
    preview: 'See what the next digest contains so far',
    admin: 'When and where the weekly digest is posted',
    schedule: 'Choose the digest’s day and time; the first time, this starts it',
    day: 'The day of the week',
    time: 'The time of day, such as 09:00 or 6pm',
    timezone: 'Type a city, such as Nairobi, and pick it from the list',
    channel: 'Where to post it; by default where it was before, or the cohort channel',
    pause: 'Stop posting digests until you resume',
    resume: 'Post digests again after a pause',
    run: 'Post the digest now instead of waiting for its day',
  },
  weekdays,

  heading: 'Your cohort’s week',
  previewHeading: 'The next digest, so far',
  period: (start: string, end: string) => `-# ${start} to ${end}`,
  figures: {
    learnings: (count: number) => plural(count, 'learning shared', 'learnings shared'),
    challenges: (count: number) => plural(count, 'challenge asked', 'challenges asked'),
    solved: (count: number) => plural(count, 'challenge solved', 'challenges solved'),
    members: (count: number) => plural(count, 'member active', 'members active'),
    imported: (entries: number, documents: number) =>
      `📥 ${plural(entries, 'entry', 'entries')} imported from ${plural(documents, 'README', 'READMEs')}`,
    more: (count: number) => `+${count}`,
    same: '±0',
    /** Explains the numbers in brackets; `days` is the length of the period, rounded. */
    comparedWith: (days: number) =>
      days === 7
        ? '-# In brackets: more than the week before.'
        : `-# In brackets: more than in the ${plural(days, 'day', 'days')} before.`,
  },

  learnings: '### 💡 Learned this week',
  pairs: '### 🧩 Solved together',
  waiting: '### 👋 Can you help?',
  thanks: '### 🙏 Thank you',
  by: (person: string) => `by ${person}`,
  helpful: (count: number) => `👍 ${count}`,
  pair: (asker: string, helper: string) => `-# asked by ${asker}, solved by ${helper}`,
  ownPair: (asker: string) => `-# asked and solved by ${asker}`,
  waitingSince: (asker: string, since: string, solutions: number) =>
    `-# ${asker} asked ${since}${solutions > 0 ? ` · ${plural(solutions, 'solution', 'solutions')} offered` : ''}`,
  moreLearnings: (count: number) => `-# and ${count} more in the whole week`,
  moreWaiting: (count: number) => `-# ${plural(count, 'more is', 'more are')} open: \`/challenge list\``,
  helpers: (people: readonly string[]) => `${listed.format(people)}, for helping others.`,
  helper: (person: string, helpful: number, solved: number) => {
    const contributions = [
      ...(solved > 0 ? [plural(solved, 'challenge solved', 'challenges solved')] : []),
      ...(helpful > 0 ? [`👍 ${helpful}`] : []),
    ];
    return `${person} (${contributions.join(', ')})`;
  },
  streaks: (people: readonly string[]) => `${listed.format(people)}, for keeping at it.`,
  streak: (person: string, weeks: number) => `${person} (${weeks} weeks in a row)`,
  /** Badges that were earned in the week. */
  badges: (people: readonly string[], more: number) =>
    `🏅 Congratulations to ${listed.format([...people, ...(more > 0 ? [`${more} more`] : [])])}.`,
  earner: (person: string, badges: readonly string[], more: number) =>
    `${person} (${badges.join(', ')}${more > 0 ? ` +${more}` : ''})`,
  newcomers: (people: readonly string[], more: number) =>
    `Welcome ${listed.format([...people, ...(more > 0 ? [`${more} more`] : [])])}: a first contribution is the hardest one.`,
  lookingForPeople: '### 🤝 Looking for people',
  comingSessions: '### 📚 Study sessions this week',
  older: '### 🔎 Worth another look',
  solvedBy: (person: string) => `solved by ${person}`,
  nothingYet: 'Nothing has been shared yet. `/share` a learning and it will be the first.',
  previewNote: (due: string, relative: string) =>
    `-# Only you see this. The digest is due ${due}, ${relative}, and will include what is shared until then.`,
  previewPaused: '-# Only you see this. The digest is paused, so it won’t be posted for now.',

  wholeWeek: 'The whole week',
  week: {
    heading: '### The whole week',
    types: { learning: '💡', challenge: '🧩', solution: '🛠️' },
    solved: '✅',
    solutionTo: (title: string) => `Solution to ${title}`,
    page: (page: number, pages: number) => `-# Page ${page} of ${pages}`,
    empty: 'Nothing from that week is visible any more.',
  },

  /** The name of the thread on a digest. */
  threadName: (start: Date, end: Date) => `Digest of ${dates.formatRange(start, end)}`,
  openMessage: 'Go to the digest',
  firstOne: (due: string, relative: string) =>
    `There hasn’t been a digest here yet. The first one is due ${due}, ${relative}, and will include what you share until then.`,
  noneScheduled:
    'There hasn’t been a digest here yet, and none is scheduled. A moderator can choose a day with `/admin digest schedule`.',
  nonePaused: 'There hasn’t been a digest here yet, and it’s currently paused.',

  scheduled: (weekday: string, time: string, timezone: string) =>
    `The digest is posted every **${weekday} at ${time}** (${timezone}).`,
  inChannel: (channelId: string) => `It’s posted in <#${channelId}>.`,
  next: (due: string, relative: string) => `The next one is due ${due}, ${relative}.`,
  nextIsPaused: 'It’s paused: nothing is posted until `/admin digest resume`.',
  paused: 'The digest is paused: nothing is posted until `/admin digest resume`.',
  onceResumed: (due: string, relative: string) =>
    `If you resume before then, the next one is due ${due}, ${relative}.`,
  resumed: 'The digest is running again.',
  posted: (link: string) => `The digest is posted: ${link}`,
  runWhilePaused:
    'The digest is paused, so I posted nothing. Use `/admin digest resume` first, then run it again.',
  notPosted: (why: string, retry: string) =>
    `The digest is ready, but I couldn’t post it. ${why} I’ll try again ${retry}.`,
  /** Why a digest could not be posted, and how to fix that. */
  reasons: {
    empty: () => 'Nothing was shared in that week.',
    missed: () => 'I was not running when it was due.',
    paused: () => 'The digest was paused.',
    'no-channel': () =>
      'I don’t know which channel to use: choose one with `/admin digest schedule` or `/admin setup`.',
    'channel-gone': () => 'Its channel was deleted: choose another with `/admin digest schedule`.',
    'no-access': (channel: string) => `I can’t see ${channel}: give me View Channel there.`,
    'no-permission': (channel: string) =>
      `I’m not allowed to post in ${channel}: give me Send Messages there.`,
    'no-history': (channel: string) =>
      `I can’t read ${channel}, so I can’t tell whether the digest is already there: give me Read Message History there.`,
    refused: () => 'Discord refused the message. If it happens again, tell the bot’s operator.',
    'no-answer': () => 'Discord didn’t answer, so I’ll check whether it arrived before I send it again.',
    fault: () => 'Something went wrong on my side; my operator can find it in the log.',
  },
  itsChannel: 'its channel',
  channel: (channelId: string) => `<#${channelId}>`,

  timezone: (city: string, name: string, offset: string) => `${city} · ${name} (${offset})`,
};
