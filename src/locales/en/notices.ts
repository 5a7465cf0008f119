/** Notices to members about their contributions: what happened, why, and what they can do next. */
import { restorableDays } from '../../entities/entry.js';
import type { NoticeKind } from '../../features/notifications/notice-model.js';
import { moment } from './findings.js';

/** What a sentence can refer to. */
export interface NoticeFacts {
  /** `**#12** “Title”`; empty when no entry is involved. */
  entry: string;
  facts: Readonly<Record<string, string | number | null>>;
}

const mistaken = 'If you think it’s a mistake, talk to a moderator';

export const notices = {
  inGuild: (name: string) => `-# About **${name}**`,
  entry: (number: number, title: string | null) => `**#${number}**${title ? ` “${title}”` : ''}`,
  why: (reason: string) => `Why: “${reason}”`,

  kinds: {
    'entry-published': ({ entry }) => `Your entry ${entry} is published: everyone can see it now.`,
    'entry-declined': ({ entry }) =>
      `The moderators didn’t publish your entry ${entry}. You can change what they mention and share it again.`,
    'import-published': () => 'What you imported from your README is published: everyone can see it now.',
    'import-declined': () =>
      'The moderators didn’t publish what you imported from your README. You can change what they mention and import it again.',
    'entry-hidden': ({ entry }) =>
      `The moderators hid your entry ${entry}: others can’t see it any more. ${mistaken}, who can restore it.`,
    'entry-restored': ({ entry }) =>
      `The moderators restored your entry ${entry}: everyone can see it again.`,
    'entry-removed': ({ entry }) =>
      `The moderators removed your entry ${entry}. ${mistaken} within ${restorableDays} days: until then it can be restored.`,
    'challenge-reopened': ({ entry }) =>
      `The moderators removed the solution you accepted for your challenge ${entry}, so it’s open again. Press Accept on another one, or wait for new ones.`,
    'challenge-solved-again': ({ entry }) =>
      `The solution you accepted for your challenge ${entry} is back, so it’s solved again. \`/challenge reopen\` undoes that.`,
    'challenge-looked-at': ({ entry }) =>
      `Someone is looking at your challenge ${entry}: their name is on its card.`,
    'member-muted': ({ facts }) => {
      const { until } = facts;
      const how =
        typeof until === 'string' ? `until ${moment(new Date(until), 'f')}` : 'until further notice';
      return `The moderators have muted you ${how}: until then you can’t share, ask, answer or edit. You can still read, search and thank others. ${mistaken}.`;
    },
    'message-saved': ({ entry }) =>
      `Somebody saved what you wrote in the chat as ${entry}: you’re its author. Don’t want it there? \`/entry delete\` removes it, and in \`/profile edit\` you can choose that nobody saves your messages.`,
    'member-unmuted': () => 'Your mute has ended: you can share, ask, answer and edit again. Welcome back!',
  } satisfies Record<NoticeKind, (told: NoticeFacts) => string>,
};
