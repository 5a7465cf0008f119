/** Who is asked about a challenge that stays open: the two who fit best, across tracks, not only the asker's buddies. */
import type { Track } from '../../entities/profile.js';

/** Members asked at a time. */
export const mostAsked = 2;

/** Nobody is asked again within this (ms). */
export const askedAgainAfterMs = 7 * 86_400_000;

/** Somebody who can be asked. */
export interface Askable {
  id: string;
  track: Track | null;
  /** Accepted solutions, learnings and other entries with a tag of the challenge, and how many of its tags they used. */
  accepted: number;
  learnings: number;
  others: number;
  tags: number;
  /** In the asker's newest group of study buddies. */
  isBuddy: boolean;
}

/** What worked for others says most about who can help; many of the tags say more than one of them often. */
const weights = { accepted: 8, learnings: 2, others: 1, tags: 3 } as const;

/**
 * Up to `count` of the candidates, the best first. The second is of another track than the first where there is one,
 * and not all of them are the asker's study buddies where others can be asked.
 */
export function chooseAsked(candidates: readonly Askable[], count: number): Askable[] {
  const sorted = candidates.toSorted(
    (one, other) => fitOf(other) - fitOf(one) || (BigInt(one.id) < BigInt(other.id) ? -1 : 1),
  );
  const chosen: Askable[] = [];
  while (chosen.length < count) {
    const left = sorted.filter((one) => !chosen.includes(one));
    const isLast = chosen.length === count - 1;
    const needsOther = isLast && chosen.every(({ isBuddy }) => isBuddy);
    const wanted = needsOther ? left.filter(({ isBuddy }) => !isBuddy) : left;
    const pool = wanted.length > 0 ? wanted : left;
    const next = pool.find((one) => isOfAnotherTrack(one, chosen)) ?? pool[0];
    if (!next) break;
    chosen.push(next);
  }
  return chosen;
}

function fitOf({ accepted, learnings, others, tags }: Askable): number {
  return (
    weights.accepted * accepted +
    weights.learnings * learnings +
    weights.others * others +
    weights.tags * tags
  );
}

/** Anybody is while nobody is chosen. */
function isOfAnotherTrack({ track }: Askable, chosen: readonly Askable[]): boolean {
  return chosen.every((one) => track !== null && one.track !== null && track !== one.track);
}
