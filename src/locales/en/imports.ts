/** Copy of `/readme import`: its preview, its result, and the card that sums it up. */
import type { LearningKind } from '../../entities/entry.js';
import type { SkipReason } from '../../readme/readme-document.js';
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
  programme: 'text about the programme itself',
  badges: 'badges and pictures',
  author: 'the author',
  contact: 'contact details',
  'repository-tree': 'the file tree',
  installation: 'how to install and run it',
  contents: 'the table of contents',
  licence: 'the licence',
  acknowledgements: 'thanks to others',
  prose: 'text without a specific learning',
  unpaired: 'solutions that match no single challenge',
  pictures: 'pictures inside the file',
  'too-many': 'more than I can import at once',
  refused: 'not allowed here, such as invitations to other servers',
};

export const imports = {
  commands: {
    description: 'Import from and export to a README',
    import: 'Import your README.md; you see what I found before anything is stored',
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
  isRepaired: '-# The text was garbled, so I repaired it.',
  doneBefore: (when: string) =>
    `-# You imported this file ${when}. What you imported then isn’t imported again.`,
  skipped: (reasons: string) => `-# Left out: ${reasons}.`,
  /** A reason with the headings it applies to. */
  skippedParts: (reason: string, names: readonly string[], more: number) =>
    `${reason} (${names.map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''})`,
  page: (page: number, pages: number) => `-# Page ${page} of ${pages} · only you see this`,
  from: (source: string) => `-# ${source}`,
  sourceAndSection: (source: string, section: string) => `${source} › ${section}`,
  described: (title: string, body: string) => (body === '' ? title : `${title} – ${body}`),
  pairOf: (solution: string) => `✅ ${solution}`,
  noSolution: 'no solution yet',
  dropped: 'dropped',
  alreadyShared: (number: number) => `you already have this: #${number}`,
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
  doneNothing: 'It contained nothing new, so nothing was imported.',
  known: (count: number) =>
    count === 1 ? 'One was here already.' : `${count} of its entries were here already.`,
  card: (link: string) => `The card in the channel: ${link}`,
  noCard:
    'Everything is stored and `/search` finds it, but I couldn’t post the card in the channel: ask a moderator to run `/admin doctor`.',
  cancelled: 'Nothing was imported, and I didn’t keep your file.',

  summary: (memberId: string) => `### 📥 ${named(memberId)} imported their README`,
  summaryCounts: (counts: string) => `-# ${counts}`,
  pairHeading: (title: string, number: number) => `**${title}** · #${number}`,
  morePairs: (count: number) =>
    `-# and ${plural(count, 'more pair', 'more pairs')}: \`/challenge list status:Solved\``,
  technologies: (names: string) => `🧰 ${names}`,
  findThem: '-# `/search` finds all of it.',
};
