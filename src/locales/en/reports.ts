/** Copy of reporting an entry: the form, its reasons, and the thanks. */
import type { ReportReason } from '../../entities/report.js';

export const reports = {
  commands: { menu: 'Report to moderators' },
  form: {
    title: (number: number) => `Report #${number}`,
    reason: 'What’s wrong with it?',
    note: 'Anything the moderators should know?',
    notePlaceholder: 'You can leave this empty',
  },
  reasons: {
    spam: { name: 'Spam', hint: 'Advertising, or the same thing again and again' },
    harassment: { name: 'Harassment', hint: 'It attacks or insults someone' },
    misleading: { name: 'Wrong or misleading', hint: 'Following it could do harm' },
    'private-data': { name: 'Private data', hint: 'A password, a key, or someone’s personal details' },
    'off-topic': { name: 'Off topic', hint: 'It has nothing to do with learning' },
    other: { name: 'Something else', hint: 'Explain it in the note' },
  } satisfies Record<ReportReason, { name: string; hint: string }>,
  thanks: (number: number) =>
    `Thank you for looking out for others. The moderators will look at **#${number}** and decide; there’s nothing more for you to do. Only they can see who reported it.`,
};
