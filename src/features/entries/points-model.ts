/** What contributions earn. Imported, hidden and deleted entries earn nothing. */

export const points = { accepted: 5, learning: 2, solution: 1, challenge: 1, helpful: 1 } as const;

/** Helpful counts at most so often a week from one member to another. */
export const helpfulAWeek = 5;
