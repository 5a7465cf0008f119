/** Copy on cards, in forms and in answers about entries. */
import { restorableDays } from '../../entities/entry.js';
import { named } from './people.js';
import { plural } from './plural.js';

export const entries = {
  kinds: {
    technology: { name: 'Technology', emoji: '🧰', hint: 'A tool, language or framework you used' },
    concept: { name: 'Concept', emoji: '💡', hint: 'An idea that became clear to you' },
    practice: { name: 'Practice', emoji: '✅', hint: 'A way of working worth keeping' },
    takeaway: { name: 'Takeaway', emoji: '📝', hint: 'What you will remember' },
    collaboration: { name: 'Collaboration', emoji: '🤝', hint: 'What you learned working with others' },
    resource: { name: 'Resource', emoji: '📚', hint: 'An article, course or repository that helped' },
    goal: { name: 'Goal', emoji: '🎯', hint: 'What you want to do next' },
  },
  open: { name: 'Open challenge', emoji: '🧩' },
  solved: { name: 'Solved challenge', emoji: '✅' },
  solution: { name: 'Solution', emoji: '🛠️' },
  acceptedSolution: { name: 'Accepted solution', emoji: '🏅' },
  done: '✓ done',
  edited: 'edited',
  jump: 'Go to card',
  by: (memberId: string) => `by ${named(memberId)}`,
  solutionTo: (title: string, number: number) => `Solution to #${number}${title ? ` · ${title}` : ''}`,
  solvedBy: (memberId: string, number: number) => `**Solved by ${named(memberId)}** · #${number}`,
  solutionsOffered: (count: number) =>
    `${plural(count, 'solution', 'solutions')} offered. The asker presses Accept on the one that worked.`,
  lookedAt: (members: readonly string[]) =>
    `👀 ${members.join(', ')} ${members.length > 1 ? 'are' : 'is'} looking at it.`,
  more: (entry: string) => `What you can do with ${entry}:`,
  readSolutions: (count: number) => `Read ${plural(count, 'solution', 'solutions')}`,
  seeChallenge: 'See the challenge',
  solutionsOf: (number: number, title: string) => `### 🛠️ Solutions to #${number} · ${title}`,
  offered: ({ number, authorId, isAccepted }: { number: number; authorId: string; isAccepted: boolean }) =>
    `${isAccepted ? '🏅 **Accepted** · ' : ''}**#${number}** by ${named(authorId)}`,
  moreSolutions: (count: number) =>
    `-# and ${plural(count, 'more', 'more')}: \`/search kind:Solution\` finds them.`,
  noSolutions: (number: number) => `Nobody has offered a solution to **#${number}** yet.`,
  shownAgain: {
    fromSearch: (memberId: string) =>
      `-# ${named(memberId)} found this with a search and shows it to everyone.`,
    fromEntry: (memberId: string) => `-# ${named(memberId)} read this again and shows it to everyone.`,
  },
  deletedCard: (number: number) => `-# #${number} was deleted by its author.`,
  removedCard: (number: number) => `-# #${number} was removed by the moderators.`,
  hiddenCard: (number: number) => `-# #${number} is hidden by the moderators.`,

  lostCards: {
    lost: (count: number, takenAt: string) =>
      `My operator restored a backup of ${takenAt}. ${plural(count, 'card', 'cards')} that I posted after it ${count === 1 ? 'shows an entry' : 'show entries'} I no longer have. Their buttons do nothing now. Their authors can copy the text and share it again; then you can delete the old cards:`,
    lostIn: (guildName: string) => `-# In **${guildName}**.`,
    lostMore: (count: number) => `-# and ${plural(count, 'more card', 'more cards')} before these.`,
  },
  posted: (number: number, link: string) => `Posted as **#${number}**. Your card: ${link}`,
  postedNowhere: (number: number) =>
    `Stored as **#${number}**, and \`/search\` finds it. I couldn’t post its card in the channel: ask a moderator to run \`/admin doctor\`.`,
  shownInChannel: (link: string) => `Shown in the channel: ${link}`,
  solveNotice: (askerId: string, challenge: number) =>
    `<@${askerId}>, a solution to your challenge #${challenge}:`,
  accepted: (challenge: number, title: string, helperId: string | null) =>
    `Challenge **#${challenge}** is solved: “${title}”.${helperId === null ? '' : ` Thank you, <@${helperId}>!`}`,
  reopened: (challenge: number) =>
    `Challenge **#${challenge}** is open again. Press Solve to offer a solution.`,
  reopenedForAsker: (askerId: string, challenge: number) =>
    `<@${askerId}>, the solution you accepted for #${challenge} is no longer there, so your challenge is open again.`,
  editSaved: (number: number) =>
    `**#${number}** is updated, and so is its card. Earlier versions: \`/entry history\`.`,
  deleted: (number: number) =>
    `**#${number}** is deleted. Changed your mind? Press Undo, or use \`/entry restore\` within ${restorableDays} days.`,
  restored: (number: number) => `**#${number}** is back, in the channel and in search.`,
  restoredHidden: (number: number) =>
    `**#${number}** is no longer deleted, but it’s still hidden by the moderators.`,
  saved: (number: number) => `**#${number}** is saved for you. Find it with \`/search saved:True\`.`,
  unsaved: (number: number) => `**#${number}** is no longer in your saved entries.`,
  threadOpened: (link: string) => `Talk about it here: ${link}`,
  threadName: (number: number, title: string) => `#${number} ${title}`,
  history: (number: number) => `### History of #${number}`,
  historyEmpty: (number: number) => `**#${number}** has never been edited.`,
  historyVersion: (revision: number, when: string) => `**Version ${revision}** · ${when}`,
  historyMore: (count: number) => `-# and ${plural(count, 'earlier version', 'earlier versions')}`,

  similar: {
    intro: 'Before you post: others have solved something like this. Does one of these help?',
    solvedBy: (memberId: string, number: number) => `Solution #${number} by ${named(memberId)}`,
    also: 'Your challenge is posted. These were solved before and may help:',
    view: (number: number) => `View #${number}`,
    thisHelped: (number: number) =>
      `Glad it helped! Nothing was posted. Here is **#${number}** in full; press Helpful to thank its author.`,
  },

  forms: {
    share: 'Share a learning',
    shareWithPicture: 'Share a learning with a picture',
    challenge: 'Post a challenge',
    challengeWithPicture: 'Post a challenge with a picture',
    solve: (number: number) => `Your solution to #${number}`,
    edit: (number: number) => `Edit #${number}`,
    kind: 'What is it?',
    title: 'Title',
    titlePlaceholder: 'One line that says what you learned',
    challengeTitlePlaceholder: 'One line that says where you’re stuck',
    body: 'In your own words',
    bodyPlaceholder: 'What did you learn, and how did you get there? Code goes between ``` lines.',
    details: 'Details',
    detailsPlaceholder: 'What did you try? What did you expect, and what happened instead?',
    solution: 'What worked?',
    solutionPlaceholder: 'The steps or the code, so the next person can follow',
    tags: 'Tags',
    tagsPlaceholder: 'Up to 5, for example: django, redis, ci-cd',
    link: 'Link',
    linkPlaceholder: 'https://…',
  },
};
