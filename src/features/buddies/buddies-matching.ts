/** Matches everybody who takes part in a round: pairs of least cost, and a group of three for an odd number. */
import { setImmediate as turn } from 'node:timers/promises';
import { heaviestMatching } from './buddies-matching-blossom.js';
import { isAcrossTracks, PairCosts, pairsOf } from './buddies-matching-cost.js';
import { type Candidate, type Matching, type MatchingTask, matchedExactlyUpTo } from './buddies-model.js';
import { randomFrom, shuffled } from './buddies-random.js';

/** Beyond what is matched exactly they are dealt into parts of about this many, each matched exactly. */
const partSize = 80;

/** In parts of this many nobody is kept waiting: each takes some milliseconds. */
const smallPartSize = 24;

/** How many are tried as the third of a group before the best is taken. */
const thirdsTried = 3;

interface Group {
  members: Candidate[];
}

/**
 * Pairs of least total cost: as few repeats as possible, those longest ago first, then as many pairs across tracks as
 * possible, then what members have in common. Exact up to `matchedExactlyUpTo` members. A member who is left over joins a
 * pair, never one with two who were together in the round before, unless there are only three. Nobody blocked is
 * matched. What isn't possible within these rules leaves members out.
 */
export function matchBuddies(task: MatchingTask): Matching {
  const { candidates, costs } = prepared(task);
  if (candidates.length <= matchedExactlyUpTo) return matchingOf(exactly(candidates, costs));
  const steps = inParts(candidates, costs, { seed: task.seed, size: partSize });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return matchingOf(step.value);
}

/** The same rules within small parts, with a pause after each in which others have their turn: good, not the best. */
export async function matchRoughly(task: MatchingTask): Promise<Matching> {
  const { candidates, costs } = prepared(task);
  const steps = inParts(candidates, costs, { seed: task.seed, size: smallPartSize });
  let step = steps.next();
  while (!step.done) {
    await turn();
    step = steps.next();
  }
  return matchingOf(step.value);
}

function prepared(task: MatchingTask): { candidates: Candidate[]; costs: PairCosts } {
  const candidates = task.candidates.toSorted((one, other) => compareIds(one.id, other.id));
  return { candidates, costs: new PairCosts({ ...task, candidates }) };
}

function matchingOf(matched: Matched): Matching {
  return {
    groups: matched.groups
      .map(({ members }) => members.map(({ id }) => id).toSorted(compareIds))
      .toSorted((one, other) => compareIds(one[0] ?? '', other[0] ?? '')),
    leftOut: matched.leftOut.map(({ id }) => id).toSorted(compareIds),
  };
}

interface Matched {
  groups: Group[];
  leftOut: Candidate[];
}

/** Tries several members as the third of a group, and takes what costs least in all. */
function exactly(candidates: readonly Candidate[], costs: PairCosts): Matched {
  const first = withThirds(pairUp(candidates, costs), costs);
  if (candidates.length % 2 === 0 || candidates.length < 5) return first;
  let best = { matched: first, cost: costOf(first, costs) };
  const thirds = candidates
    .toSorted((one, other) => costs.pairingOf(one) - costs.pairingOf(other))
    .slice(0, candidates.length <= 41 ? candidates.length : thirdsTried);
  for (const third of thirds) {
    const pairs = pairUp(
      candidates.filter((one) => one !== third),
      costs,
    );
    const matched = withThirds({ ...pairs, leftOut: [...pairs.leftOut, third] }, costs);
    const cost = costOf(matched, costs);
    if (cost < best.cost) best = { matched, cost };
  }
  return best.matched;
}

function pairUp(candidates: readonly Candidate[], costs: PairCosts): Matched {
  const mates = heaviestMatching(candidates.length, (place, otherPlace) => {
    const [one, other] = [candidates[place] as Candidate, candidates[otherPlace] as Candidate];
    const cost = costs.of(one, other);
    return cost === undefined ? 0 : costs.ceiling - cost + costs.pairingOf(one) + costs.pairingOf(other);
  });
  return {
    groups: mates.flatMap((mate, place) =>
      mate > place ? [{ members: [candidates[place] as Candidate, candidates[mate] as Candidate] }] : [],
    ),
    leftOut: candidates.filter((_, place) => (mates[place] ?? -1) < 0),
  };
}

