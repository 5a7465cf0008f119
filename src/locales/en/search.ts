/** Copy of searches, lists of challenges and the leaderboard. */
import { named } from './people.js';
import { plural } from './plural.js';

/** `12 results`, or `60+ results` when not all were counted. */
const counted = (count: number, isCapped: boolean, one: string, other: string) =>
  isCapped ? `${count}+ ${other}` : plural(count, one, other);

export const search = {
  commands: {
    search: 'Find what the cohort knows: titles, text and tags',
    query: 'What to look for; leave it out for the newest entries',
    kind: 'Only entries of this kind',
    tag: 'Only entries with this tag',
    author: 'Only entries by this member',
    saved: 'Only what you saved',
    challengeList: 'Page through challenges; open ones by default',
    status: 'Which challenges: open, solved, or all',
    statuses: { open: 'Open', solved: 'Solved', all: 'All' },
    kinds: { challenge: 'Challenge', solution: 'Solution' },
    leaderboard: 'See who has been sharing and helping',
    period: 'Since the last digest, this month, or all time',
  },

  resultsFor: (query: string) => `### Results for “${query}”`,
  correctedTo: (words: string) => `Showing results for **${words}**`,
  anyWord: 'No entry has all of these words. These have some of them:',
  newest: '### Newest entries',
  saved: '### Saved by you',
  challenges: { open: '### Open challenges', solved: '### Solved challenges', all: '### Challenges' },
  count: (count: number, isCapped: boolean) => counted(count, isCapped, 'result', 'results'),
  pageOf: (page: number, pages: number, isCapped: boolean) =>
    `page ${page} of ${pages}${isCapped ? '+' : ''}`,
  helpful: (count: number) => `👍 ${count}`,
  /** Solutions to an open challenge, none of them accepted yet. */
  waiting: (count: number) => `${plural(count, 'solution', 'solutions')} waiting`,
  /** Beside a technology's name. */
  learners: (count: number) => plural(count, 'learner', 'learners'),
  learnedBy: (first: readonly string[], count: number) => {
    const names = first.map(named).join(', ');
    return `by ${names}${count > first.length ? ` and ${count - first.length} more` : ''}`;
  },
  /** Beside the newest of what an import brought. */
  importedWith: (others: number, fileName: string) => `imported from ${fileName} with ${others} more`,
  removedChallenge: 'Solution to a deleted challenge',
  /** One line, separated by middle dots. */
  join: (parts: readonly string[]) => parts.join(' · '),

  /** For moderators: words of entries that were looked for beside those typed. */
  synonyms: (words: readonly string[]) => `-# Synonyms: ${words.join(', ')}`,
  /** What narrowed down a search that found nothing. */
  filtersOn: (filters: readonly string[]) => `-# Filters on: ${filters.join(' · ')}`,
  filters: {
    kind: (name: string) => `kind ${name}`,
    status: (name: string) => `status ${name}`,
    tag: (tag: string) => `tag ${tag}`,
    author: (memberId: string) => `by ${named(memberId)}`,
    saved: 'saved by you',
  },

  nothingFor: (query: string) =>
    `I found nothing for “${query}”. Try fewer words or other ones. If nobody has written about it yet, ask with /challenge post, or be the first to /share it.`,
  nothingWithin:
    'Nothing matches all of that. Leave out the tag, the kind or the author to see more, or share the first one with /share.',
  nothingYet: 'Nothing has been shared here yet. Be the first: /share something you learned.',
  nothingSaved: 'You haven’t saved anything that matches. Press Save on a card to keep it for later.',
  noChallenges: {
    open: 'No challenge is waiting for an answer. Stuck on something? Ask with /challenge post.',
    solved: 'No challenge has been solved yet. /challenge list shows the open ones.',
    all: 'Nobody has asked anything yet. Stuck on something? Ask with /challenge post.',
  },

  leaderboard: {
    periods: { week: 'This week', month: 'This month', all: 'All time' },
    heading: (period: string) => `### Leaderboard · ${period}`,
    since: (when: string) => `-# since ${when}`,
    /** The week that ended, while nobody has points in the new one. */
    lastWeek: 'Last week',
    ended: (start: string, end: string) =>
      `-# ${start} to ${end}. A new week has begun; nobody has points in it yet.`,
    ownNoneThen: 'You had no points that week. The new one is open: /share one thing you learned.',
    medals: ['🥇', '🥈', '🥉'] as readonly string[],
    place: (place: number) => `**${place}.**`,
    line: (medal: string, memberId: string, points: number) =>
      `${medal} <@${memberId}> · **${plural(points, 'point', 'points')}**`,
    accepted: (count: number) => plural(count, 'accepted solution', 'accepted solutions'),
    solutions: (count: number) => plural(count, 'solution', 'solutions'),
    learnings: (count: number) => plural(count, 'learning', 'learnings'),
    challenges: (count: number) => plural(count, 'challenge', 'challenges'),
    helpful: (count: number) => `${count} Helpful`,
    own: 'Your place:',
    ownNone: 'You have no points here yet: /share one thing you learned, or answer a challenge.',
    nobody: 'Nobody has points here yet. A learning from /share earns 2, an accepted solution 5.',
    key: '-# Accepted solution 5 · learning 2 · solution 1 · challenge 1 · each Helpful 1',
  },
};
