/** Words around `/readme export` and `/admin export`; those within documents are in `document.ts`. */
export const exports = {
  commands: {
    readme: 'Take away a README.md of what was shared, ready for GitHub',
    member: 'Whose README; yours when left out',
    cohort: 'Take away the whole cohort: a page a member, everything by tag, and the book of challenges',
    format: 'How the files are written',
    formats: { markdown: 'Markdown pages, in a zip' },
  },
  own: 'Here is your README, made of what you shared. It is yours to edit, and `/readme import` reads it back.',
  ofMember: (memberId: string) =>
    `Here is what <@${memberId}> shared and everyone here can see, as a README.`,
  nothingOwn:
    'There is nothing to export yet. /share one thing you learned, or hand over a README with /readme import; /profile edit adds your project.',
  nothingOf: (memberId: string) => `<@${memberId}> has not shared anything yet.`,
  cohort: (members: number) =>
    `The cohort’s pages: unpack the zip and begin with README.md. ${members === 1 ? 'One member is' : `${members} members are`} in it.`,
  nothingInCohort: 'Nobody has shared anything yet, so there is nothing to export.',
};
