/** Words around `/readme export` and `/admin export`; those within documents are in `document.ts`. */
import type { ExportFormat } from '../../entities/cohort-export.js';
import { plural } from './plural.js';

/** How to begin with what was taken away. */
const cohort: Record<ExportFormat, string> = {
  markdown: 'The cohort’s pages: unpack the zip and begin with README.md.',
  json: 'The cohort as JSON: unpack the zip, and cohort.json holds all of it.',
  csv: 'The cohort as tables: unpack the zip, and open each file as a spreadsheet.',
};

/** Of several zips. */
const together: Record<ExportFormat, string> = {
  markdown: 'Unpack them all into one folder and begin with README.md.',
  json: 'Each holds a part of every list: put the lists of all parts one behind the other.',
  csv: 'A table that goes on in a later part has that part’s number in its name.',
};

export const exports = {
  commands: {
    readme: 'Take away a README.md of what was shared, ready for GitHub',
    member: 'Whose README; yours when left out',
    cohort: 'Take away the whole cohort: as pages to read, or as data',
    format: 'How the files are written; pages when left out',
    formats: {
      markdown: 'Markdown pages: one a member, everything by tag, the book of challenges',
      json: 'JSON: everything that is kept, for programs',
      csv: 'CSV: a table each, for spreadsheets',
    } satisfies Record<ExportFormat, string>,
  },
  own: 'Here is your README, made of what you shared. It is yours to edit, and `/readme import` reads it back.',
  ofMember: (memberId: string) =>
    `Here is what <@${memberId}> shared and everyone here can see, as a README.`,
  longReadme: 'It is long, so it comes in several files; each can be read back by itself.',
  nothingOwn:
    'There is nothing to export yet. /share one thing you learned, or hand over a README with /readme import; /profile edit adds your project.',
  nothingOf: (memberId: string) => `<@${memberId}> has not shared anything yet.`,
  cohort,
  /** Data hold what only moderators see; pages do not. */
  careful: '-# It holds members’ ids and hidden entries: keep it among yourselves.',
  parts: (from: number, to: number) => (from === to ? `Part ${from}.` : `Parts ${from} to ${to}.`),
  moreFollows: 'More follow in a moment.',
  complete: (format: ExportFormat, parts: number) =>
    `That is all of it, in ${plural(parts, 'zip', 'zips')}. ${together[format]}`,
  nothingInCohort: 'Nobody has shared anything yet, so there is nothing to export.',
};
