/** Words of exported documents: headings of a README, and of the cohort's pages. */
import type { Track } from '../../entities/profile.js';

const tracks: Record<Track, string> = { backend: 'Backend', frontend: 'Frontend', other: 'Other' };

export const document = {
  sections: {
    objective: 'Objective',
    overview: 'Overview',
    technology: 'Key technologies',
    concept: 'Key concepts',
    pairs: 'Challenges and solutions',
    open: 'Open challenges',
    practice: 'Best practices',
    takeaway: 'Personal takeaways',
    collaboration: 'Collaboration',
    given: 'Solutions for others',
    resource: 'Resources',
    goal: 'Next steps',
    author: 'Author',
  },
  track: 'Track',
  tracks,
  repository: 'Repository',
  project: 'Project',
  live: 'Live',
  apiDocs: 'API documentation',
  challenge: 'Challenge',
  solution: 'Solution',
  /** Before the name of whose solution worked, and of who had asked. */
  solvedBy: 'solved by',
  askedBy: 'asked by',

  cover: {
    language: 'en',
    contents: 'Contents',
    week: '# week',
    weeks: '# weeks',
    entry: '# entry',
    entries: '# entries',
    thanks: 'Thanks to',
    chart: 'Entries per week',
  },

  cohort: {
    title: 'What this cohort learned',
    members: 'Members',
    tags: 'By tag',
    book: 'Challenges and solutions',
    bookTitle: 'The book of challenges and solutions',
    indexTitle: 'Everything by tag',

    /** Plain text, since documents are written in a thread that functions do not reach. `#` is how many. */
    entry: '# entry',
    entries: '# entries',
    untagged: 'Without tags',
  },
};

/** Words of documents. Another language is one more object of this type, listed in `document-words.ts`. */
export type DocumentWords = typeof document;
