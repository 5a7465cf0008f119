/** Samples of a running bot, from its own metrics, and whether they grow. */

/** What is sampled: the metric, its unit, and what it may grow by. */
export interface Series {
  name: string;
  /** A metric's name, with its labels where it has some. */
  metric: string;
  unit: string;
  /** Metric values per unit. */
  per: number;
  /** Whether the lowest of several samples tells: of memory, what is left after a collection. */
  isFloor?: boolean;
  /** By how much more the last third may have than the one before it; undefined: it is only shown. */
  growth?: { share: number; plus: number };
}

const mebibyte = 2 ** 20;

export const allSeries: readonly Series[] = [
  {
    name: 'resident memory',
    metric: 'process_resident_memory_bytes',
    unit: 'MiB',
    per: mebibyte,
    isFloor: true,
    growth: { share: 0.1, plus: 15 },
  },
  {
    name: 'heap used',
    metric: 'nodejs_heap_size_used_bytes',
    unit: 'MiB',
    per: mebibyte,
    isFloor: true,
    growth: { share: 0.1, plus: 5 },
  },
  {
    name: 'open files',
    metric: 'process_open_fds',
    unit: '',
    per: 1,
    growth: { share: 0, plus: 5 },
  },
  {
    name: 'handles',
    metric: 'nodejs_active_handles_total',
    unit: '',
    per: 1,
    growth: { share: 0, plus: 5 },
  },
  {
    name: 'pool, in use',
    metric: 'nexus_database_connections{state="used"}',
    unit: '',
    per: 1,
    growth: { share: 0, plus: 3 },
  },
  {
    name: 'pool, waiting',
    metric: 'nexus_database_connections{state="waiting"}',
    unit: '',
    per: 1,
    growth: { share: 0, plus: 3 },
  },
  { name: 'event-loop lag, p99', metric: 'nodejs_eventloop_lag_p99_seconds', unit: 'ms', per: 1 / 1_000 },
];

export interface Sample {
  /** Seconds since the start. */
  at: number;
  /** In the order of `allSeries`. */
  values: number[];
}

/**
 * Reads the metrics' text.
 * @throws when a metric is missing: then nothing would be watched
 */
export function readSample(text: string, at: number): Sample {
  return { at, values: allSeries.map(({ metric, per }) => valueOf(text, metric) / per) };
}

/** A metric's value, summed over labels that aren't named. */
export function valueOf(text: string, metric: string): number {
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith(`${metric} `) || line.startsWith(`${metric}{`));
  if (lines.length === 0) throw new Error(`The bot has no metric ${metric}.`);
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

export interface Verdict {
  name: string;
  unit: string;
  middle: number;
  last: number;
  peak: number;
  grows: boolean;
}

/** Compares the last third with the one before it; the first is for compilers and caches to warm up. */
export function verdictsOf(samples: readonly Sample[]): Verdict[] {
  const third = Math.floor(samples.length / 3);
  return allSeries.map(({ name, unit, isFloor, growth }, place) => {
    const values = samples.map((sample) => sample.values[place] ?? 0);
    const level = (part: readonly number[]) => (isFloor ? median(floors(part)) : median(part));
    const middle = level(values.slice(third, 2 * third));
    const last = level(values.slice(2 * third));
    const grows = growth !== undefined && last > middle * (1 + growth.share) + growth.plus;
    return { name, unit, middle, last, peak: Math.max(...values), grows };
  });
}

/** The lowest of each few samples in a row. */
function floors(values: readonly number[]): number[] {
  const few = 6;
  const groups = Array.from({ length: Math.ceil(values.length / few) }, (_, group) =>
    values.slice(group * few, (group + 1) * few),
  );
  return groups.map((group) => Math.min(...group));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function csvOf(samples: readonly Sample[]): string {
  const rows = samples.map(({ at, values }) => [at, ...values].map((value) => value.toFixed(1)).join(','));
  const names = ['seconds', ...allSeries.map(({ name, unit }) => (unit ? `${name} (${unit})` : name))];
  return `${[names.map((name) => `"${name}"`).join(','), ...rows].join('\n')}\n`;
}
