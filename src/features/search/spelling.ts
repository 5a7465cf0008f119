/** How similar the spelling of two words is. */

/**
 * The letters put in, left out, exchanged, or swapped with their neighbour that turn one word into the other
 * (optimal string alignment).
 */
export function spellingDistance(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(beforeLast, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      current.push(Math.min(at(last, j) + 1, at(current, j - 1) + 1, exchanged, swapped));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

/** The few of the near words that are worth asking about, the nearest first. */
export function likeliest(typed: string, near: readonly string[], limit: number): string[] {
  const bound = lettersThatMayBeOff(typed);
  return near
    .map((word) => ({ word, cost: spellingCost(typed, word), distance: spellingDistance(typed, word) }))
    .filter(({ distance }) => distance <= bound)
    .sort((one, other) => one.cost - other.cost || (one.word < other.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word);
}

/** How many letters may be off. */
export function lettersThatMayBeOff(typed: string): number {
  return [...typed].length < 4 ? 1 : 2;
}

/** The distance, with a little for what people seldom get wrong: the first letter, and the length. */
export function spellingCost(typed: string, word: string): number {
  return (
    spellingDistance(typed, word) +
    (typed[0] === word[0] ? 0 : 0.4) +
    0.1 * Math.abs(typed.length - word.length)
  );
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
