/** Words on cards, in forms and in answers about entries. */
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
  deletedCard: (number: number) => `-# #${number} was deleted by its author.`,
  removedCard: (number: number) => `-# #${number} was removed by the moderators.`,
  hiddenCard: (number: number) => `-# #${number} is hidden by the moderators.`,

  posted: (number: number, link: string) => `Kept as **#${number}**. Your card: ${link}`,
  postedNowhere: (number: number) =>
    `Kept as **#${number}**, and it can be found with \`/search\`. I could not post its card in the channel: ask a moderator to run \`/admin doctor\`.`,
  shownInChannel: (link: string) => `Shown in the channel: ${link}`,
  acceptedOfFormer: (challenge: number) => `Challenge **#${challenge}** is solved.`,
  solveNotice: (askerId: string, challenge: number) =>
    `<@${askerId}>, a solution to your challenge #${challenge}:`,
  accepted: (challenge: number, helperId: string) =>
    `Challenge **#${challenge}** is solved. Thank you, <@${helperId}>!`,
  reopened: (challenge: number) =>
    `Challenge **#${challenge}** is open again. Solutions are welcome with Solve.`,
  reopenedForAsker: (askerId: string, challenge: number) =>
    `<@${askerId}>, the solution you had accepted for #${challenge} is no longer there, so your challenge is open again.`,
  editSaved: (number: number) =>
    `**#${number}** is updated, its card too. Earlier versions: \`/entry history\`.`,
  deleted: (number: number) =>
    `**#${number}** is deleted. Changed your mind? Press Undo, or use \`/entry restore\` within ${restorableDays} days.`,
  restored: (number: number) => `**#${number}** is back, in the channel and in search.`,
  restoredHidden: (number: number) =>
    `**#${number}** is no longer deleted, but the moderators keep it hidden.`,
  saved: (number: number) => `**#${number}** is saved for you. Find it with \`/search saved:True\`.`,
  unsaved: (number: number) => `**#${number}** is no longer among your saved entries.`,
  threadOpened: (link: string) => `Talk about it here: ${link}`,
  threadName: (number: number, title: string) => `#${number} ${title}`,
  history: (number: number) => `### History of #${number}`,
  historyEmpty: (number: number) => `**#${number}** has never been edited.`,
  historyVersion: (revision: number, when: string) => `**Version ${revision}** · ${when}`,
  historyMore: (count: number) => `-# and ${plural(count, 'earlier version', 'earlier versions')}`,

  similar: {
    intro: 'Before you post: others solved something like this. Does one of these help?',
    solvedBy: (memberId: string, number: number) => `Solution #${number} by ${named(memberId)}`,
    thisHelped: (number: number) =>
      `Glad it helped! Nothing was posted. Here is **#${number}** in full; a Helpful thanks its author.`,
  },

  forms: {
    share: 'Share a learning',
    challenge: 'Post a challenge',
    solve: (number: number) => `Your solution to #${number}`,
    edit: (number: number) => `Edit #${number}`,
    kind: 'What is it?',
    title: 'Title',
    titlePlaceholder: 'One line that says what you learned',
    challengeTitlePlaceholder: 'One line that says where you are stuck',
    body: 'In your own words',
    bodyPlaceholder: 'What did you learn, and how did you get there? Code goes between ``` lines.',
    details: 'Details',
    detailsPlaceholder: 'What did you try? What did you expect, and what happened instead?',
    solution: 'What worked?',
    solutionPlaceholder: 'The steps or the code, so that the next person can follow',
    tags: 'Tags',
    tagsPlaceholder: 'Up to 5, for example: django, redis, ci-cd',
    link: 'Link',
    linkPlaceholder: 'https://…',
  },
};
