/** Copy about messages of the chat that are saved as entries. */
import { named } from './people.js';

export const capture = {
  /** Names in the menu of a message. */
  menus: {
    learning: 'Save as learning',
    challenge: 'Save as challenge',
    solution: 'Use as solution',
  },
  titles: {
    learning: (name: string) => `Save as a learning of ${name}`,
    challenge: (name: string) => `Save as a challenge of ${name}`,
    solution: (name: string) => `Use as a solution of ${name}`,
  },
  credit: (authorId: string) =>
    `<@${authorId}> is its author, gets its points and can remove it. Leave out what isn’t for everyone.`,
  which: 'Which challenge does it solve?',
  whichPlaceholder: 'Choose a challenge',
  challenge: (number: number, title: string) => `#${number} ${title}`,

  thread: {
    greeting: (number: number) =>
      `Talk about **#${number}** here. Did somebody’s answer help? Keep it for the next person who asks.`,
    button: 'Turn this thread into a solution',
    choose:
      'Which messages are the solution? Choose those of one member; they become one text, and that member its author.',
    placeholder: 'Choose messages',
    option: (author: string, text: string) => `${author}: ${text}`,
  },

  /** On a card. `savedBy` is null for what somebody saved of their own. */
  from: (link: string, count: number) =>
    count > 1 ? `💬 from [${count} messages](${link})` : `💬 from [a message](${link})`,
  savedBy: (memberId: string | null, isEdited: boolean) =>
    `${isEdited ? 'saved and edited by' : 'saved by'} ${memberId === null ? 'a former member' : named(memberId)}`,

  notice: {
    saved: (saver: string, entry: string, guild: string) =>
      `${saver} saved what you wrote in the chat of **${guild}** as ${entry}. You’re its author: it counts for you, and you can edit it. Don’t want it there? Press Remove, now or at any time.`,
    edited: 'They changed its words, so have a look.',
    held: 'A moderator looks at it before others see it.',
    optOut: '-# In `/profile edit` you can choose that nobody saves your messages.',
    somebody: 'Somebody',
    open: 'Go to the message',
  },
  removed: (number: number) =>
    `**#${number}** is removed, and nobody can save that message again. Changed your mind? Press Undo.`,
};
