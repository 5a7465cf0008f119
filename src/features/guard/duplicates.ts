/** Whether somebody submitted the same, or nearly the same, within a day. */
import { areNear } from './likeness.js';
import type { GuildWork, Work } from './recent-work.js';

/** The same words of two members are no accident from this length on (UTF-16 units). */
const longEnough = 120;

/** A member's own entries that are compared closely. */
const comparedAtMost = 50;

/** What is about to be stored. */
export type Offered = Omit<Work, 'authorId' | 'handedInBy' | 'at' | 'number'>;

/** The entry that was there before, and how it is like the new one: by the same author, nearly so, or by another. */
export interface Duplicate {
  work: Work;
  likeness: 'same' | 'near' | 'of-another';
}

export function duplicateOf(recent: GuildWork, authorId: string, offered: Offered): Duplicate | undefined {
  const { likeness, type, challengeNumber, draftId } = offered;
  if (!likeness) return undefined;
  const isLong = likeness.length >= longEnough;
  const isComparable = (work: Work) =>
    work.type === type &&
    // The database lets one draft become one entry.
    (draftId === undefined || work.draftId !== draftId) &&
    // A short answer may fit two challenges.
    (isLong || work.challengeNumber === challengeNumber);
  const same = recent.saying(likeness).filter(isComparable);
  const own = same.findLast((work) => work.authorId === authorId);
  if (own) return { work: own, likeness: 'same' };
  const ofAnother = isLong ? same.at(-1) : undefined;
  if (ofAnother) return { work: ofAnother, likeness: 'of-another' };
  if (!likeness.sketch) return undefined;
  const near = recent
    .by(authorId)
    .slice(-comparedAtMost)
    .findLast((work) => isComparable(work) && work.likeness && areNear(work.likeness, likeness));
  return near && { work: near, likeness: 'near' };
}
