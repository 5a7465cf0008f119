/** What a pair of buddies costs: meeting again costs most, then being of the same track, then having little in common. */
import { type Candidate, type MatchingTask, matchedExactlyUpTo } from './buddies-model.js';
import { hashOf } from './buddies-random.js';

/** What members have in common, in points: never enough to outweigh a track or a repeat. */
const points = { tag: 8, mostTags: 4, project: 24, hours: 16, spread: 3 } as const;
const mostPoints = points.tag * points.mostTags + points.project + points.hours + points.spread;

/** Groups that didn't meet count as met for so many rounds, so that nobody gets the same name twice in a row. */
const unmetCountsFor = 3;

/** How much the newest meeting adds to a repeat, and how much of it is left a round later. */
const recency = { newest: 2, keptPerRound: 0.75 } as const;

/** Groups of three beyond this many make no more difference. */
const mostTrios = 10;

/** A repeat is this many steps, so that weights of meetings stay integers. */
const stepsPerRepeat = 20;

/** Costs of pairs in one round, all of them integers. */
export class PairCosts {
  /** Above every cost of a pair: the weight of a pair is this minus its cost. */
  readonly ceiling: number;
  private readonly sameTrack: number;
  private readonly step: number;
  private readonly meetings = new Map<string, number>();
  private readonly repeats = new Map<string, number>();
  private readonly together = new Set<string>();
  private readonly blocked: ReadonlySet<string>;
  private readonly trios = new Map<string, number>();
  private readonly seed: string;

  constructor({ candidates, history, blocks, seed }: MatchingTask) {
    // Larger cohorts are matched in parts.
    const pairs = Math.ceil(Math.min(candidates.length, matchedExactlyUpTo) / 2) + 1;
    this.seed = seed;
    this.sameTrack = pairs * (mostPoints + 1);
    this.step = pairs * (this.sameTrack + mostPoints + 1);
    this.blocked = new Set(blocks.map(([one, other]) => keyOf(one, other)));
    const known = new Set<string>();
    for (const { members, roundsAgo, met } of history.toSorted((a, b) => b.roundsAgo - a.roundsAgo)) {
      if (members.length === 3) for (const id of members) add(this.trios, id, 1);
      for (const [one, other] of pairsOf(members)) {
        const key = keyOf(one, other);
        if (roundsAgo === 1) this.together.add(key);
        if (met === false && roundsAgo > unmetCountsFor) continue;
        if (known.has(key)) for (const id of [one, other]) add(this.repeats, id, 1);
        known.add(key);
        add(this.meetings, key, meetingSteps(roundsAgo));
      }
    }
    let most = 0;
    for (const steps of this.meetings.values()) most = Math.max(most, steps);
    let mostRepeats = 0;
    for (const count of this.repeats.values()) mostRepeats = Math.max(mostRepeats, count);
    const dearest = (most + 2 * mostRepeats) * this.step + this.sameTrack + mostPoints + 1;
    this.ceiling = (pairs + 1) * (dearest + 2 * (stepsPerRepeat * 3) * this.step);
  }

  /** From 0 up to below `ceiling`; undefined for two who are never matched. */
  of(one: Candidate, other: Candidate): number | undefined {
    const key = keyOf(one.id, other.id);
    if (this.blocked.has(key)) return undefined;
    const meetings = this.meetings.get(key) ?? 0;
    // Those who had a repeat before are spared another one.
    const repeats = meetings > 0 ? this.repeatsOf(one.id) + this.repeatsOf(other.id) : 0;
    const track = isAcrossTracks(one, other) ? 0 : this.sameTrack;
    return (meetings + repeats) * this.step + track + mostPoints - this.pointsOf(one, other, key);
  }

  /** What it is worth that somebody is in a pair: groups of three go round, and nobody is left out twice in a row. */
  pairingOf({ id, wasLeftOut }: Candidate): number {
    if (wasLeftOut) return stepsPerRepeat * 2 * this.step;
    return 3 * Math.min(this.trios.get(id) ?? 0, mostTrios) * this.sameTrack;
  }

  /** Whether these two were together in the round before. */
  wereTogether(one: string, other: string): boolean {
    return this.together.has(keyOf(one, other));
  }

  private repeatsOf(id: string): number {
    return this.repeats.get(id) ?? 0;
  }

  private pointsOf(one: Candidate, other: Candidate, key: string): number {
    const shared = one.tags.filter((tag) => other.tags.includes(tag)).length;
    return (
      points.tag * Math.min(shared, points.mostTags) +
      (one.project !== null && one.project === other.project ? points.project : 0) +
      (one.hours !== null && one.hours === other.hours ? points.hours : 0) +
      (hashOf(`${this.seed} ${key}`) % (points.spread + 1))
    );
  }
}

/** A backend with a frontend learner. */
export function isAcrossTracks(one: Pick<Candidate, 'track'>, other: Pick<Candidate, 'track'>): boolean {
  return (
    (one.track === 'backend' && other.track === 'frontend') ||
    (one.track === 'frontend' && other.track === 'backend')
  );
}

/** All pairs within a group. */
export function pairsOf<Item>(members: readonly Item[]): [Item, Item][] {
  return members.flatMap((one, place) => members.slice(place + 1).map((other): [Item, Item] => [one, other]));
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function meetingSteps(roundsAgo: number): number {
  const added = recency.newest * recency.keptPerRound ** (roundsAgo - 1);
  return Math.round(stepsPerRepeat * (1 + added));
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
