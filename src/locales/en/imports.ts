/** Words of `/readme import`: its preview, what came of it, and the card that sums it up. */
import type { LearningKind } from '../../entities/entry.js';
import type { SkipReason } from '../../entities/readme-document.js';
import { named } from './people.js';
import { plural } from './plural.js';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

const kinds: Record<LearningKind | 'challenge' | 'pair', (count: number) => string> = {
  pair: (count) => plural(count, 'challenge with its solution', 'challenges with their solutions'),
  challenge: (count) => plural(count, 'open challenge', 'open challenges'),
  technology: (count) => plural(count, 'technology', 'technologies'),
  concept: (count) => plural(count, 'concept', 'concepts'),
  practice: (count) => plural(count, 'practice', 'practices'),
  takeaway: (count) => plural(count, 'takeaway', 'takeaways'),
  collaboration: (count) => plural(count, 'note on collaboration', 'notes on collaboration'),
  resource: (count) => plural(count, 'resource', 'resources'),
  goal: (count) => plural(count, 'goal', 'goals'),
};

const skipReasons: Record<SkipReason, string> = {
  programme: 'what the programme says of itself',
  badges: 'badges and pictures',
  author: 'who wrote it',
  contact: 'ways to reach somebody',
  'repository-tree': 'the tree of files',
  installation: 'how to install and run it',
  contents: 'the table of contents',
  licence: 'the licence',
  acknowledgements: 'thanks to others',
  prose: 'text that names nothing in particular',
  'too-many': 'more than I take at once',
  refused: 'not taken here, such as invitations to other servers',
};

export const imports = {
  commands: {
    description: 'Bring in what your README says you learned',
    import: 'Hand over your README.md; you see what I found before anything is kept',
    file: 'A Markdown file of at most 1 MiB',
  },
  buttons: {
    importAll: 'Import all',
    cancel: 'Cancel',
    fillProfile: 'Also fill my profile',
    profileIsFilled: '✓ Also fill my profile',
    withOpen: 'Import them too',
    withoutOpen: 'Leave them out',
  },
  kinds,
  skipReasons,
  /** `3 concepts, 2 goals, and 1 resource`. */
  list: (parts: readonly string[]) => listed.format(parts),

  heading: (file: string) => `### 📥 ${file}`,
  found: (count: number) => `I found **${plural(count, 'entry', 'entries')}** to import`,
  foundNothingNew: 'Everything in this file is here already: there is nothing new to import.',
  isRepaired: '-# The text was garbled, and has been put right.',
  doneBefore: (when: string) => `-# You imported this file ${when}. What it brought is not imported again.`,
  skipped: (reasons: string) => `-# Left out: ${reasons}.`,
  /** A reason with the headings it holds for. */
  skippedParts: (reason: string, names: readonly string[], more: number) =>
    `${reason} (${names.map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''})`,
  page: (page: number, pages: number) => `-# Page ${page} of ${pages} · only you see this`,
  from: (source: string) => `-# ${source}`,
  sourceAndSection: (source: string, section: string) => `${source} › ${section}`,
  described: (title: string, body: string) => (body === '' ? title : `${title} – ${body}`),
  pairOf: (solution: string) => `✅ ${solution}`,
  noSolution: 'no solution yet',
  dropped: 'dropped',
  alreadyShared: (number: number) => `you have this already: #${number}`,
  keep: 'Which of these to import',
  pick: 'Change the kind of one of these',
  kindOf: (title: string) => `What is “${title}”?`,
  openChallenges: (count: number) =>
    count === 1
      ? 'One challenge has no solution. Import it as an open one, so that the cohort can help?'
      : `${count} challenges have no solution. Import them as open ones, so that the cohort can help?`,

  done: (count: number, pairs: number) =>
    pairs > 0
      ? `Imported: **${plural(count, 'entry', 'entries')}**, ${plural(pairs, 'challenge', 'challenges')} with ${pairs === 1 ? 'its solution' : 'their solutions'} among them.`
      : `Imported: **${plural(count, 'entry', 'entries')}**.`,
  doneNothing: 'Nothing new was in it, so nothing was imported.',
  known: (count: number) =>
    count === 1 ? 'One was here already.' : `${count} of its entries were here already.`,
  card: (link: string) => `The card in the channel: ${link}`,
  noCard:
    'All of it is kept and can be found with `/search`, but I could not post the card in the channel: ask a moderator to run `/admin doctor`.',
  cancelled: 'Nothing was imported. Your file is forgotten.',

  summary: (memberId: string) => `### 📥 ${named(memberId)} brought their README`,
  summaryCounts: (counts: string) => `-# ${counts}`,
  pairHeading: (title: string, number: number) => `**${title}** · #${number}`,
  morePairs: (count: number) =>
    `-# and ${plural(count, 'more pair', 'more pairs')}: \`/challenge list status:Solved\``,
  technologies: (names: string) => `🧰 ${names}`,
  findThem: '-# All of it is in `/search`.',
};
