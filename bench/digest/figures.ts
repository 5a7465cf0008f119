/** The digest benchmark's figures in words, and whether its targets were reached. */
import type { DigestResult } from '../messages.js';

export interface MemoryFigure {
  /** Since the digests were due. */
  second: number;
  /** Bytes resident. */
  rss: number;
}

const leastPerSecond = 45;
const mostP99 = 250;
/** Memory is flat if its second half grows by no more than this part of the first. */
const flatWithin = 1.15;

export function digestTable(
  { deliveries, load }: DigestResult,
  { memory, cpu }: { memory: MemoryFigure[]; cpu: number },
): { text: string; reached: boolean } {
  const { missing, doubled, refused, requests, most, perSecond, secondsToFirst, seconds } = deliveries;
  const percentile = (part: number) =>
    load.latencies[Math.floor((load.latencies.length - 1) * part)] ?? Number.NaN;
  const mebibytes = (bytes: number) => (bytes / 1_048_576).toFixed(0);
  const half = (memory.at(-1)?.second ?? 0) / 2;
  const mostOf = (isWanted: (figure: MemoryFigure) => boolean) =>
    Math.max(...memory.filter(isWanted).map(({ rss }) => rss));
  const first = mostOf(({ second }) => second < half);
  const second = mostOf(({ second }) => second >= half);
  const targets: [string, boolean][] = [
    [`${missing} guilds without a digest, ${doubled} with more than one`, missing + doubled === 0],
    [`${refused} of ${requests} requests answered with 429; at most ${most} in a second`, refused === 0],
    [
      `${perSecond.toFixed(1)} digests a second (at least ${leastPerSecond}): the first ${secondsToFirst.toFixed(1)} s after it was due, all in ${seconds.toFixed(1)} s more`,
      perSecond >= leastPerSecond,
    ],
    [
      `meanwhile ${(load.answered / load.seconds).toFixed(0)} interactions a second: p50 ${percentile(0.5).toFixed(1)} ms, p99 ${percentile(0.99).toFixed(1)} ms (at most ${mostP99}), ${load.failed} failed`,
      percentile(0.99) <= mostP99 && load.failed === 0,
    ],
    [
      `memory: ${mebibytes(memory[0]?.rss ?? 0)} MiB before, at most ${mebibytes(first)} in the first half and ${mebibytes(second)} in the second`,
      second <= first * flatWithin,
    ],
  ];
  const lines = targets.map(([text, isReached]) => `${isReached ? 'reached' : 'MISSED '}  ${text}`);
  return {
    text: [
      ...lines,
      `${(cpu * 100).toFixed(0)} % of a core used by the bot, ${(load.driverShare * 100).toFixed(0)} % by the driver`,
    ].join('\n'),
    reached: targets.every(([, isReached]) => isReached),
  };
}
