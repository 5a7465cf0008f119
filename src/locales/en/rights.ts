/** Words of `/mydata` and `/admin member forget`: taking one's data away, and being forgotten. */
import { plural } from './plural.js';

const entryCount = (count: number) => plural(count, 'entry', 'entries');

export const rights = {
  commands: {
    description: 'Your data here: take them away, or have them erased',
    export: 'Everything kept about you in this server, as a file',
    forget: 'Erase you: your profile, votes, saves and name, and your entries if you like',
    forgetMember: 'Erase a member who asks for it, also one who left',
    member: 'Whom to erase',
    group: 'Members',
  },
  exported:
    'Here is everything I keep about you in this server, for you alone. What each part means: `docs/privacy.md` of my repository.',
  exportedNothing:
    'I keep nothing about you in this server yet, but for what this file says: that there is nothing.',

  heading: '### 🧹 Be forgotten here?',
  headingOf: (memberId: string) => `### 🧹 Erase <@${memberId}>?`,
  erased:
    'Erased at once and for good: profile, Helpful votes, saves, drafts, lists, previews of READMEs, subscription, notices, and your name behind lines of the moderators’ log. What others wrote stays, without naming you.',
  erasedOf:
    'Erased at once and for good: their profile, Helpful votes, saves, drafts, lists, previews of READMEs, subscription, notices, and their name behind lines of the log. What others wrote stays, without naming them.',
  entries: (count: number) =>
    count === 0
      ? 'There are no entries to decide on.'
      : `${count === 1 ? 'There is one entry' : `There are ${entryCount(count)}`} to decide on: take ${count === 1 ? 'it' : 'them'} away, or leave ${count === 1 ? 'it' : 'them'} to the cohort under “a former member”.`,
  challengesStay:
    '-# A challenge that others answered stays under “a former member” either way, so that their answers still make sense.',
  takeAway: '-# `/mydata export` first, if you want a copy. Nobody can bring any of it back afterwards.',
  irrevocable: '-# Nobody can bring any of it back afterwards.',
  mute: '-# A mute that is still running outlives this, without telling whose it is.',
  buttons: {
    remove: 'Remove my entries',
    keep: 'Keep them under “a former member”',
    removeOf: 'Remove their entries',
    forget: 'Forget me',
    forgetOf: 'Erase them',
    cancel: 'Cancel',
  },
  cancelled: 'Nothing was erased.',
  forgotten: (removed: number, kept: number) =>
    [
      'Done: you are forgotten here.',
      removed > 0 && `${entryCount(removed)} removed.`,
      kept > 0 && `${entryCount(kept)} left to the cohort under “a former member”.`,
      'Messages in the channels follow within minutes. You are welcome to begin afresh at any time.',
    ]
      .filter(Boolean)
      .join(' '),
  forgottenOf: (removed: number, kept: number) =>
    [
      'Done: they are forgotten here.',
      removed > 0 && `${entryCount(removed)} removed.`,
      kept > 0 && `${entryCount(kept)} left to the cohort under “a former member”.`,
      'Messages in the channels follow within minutes.',
    ]
      .filter(Boolean)
      .join(' '),
};
