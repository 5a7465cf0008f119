/** Copy of `/readme export` and `/admin export`; words inside the documents are in `document.ts`. */
import type { ExportFormat } from '../../features/export/cohort-export-model.js';
import type { ReadmeStyle } from '../../readme/export/cover.js';
import { plural } from './plural.js';

/** Where to start with the export. */
const cohort: Record<ExportFormat, string> = {
  markdown: 'The cohort’s pages: unpack the zip and start with README.md.',
  json: 'The cohort as JSON: unpack the zip; everything is in cohort.json.',
  csv: 'The cohort as tables: unpack the zip and open each file as a spreadsheet.',
};

/** How to combine several zips. */
const together: Record<ExportFormat, string> = {
  markdown: 'Unpack them all into one folder and start with README.md.',
  json: 'Each zip contains part of every list: join the lists of all parts.',
  csv: 'A table that continues in a later part has that part’s number in its name.',
};

export const exports = {
  commands: {
    readme: 'Get a README.md of what was shared, ready for GitHub',
    member: 'Whose README; yours by default',
    style: 'How it looks; portfolio by default',
    styles: {
      portfolio: 'Portfolio: badges, contents, weeks and thanks above the entries',
      story: 'Story: name, dates, weeks and thanks above the entries',
      compact: 'Compact: the entries alone',
    } satisfies Record<ReadmeStyle, string>,
    discordLinks: 'Whether entries link to their cards in Discord; they do by default',
    cohort: 'Export the whole cohort, as pages to read or as data',
    format: 'The file format; pages by default',
    formats: {
      markdown: 'Markdown pages: one per member, everything by tag, the book of challenges',
      json: 'JSON: everything that is stored, for programs',
      csv: 'CSV: one file per table, for spreadsheets',
    } satisfies Record<ExportFormat, string>,
  },
  own: 'Here’s your README, made from what you shared. Edit it as you like; `/readme import` can read it back.',
  ofMember: (memberId: string) =>
    `Here’s everything <@${memberId}> shared that everyone here can see, as a README.`,
  /** Above the chart's bars. */
  weeks: (count: number) => plural(count, 'week', 'weeks'),
  withPicture: 'The zip has it with the picture above beside it; in the file alone GitHub draws the chart.',
  longReadme: 'It’s long, so it comes in several files; each can be imported on its own.',
  nothingOwn:
    'There’s nothing to export yet. /share one thing you learned, or bring in a README with /readme import; /profile edit adds your project.',
  nothingOf: (memberId: string) => `<@${memberId}> hasn’t shared anything yet.`,
  cohort,
  /** Data files contain what only moderators see; pages don't. */
  careful: '-# It contains members’ ids and hidden entries: keep it among moderators.',
  parts: (from: number, to: number) => (from === to ? `Part ${from}.` : `Parts ${from} to ${to}.`),
  moreFollows: 'More files follow in a moment.',
  complete: (format: ExportFormat, parts: number) =>
    `That’s everything, in ${plural(parts, 'zip', 'zips')}. ${together[format]}`,
  nothingInCohort: 'Nobody has shared anything yet, so there’s nothing to export.',
};