/** Everybody left over joins the pair that costs least, where one may be joined. */
function withThirds({ groups, leftOut }: Matched, costs: PairCosts): Matched {
  const joined = [...groups];
  const still: Candidate[] = [];
  const areAll = groups.length === 1 && leftOut.length === 1;
  for (const third of leftOut) {
    let best: { place: number; cost: number } | undefined;
    for (const [place, { members }] of joined.entries()) {
      if (members.length !== 2) continue;
      const cost = joinCost(members, third, costs, areAll);
      if (cost !== undefined && (!best || cost < best.cost)) best = { place, cost };
    }
    const pair = best && joined[best.place];
    if (best && pair) joined[best.place] = { members: [...pair.members, third] };
    else still.push(third);
  }
  return { groups: joined, leftOut: still };
}

function joinCost(
  pair: readonly Candidate[],
  third: Candidate,
  costs: PairCosts,
  areAll: boolean,
): number | undefined {
  const trio = [...pair, third];
  if (!areAll && pairsOf(trio).some(([one, other]) => costs.wereTogether(one.id, other.id))) return undefined;
  let cost = 0;
  for (const member of pair) {
    const one = costs.of(member, third);
    if (one === undefined) return undefined;
    cost += one + costs.pairingOf(member);
  }
  return cost;
}

/** Leaving somebody out costs more than anything else; a group of three costs what a pair would have been worth. */
function costOf({ groups, leftOut }: Matched, costs: PairCosts): number {
  let cost = 0;
  for (const { members } of groups) {
    for (const [one, other] of pairsOf(members)) cost += costs.of(one, other) ?? 0;
    if (members.length === 3) for (const member of members) cost += costs.pairingOf(member);
  }
  for (const one of leftOut) cost += costs.ceiling + costs.pairingOf(one);
  return cost;
}

/**
 * Deals members into parts, backend and frontend learners two by two, so that no pair across tracks is lost; matches
 * each part, and then everybody who is left over together. Each part is a step.
 */
function* inParts(
  candidates: readonly Candidate[],
  costs: PairCosts,
  { seed, size }: { seed: string; size: number },
): Generator<void, Matched> {
  const random = randomFrom(`${seed} parts`);
  const of = (track: Candidate['track']) =>
    shuffled(
      candidates.filter((one) => one.track === track),
      random,
    );
  const [backend, frontend] = [of('backend'), of('frontend')];
  const across = Math.min(backend.length, frontend.length);
  const rest = shuffled(
    [...backend.slice(across), ...frontend.slice(across), ...candidates.filter(isOfNoSide)],
    random,
  );
  const parts = Array.from(
    { length: Math.max(1, Math.ceil(candidates.length / size)) },
    (): Candidate[] => [],
  );
  const smallest = () => parts.reduce((least, part) => (part.length < least.length ? part : least));
  for (let place = 0; place < across; place += 1) {
    smallest().push(backend[place] as Candidate, frontend[place] as Candidate);
  }
  // Two by two as well: then at most one part is odd.
  for (let place = 0; place < rest.length; place += 2) smallest().push(...rest.slice(place, place + 2));
  const paired: Matched[] = [];
  for (const part of parts) {
    paired.push(
      pairUp(
        part.toSorted((a, b) => compareIds(a.id, b.id)),
        costs,
      ),
    );
    yield;
  }
  const over = pairUp(
    paired.flatMap(({ leftOut }) => leftOut),
    costs,
  );
  return withThirds(
    { groups: [...paired, over].flatMap(({ groups }) => groups), leftOut: over.leftOut },
    costs,
  );
}

function isOfNoSide(one: Candidate): boolean {
  return !isAcrossTracks(one, { track: 'backend' }) && !isAcrossTracks(one, { track: 'frontend' });
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
