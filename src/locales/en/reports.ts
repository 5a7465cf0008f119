/** Words of reporting an entry: the form, its reasons, and the thanks. */
import type { ReportReason } from '../../entities/report.js';

export const reports = {
  commands: { menu: 'Report to moderators' },
  form: {
    title: (number: number) => `Report #${number}`,
    reason: 'What is wrong with it?',
    note: 'Anything the moderators should know?',
    notePlaceholder: 'You can leave this empty',
  },
  reasons: {
    spam: { name: 'Spam', hint: 'Advertising, or the same again and again' },
    harassment: { name: 'Harassment', hint: 'It attacks or insults somebody' },
    misleading: { name: 'Wrong or misleading', hint: 'Following it would do harm' },
    'private-data': { name: 'Private data', hint: 'A password, a key, or somebody’s personal details' },
    'off-topic': { name: 'Off topic', hint: 'It has nothing to do with learning here' },
    other: { name: 'Something else', hint: 'Say what it is in the note' },
  } satisfies Record<ReportReason, { name: string; hint: string }>,
  thanks: (number: number) =>
    `Thank you for looking out for the others. The moderators will look at **#${number}** and decide; there is nothing more for you to do. Only they see who reported it.`,
};
