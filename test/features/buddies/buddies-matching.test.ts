/** Matching of study buddies: by property, and in simulations over many weeks. */
import { describe, expect, it } from 'vitest';
import { matchBuddies } from '../../../src/features/buddies/buddies-matching.js';
import { isAcrossTracks, pairsOf } from '../../../src/features/buddies/buddies-matching-cost.js';
import type {
  Candidate,
  Matching,
  MatchingTask,
  PastGroup,
} from '../../../src/features/buddies/buddies-model.js';
import { randomFrom, shuffled } from '../../../src/features/buddies/buddies-random.js';

const tags = ['sql', 'react', 'docker', 'css', 'jwt', 'graphql', 'typeorm', 'vite'];

function candidate(place: number, fields: Partial<Candidate> = {}): Candidate {
  const random = randomFrom(`candidate ${place}`);
  return {
    id: String(1000 + place),
    track: place % 2 === 0 ? 'backend' : 'frontend',
    tags: shuffled(tags, random).slice(0, Math.floor(random() * 4)),
    project: null,
    hours: null,
    ...fields,
  };
}

const cohort = (size: number, fields?: (place: number) => Partial<Candidate>): Candidate[] =>
  Array.from({ length: size }, (_, place) => candidate(place, fields?.(place)));

const task = (candidates: Candidate[], more: Partial<MatchingTask> = {}): MatchingTask => ({
  candidates,
  history: [],
  blocks: [],
  seed: 'seed',
  ...more,
});

const keyOf = (one: string, other: string) => [one, other].toSorted().join(' ');

/** Plays rounds one after the other; who takes part may change from week to week. */
function simulate(weeks: number, of: (week: number) => Candidate[], blocks: [string, string][] = []) {
  const rounds: Matching[] = [];
  const partners = new Map<string, string[]>();
  for (let week = 0; week < weeks; week += 1) {
    const history = rounds.flatMap(({ groups }, past): PastGroup[] =>
      groups.map((members) => ({ members, roundsAgo: week - past, met: null })),
    );
    const leftOut = new Set(rounds.at(-1)?.leftOut);
    const candidates = of(week).map((one) => ({ ...one, wasLeftOut: leftOut.has(one.id) }));
    const round = matchBuddies({ candidates, history, blocks, seed: `week ${week}` });
    const everybody = [...round.groups.flat(), ...round.leftOut];
    expect(everybody.toSorted()).toEqual(candidates.map(({ id }) => id).toSorted());
    rounds.push(round);
    for (const [one, other] of round.groups.flatMap((group) => pairsOf(group))) {
      partners.set(one, [...(partners.get(one) ?? []), other]);
      partners.set(other, [...(partners.get(other) ?? []), one]);
    }
  }
  return { rounds, partners };
}

const different = (partners: Map<string, string[]>, { id }: Candidate) => new Set(partners.get(id)).size;
const acrossIn = ({ groups }: Matching, candidates: Candidate[]) => {
  const by = new Map(candidates.map((one) => [one.id, one]));
  return groups
    .flatMap((group) => pairsOf(group))
    .filter(([one, other]) => isAcrossTracks(by.get(one) as Candidate, by.get(other) as Candidate)).length;
};

