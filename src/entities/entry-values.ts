/** What entries may be and hold, apart from the table: worker threads read it without TypeORM. */

export const entryTypes = ['learning', 'challenge', 'solution'] as const;
export type EntryType = (typeof entryTypes)[number];

export const learningKinds = [
  'technology',
  'concept',
  'practice',
  'takeaway',
  'collaboration',
  'resource',
  'goal',
] as const;
export type LearningKind = (typeof learningKinds)[number];

/** Bounds in UTF-16 units, as Discord's forms count. The database's own checks count characters and are never stricter. */
export const entryBounds = { title: 120, body: 4000, link: 1000, tags: 5, tag: 32 } as const;

/** How long a deleted entry can be restored (days). */
export const restorableDays = 30;
