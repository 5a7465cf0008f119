/** Matching in a thread: the bot answers meanwhile, and a round is made although the thread fails. */
import { afterAll, describe, expect, it } from 'vitest';
import { matchBuddies, matchRoughly } from '../../../src/features/buddies/buddies-matching.js';
import { pairsOf } from '../../../src/features/buddies/buddies-matching-cost.js';
import type { MatchingTask } from '../../../src/features/buddies/buddies-model.js';
import { randomFrom, shuffled } from '../../../src/features/buddies/buddies-random.js';
import { WorkerBuddyMatcher } from '../../../src/features/buddies/buddies-worker-matcher.js';
import { cpuStall } from '../../support/stall.js';

const tags = ['sql', 'react', 'docker', 'css', 'jwt', 'graphql', 'typeorm', 'vite'];
const faults: unknown[] = [];
const matchers: WorkerBuddyMatcher[] = [];
const matcherWith = (limits: Partial<Record<'timeMs' | 'startMs', number>> = {}) => {
  const matcher = new WorkerBuddyMatcher((error) => faults.push(error), { startMs: 30_000, ...limits });
  matchers.push(matcher);
  return matcher;
};
afterAll(() => Promise.all(matchers.map((matcher) => matcher.stop())));

/** A cohort with a history of weeks, some of whom block each other. */
function cohort(size: number): MatchingTask {
  const random = randomFrom(`cohort ${size}`);
  const ids = Array.from({ length: size }, (_, place) => String(1000 + place));
  const round = (roundsAgo: number) => {
    const dealt = shuffled(ids, random);
    return Array.from({ length: Math.floor(size / 2) }, (_, pair) => ({
      members: dealt.slice(2 * pair, 2 * pair + 2),
      roundsAgo,
      met: true,
    }));
  };
  return {
    candidates: ids.map((id, place) => ({
      id,
      track: place % 3 === 0 ? 'frontend' : 'backend',
      tags: shuffled(tags, random).slice(0, 3),
      project: null,
      hours: null,
    })),
    history: [1, 2, 3, 4, 5, 6, 7, 8].flatMap(round),
    blocks: [['1000', '1001']],
    seed: 'seed',
  };
}

const togetherOf = (groups: readonly (readonly string[])[]) => groups.flatMap((group) => pairsOf(group));
const keyOf = (pair: readonly string[]) => pair.toSorted().join(' ');
const repeatsOf = (task: MatchingTask, groups: readonly (readonly string[])[]) => {
  const known = new Set(task.history.flatMap(({ members }) => pairsOf(members)).map(keyOf));
  return togetherOf(groups).filter((pair) => known.has(keyOf(pair))).length;
};

describe.each([199, 200, 2_000])('%i members', (size) => {
  it('are matched in a thread as they would be here, and hold up the event loop for less than 50 ms', async () => {
    const task = cohort(size);
    const matcher = matcherWith();
    // The thread starts with the first round, as it does in the bot.
    const { value, longestMs } = await cpuStall(() => matcher.match(task));
    expect(faults).toEqual([]);
    expect(longestMs).toBeLessThan(50);
    expect(value).toEqual(matchBuddies(task));
  });

  it.each([
    ['takes too long', { timeMs: 1 }],
    ['does not start', { startMs: 1 }],
  ])('are matched roughly when the thread %s, without holding up the event loop', async (_, limits) => {
    const task = cohort(size);
    const { value, longestMs } = await cpuStall(() => matcherWith(limits).match(task));
    expect(faults.splice(0)).toHaveLength(1);
    expect(longestMs).toBeLessThan(50);
    expect(value).toEqual(await matchRoughly(task));
    const all = [...value.groups.flat(), ...value.leftOut];
    expect(all.toSorted()).toEqual(task.candidates.map(({ id }) => id).toSorted());
    expect(value.leftOut).toEqual([]);
    expect(togetherOf(value.groups).map(keyOf)).not.toContain('1000 1001');
    expect(repeatsOf(task, value.groups)).toBe(0);
  });
});
