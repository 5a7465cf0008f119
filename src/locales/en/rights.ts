/** Copy of `/mydata` and `/admin member forget`: exporting and erasing a member's data. */
import { moment } from './findings.js';
import { plural } from './plural.js';

const entryCount = (count: number) => plural(count, 'entry', 'entries');

export const rights = {
  commands: {
    description: 'Export or erase your data',
    export: 'Get everything stored about you in this server as a file',
    forget: 'Erase your profile, votes, saves and name, and your entries if you like',
    forgetMember: 'Erase a member’s data a day from now; needs Manage Server',
    member: 'The member to erase',
    group: 'Members',
  },
  exported:
    'Here’s everything I store about you in this server. Only you see this. `docs/privacy.md` in my repository explains each part.',
  exportedNothing: 'I don’t store anything about you in this server yet; this file says so.',

  heading: '### 🧹 Erase your data here?',
  headingOf: (memberId: string) => `### 🧹 Erase the data of <@${memberId}>?`,
  erased:
    'Erased immediately and permanently: your profile, Helpful votes, saves, drafts, lists, README previews, subscription, notices, and your name in the moderators’ log. What others wrote stays, without naming you.',
  erasedOf:
    'Erased permanently: their profile, Helpful votes, saves, drafts, lists, README previews, subscription, notices, and their name in the log. What others wrote stays, without naming them.',
  entries: (count: number) =>
    count === 0
      ? 'There are no entries to decide on.'
      : `${count === 1 ? 'There is one entry' : `There are ${entryCount(count)}`} to decide on: remove ${count === 1 ? 'it' : 'them'}, or leave ${count === 1 ? 'it' : 'them'} to the cohort under “a former member”.`,
  challengesStay:
    '-# A challenge that others answered stays under “a former member” either way, so that their answers still make sense.',
  takeAway: '-# If you want a copy, run `/mydata export` first. This can’t be undone.',
  waitsADay:
    '-# It happens a day after you confirm it, and the log says so. Until then anyone with Manage Server, or the member, can cancel it; afterwards it can’t be undone.',
  trail:
    '-# If you moderated here in the last 90 days, the moderators’ log shows your name on what you did for 90 days more.',
  waits: (dueAt: Date) =>
    `⚠️ Someone who manages this server asked to erase your data; it happens ${moment(dueAt, 'R')}. You can stop it below.`,
  waitsOf: (memberId: string, dueAt: Date) =>
    `The data of <@${memberId}> will be erased ${moment(dueAt, 'R')} (${moment(dueAt, 'f')}). Until then you can cancel it here.`,
  stopped: 'Cancelled: nothing is erased.',
  mute: '-# A mute that is still running stays in force; what remains doesn’t reveal whose it is.',
  buttons: {
    remove: 'Remove my entries',
    keep: 'Keep them under “a former member”',
    removeOf: 'Remove their entries',
    forget: 'Forget me',
    forgetOf: 'Erase their data',
    cancel: 'Cancel',
    stop: 'Stop the erasure',
    stopOf: 'Cancel the erasure',
  },
  cancelled: 'Nothing was erased.',
  forgotten: (removed: number, kept: number) =>
    [
      'Done: your data here is erased.',
      removed > 0 && `${entryCount(removed)} removed.`,
      kept > 0 && `${entryCount(kept)} left to the cohort under “a former member”.`,
      'Messages in the channels are updated within minutes. You’re welcome to start again at any time.',
    ]
      .filter(Boolean)
      .join(' '),
};
