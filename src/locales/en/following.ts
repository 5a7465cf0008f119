/** Copy of `/follow`, of the notifications page, and of news. */

import type { FollowKind } from '../../entities/follow.js';
import type { NewsKind, NewsWay } from '../../entities/news-settings.js';
import type { NewsEvent } from '../../features/notifications/news-model.js';
import { tagCode } from '../../platform/right-to-left.js';

/** What a line of news can refer to; all but the author are escaped or links. */
export interface NewsFacts {
  /** A link to the entry: `#12`. */
  entry: string;
  /** The entry's title, or that of its challenge. */
  title: string;
  challenge: string;
  author: string;
  /** A tag the member follows. */
  tag: string;
}

export const following = {
  commands: {
    description: 'Choose tags, challenges and members you want to hear about',
    add: 'Follow a tag, a challenge or a member',
    remove: 'Stop following something',
    list: 'What you follow',
    tag: 'A tag, such as react',
    challenge: 'A challenge: number or words from it',
    member: 'Someone whose new entries you want to hear about',
    what: 'What to stop following',
  },

  heading: '### 🔔 What you follow',
  kinds: { tag: 'Tags', challenge: 'Challenges', member: 'Members' } satisfies Record<FollowKind, string>,
  choices: {
    tag: (tag) => `Tag: ${tag}`,
    challenge: (challenge) => `Challenge: ${challenge}`,
    member: (name) => `Member: ${name}`,
  } satisfies Record<FollowKind, (said: string) => string>,
  gone: '(not there any more)',
  nothing:
    'Nothing yet. `/follow add` follows a tag, a challenge or a member: you’ll hear about what’s new, at most once an hour.',
  added: '✅ You’ll hear about it.',
  already: 'You follow that already.',
  removed: '✅ You won’t hear about it any more.',

  settings: {
    heading: '### 🔔 Notifications',
    kinds: {
      solution: 'Your challenge has a new solution',
      accepted: 'Your solution was accepted',
      helped: 'Your entry helped three people',
      followed: 'Something new of what you follow',
    } satisfies Record<NewsKind, string>,
    ways: { direct: 'By direct message', channel: 'In the channel', off: 'Don’t tell me' } satisfies Record<
      NewsWay,
      string
    >,
    pace: '-# At most one message an hour, none from 22:00 to 07:00 in this server’s time zone.',
  },

  inGuild: (name: string) => `-# News from **${name}**`,
  forMember: (memberId: string) => `🔔 <@${memberId}>`,
  formerMember: 'A former member',
  news: {
    solution: ({ challenge, title, entry, author }) =>
      `💡 ${author} answered your challenge ${challenge} “${title}”: ${entry}`,
    accepted: ({ challenge, title, entry }) => `✅ Your solution ${entry} solved ${challenge} “${title}”.`,
    helped: ({ entry, title }) => `👍 Your entry ${entry} “${title}” helped three people.`,
    'tag-entry': ({ entry, title, author, tag }) =>
      `🏷️ New in ${tag ? tagCode(tag) : 'a tag you follow'}: ${entry} “${title}” by ${author}`,
    'member-entry': ({ entry, title, author }) => `👤 New from ${author}: ${entry} “${title}”`,
    'challenge-solution': ({ challenge, title, entry, author }) =>
      `💡 ${author} answered ${challenge} “${title}”, which you follow: ${entry}`,
    'challenge-solved': ({ challenge, title, entry }) =>
      `✅ ${challenge} “${title}”, which you follow, is solved: ${entry}`,
  } satisfies Record<NewsEvent, (facts: NewsFacts) => string>,
  turnOff: {
    solution: 'Turn off: new solutions',
    accepted: 'Turn off: accepted',
    helped: 'Turn off: helped',
    followed: 'Turn off: what I follow',
  } satisfies Record<NewsKind, string>,
  turnedOff: {
    solution: 'OK, I won’t tell you about new solutions to your challenges any more.',
    accepted: 'OK, I won’t tell you about accepted solutions any more.',
    helped: 'OK, I won’t tell you when your entries help people any more.',
    followed: 'OK, I won’t tell you about what you follow any more.',
  } satisfies Record<NewsKind, string>,
};
