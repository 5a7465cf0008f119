/** The matching of greatest weight, against all matchings of small graphs. */
import { describe, expect, it } from 'vitest';
import { heaviestMatching } from '../../../src/features/buddies/buddies-matching-blossom.js';
import { randomFrom } from '../../../src/features/buddies/buddies-random.js';

/** The greatest weight that any matching has, found by trying them all. */
function greatestWeight(weights: number[][], free: readonly number[]): number {
  const [first, ...others] = free;
  if (first === undefined) return 0;
  const matched = others.map((other) => {
    const weight = weights[first]?.[other] ?? 0;
    const rest = others.filter((one) => one !== other);
    return weight > 0 ? weight + greatestWeight(weights, rest) : 0;
  });
  return Math.max(greatestWeight(weights, others), ...matched);
}

function randomWeights(size: number, density: number, heaviest: number, random: () => number): number[][] {
  const weights = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (let one = 0; one < size; one += 1) {
    for (let other = one + 1; other < size; other += 1) {
      const weight = random() < density ? 1 + Math.floor(random() * heaviest) : 0;
      for (const [a, b] of [
        [one, other],
        [other, one],
      ] as const) {
        (weights[a] as number[])[b] = weight;
      }
    }
  }
  return weights;
}

describe('heaviestMatching', () => {
  it.each([
    [0.2, 3],
    [0.4, 8],
    [0.7, 1000],
    [1, 2],
    [1, 50_000_000],
  ])('finds the greatest weight with %d of the edges and weights up to %d', (density, heaviest) => {
    const random = randomFrom(`blossom ${density} ${heaviest}`);
    for (let round = 0; round < 400; round += 1) {
      const size = 1 + Math.floor(random() * 9);
      const weights = randomWeights(size, density, heaviest, random);
      const mates = heaviestMatching(size, (one, other) => weights[one]?.[other] ?? 0);
      let weight = 0;
      for (const [one, other] of mates.entries()) {
        if (other < 0) continue;
        expect(mates[other], 'not mutual').toBe(one);
        expect(weights[one]?.[other], 'not an edge').toBeGreaterThan(0);
        weight += (weights[one]?.[other] ?? 0) / 2;
      }
      expect(weight, JSON.stringify(weights)).toBe(greatestWeight(weights, [...weights.keys()]));
    }
  });

  it('takes nothing where nothing may be matched', () => {
    expect(heaviestMatching(3, () => -5)).toEqual([-1, -1, -1]);
    expect(heaviestMatching(0, () => 1)).toEqual([]);
  });
});