describe('30 people over 20 weeks', () => {
  it.each([15, 10, 6, 0])('meet at least 19 different partners each with %d backend learners', (backend) => {
    const candidates = cohort(30, (place) => ({ track: place < backend ? 'backend' : 'frontend' }));
    const { rounds, partners } = simulate(20, () => candidates);
    for (const one of candidates) expect(different(partners, one)).toBeGreaterThanOrEqual(19);
    // As long as a backend learner has somebody new, every pair that can be is across tracks.
    const most = Math.min(backend, 30 - backend);
    for (const round of rounds.slice(0, most)) expect(acrossIn(round, candidates)).toBe(most);
  });

  it('meet at least 19 different partners each when they are 31, with one group of three a week', () => {
    const candidates = cohort(31);
    const { rounds, partners } = simulate(20, () => candidates);
    for (const one of candidates) expect(different(partners, one)).toBeGreaterThanOrEqual(19);
    for (const { groups, leftOut } of rounds) {
      expect(leftOut).toEqual([]);
      expect(groups.filter((group) => group.length === 3)).toHaveLength(1);
    }
    const trios = rounds.flatMap(({ groups }) => groups.filter((group) => group.length === 3)).flat();
    for (const { id } of candidates) expect(trios.filter((one) => one === id).length).toBeLessThanOrEqual(5);
  });

  it('are never matched with somebody who left, nor with somebody blocked', () => {
    const all = cohort(36);
    const random = randomFrom('coming and going');
    const blocks: [string, string][] = [
      ['1000', '1001'],
      ['1002', '1001'],
      ['1004', '1005'],
    ];
    const here = Array.from({ length: 20 }, () => all.filter(() => random() < 0.8));
    const { rounds } = simulate(20, (week) => here[week] as Candidate[], blocks);
    const blocked = new Set(blocks.map(([one, other]) => keyOf(one, other)));
    for (const [week, { groups, leftOut }] of rounds.entries()) {
      expect(leftOut).toEqual([]);
      const ids = new Set(here[week]?.map(({ id }) => id));
      for (const id of groups.flat()) expect(ids).toContain(id);
      for (const [one, other] of groups.flatMap((group) => pairsOf(group))) {
        expect(blocked).not.toContain(keyOf(one, other));
      }
    }
  });
});

describe('a small cohort', () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 9, 11, 12])('of %d repeats nobody before all have met', (size) => {
    const candidates = cohort(size, () => ({ track: null }));
    const { rounds } = simulate(12, () => candidates);
    let together = new Set<string>();
    for (const [week, { groups, leftOut }] of rounds.entries()) {
      const trios = groups.filter((group) => group.length === 3);
      expect(leftOut.length).toBeLessThanOrEqual(size % 2);
      if (size > 3) {
        for (const [one, other] of trios.flatMap((group) => pairsOf(group)))
          expect(together, `week ${week}`).not.toContain(keyOf(one, other));
      } else expect(leftOut).toEqual([]);
      const now = new Set(groups.flatMap((group) => pairsOf(group)).map(([one, other]) => keyOf(one, other)));
      // With four or more there is always somebody else than last week.
      if (size > 3) for (const pair of now) expect(together, `week ${week}`).not.toContain(pair);
      together = now;
    }
    for (const [week, { leftOut }] of rounds.entries()) {
      for (const id of leftOut) expect(rounds[week - 1]?.leftOut ?? []).not.toContain(id);
    }
  });

  it('of 10 meets everybody in 9 weeks', () => {
    const candidates = cohort(10, () => ({ track: null }));
    const { partners } = simulate(9, () => candidates);
    for (const one of candidates) expect(different(partners, one)).toBeGreaterThanOrEqual(8);
  });
});

