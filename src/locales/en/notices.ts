/** What members are told of what became of their contributions: what happened, why, and what they can do next. */
import { restorableDays } from '../../entities/entry.js';
import type { NoticeKind } from '../../entities/notice.js';
import { moment } from './findings.js';

/** What a sentence may name. */
export interface NoticeFacts {
  /** `**#12** “Title”`; empty when it is about no entry. */
  entry: string;
  facts: Readonly<Record<string, string | number | null>>;
}

const mistaken = 'If you think it is a mistake, talk to a moderator';

export const notices = {
  inGuild: (name: string) => `-# About **${name}**`,
  entry: (number: number, title: string | null) => `**#${number}**${title ? ` “${title}”` : ''}`,
  why: (reason: string) => `Why: “${reason}”`,

  kinds: {
    'entry-published': ({ entry }) => `Your entry ${entry} is published: everybody can see it now.`,
    'entry-declined': ({ entry }) =>
      `The moderators did not publish your entry ${entry}. You may change what they name, and share it again.`,
    'import-published': () => 'What you brought from your README is published: everybody can see it now.',
    'import-declined': () =>
      'The moderators did not publish what you brought from your README. You may change what they name, and import it again.',
    'entry-hidden': ({ entry }) =>
      `The moderators hid your entry ${entry}: others no longer see it. ${mistaken}, who can bring it back.`,
    'entry-restored': ({ entry }) =>
      `The moderators brought your entry ${entry} back: everybody can see it again.`,
    'entry-removed': ({ entry }) =>
      `The moderators removed your entry ${entry}. ${mistaken} within ${restorableDays} days: until then it can be brought back.`,
    'challenge-reopened': ({ entry }) =>
      `The solution you had accepted for your challenge ${entry} was taken away by the moderators, so it is open again. Press Accept on another one, or wait for new ones.`,
    'challenge-solved-again': ({ entry }) =>
      `The solution you had accepted for your challenge ${entry} is back, so it is solved again. \`/challenge reopen\` undoes that.`,
    'member-muted': ({ facts }) => {
      const { until } = facts;
      const how =
        typeof until === 'string' ? `until ${moment(new Date(until), 'f')}` : 'until further notice';
      return `The moderators have muted you ${how}: you cannot share, ask, answer or edit meanwhile. You can still read, search and thank others. ${mistaken}.`;
    },
    'member-unmuted': () => 'Your mute has ended: you can share, ask, answer and edit again. Welcome back!',
  } satisfies Record<NoticeKind, (told: NoticeFacts) => string>,
};