describe('a pair', () => {
  const of = (id: string, fields: Partial<Candidate>): Candidate => ({
    ...candidate(0, { track: null, tags: [] }),
    id,
    ...fields,
  });
  it.each([
    ['tags', { tags: ['sql', 'jwt'] }],
    ['a project', { project: 'tracker' }],
    ['hours', { hours: 'evening' as const }],
    ['both tracks', undefined],
  ])('shares %s where it can', (_, shared) => {
    const candidates = shared
      ? [of('1', shared), of('2', {}), of('3', shared), of('4', {})]
      : [of('1', { track: 'backend' }), of('2', {}), of('3', { track: 'frontend' }), of('4', {})];
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      expect(matchBuddies(task(candidates, { seed })).groups).toEqual([
        ['1', '3'],
        ['2', '4'],
      ]);
    }
  });

  it('that met is kept apart although everything else speaks for it', () => {
    const like: Partial<Candidate> = { tags, project: 'tracker', hours: 'evening' };
    const candidates = [
      of('1', { ...like, track: 'backend' }),
      of('2', { ...like, track: 'frontend' }),
      of('3', { track: 'backend' }),
      of('4', { track: 'backend' }),
    ];
    const past = (met: boolean | null, roundsAgo: number) =>
      matchBuddies(task(candidates, { history: [{ members: ['1', '2'], roundsAgo, met }] })).groups[0];
    expect(past(true, 12)).not.toEqual(['1', '2']);
    expect(past(null, 12)).not.toEqual(['1', '2']);
    expect(past(false, 1)).not.toEqual(['1', '2']);
    // Those who didn't meet may try again later.
    expect(past(false, 12)).toEqual(['1', '2']);
  });

  it('that has to meet again is the one that met longest ago', () => {
    const candidates = [of('1', {}), of('2', {}), of('3', {}), of('4', {})];
    const history = [
      { members: ['1', '2'], roundsAgo: 2, met: true },
      { members: ['3', '4'], roundsAgo: 2, met: true },
      { members: ['1', '3'], roundsAgo: 3, met: true },
      { members: ['2', '4'], roundsAgo: 3, met: true },
      { members: ['1', '4'], roundsAgo: 1, met: true },
      { members: ['2', '3'], roundsAgo: 1, met: true },
    ];
    expect(matchBuddies(task(candidates, { history })).groups).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
  });
});

it('leaves out who is blocked with everybody, and nobody else', () => {
  const candidates = cohort(5);
  const blocks = candidates.slice(1).map(({ id }) => [id, '1000'] as const);
  const { groups, leftOut } = matchBuddies(task(candidates, { blocks }));
  expect(leftOut).toEqual(['1000']);
  expect(groups.flat()).toHaveLength(4);
});

it('gives the same groups for the same seed in whatever order members come, and others for another', () => {
  const candidates = cohort(40, () => ({ tags: [], track: null }));
  const once = matchBuddies(task(candidates));
  expect(matchBuddies(task(candidates.toReversed()))).toEqual(once);
  expect(matchBuddies(task(candidates, { seed: 'another' }))).not.toEqual(once);
});

describe('beyond what is matched exactly', () => {
  it('2,000 people after 20 rounds take less than 2 seconds, all across tracks and with somebody new', () => {
    const candidates = cohort(2000);
    const random = randomFrom('rounds before');
    const history = Array.from({ length: 20 }, (_, past) => {
      const ids = shuffled(candidates, random).map(({ id }) => id);
      return Array.from(
        { length: 1000 },
        (__, place): PastGroup => ({
          members: [ids[2 * place] as string, ids[2 * place + 1] as string],
          roundsAgo: past + 1,
          met: null,
        }),
      );
    }).flat();
    const startedAt = performance.now();
    const round = matchBuddies(task(candidates, { history }));
    const tookMs = performance.now() - startedAt;
    const met = new Set(history.map(({ members: [one = '', other = ''] }) => keyOf(one, other)));
    expect(round.leftOut).toEqual([]);
    expect(round.groups).toHaveLength(1000);
    for (const [one = '', other = ''] of round.groups) expect(met).not.toContain(keyOf(one, other));
    expect(acrossIn(round, candidates)).toBe(1000);
    expect(tookMs).toBeLessThan(2000);
  });

  it('an odd number makes one group of three', () => {
    const { groups, leftOut } = matchBuddies(
      task(cohort(333, (place) => ({ track: place < 100 ? 'backend' : 'frontend' }))),
    );
    expect(leftOut).toEqual([]);
    expect(groups.filter(({ length }) => length === 3)).toHaveLength(1);
  });
});

it('200 people are matched exactly in time', () => {
  const candidates = cohort(199);
  const startedAt = performance.now();
  const { groups } = matchBuddies(task(candidates));
  expect(groups).toHaveLength(99);
  expect(performance.now() - startedAt).toBeLessThan(4000);
});
