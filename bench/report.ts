/** The benchmark's figures as plain tables, and its targets with whether each was reached. */
import type { BotName, ImportResult } from './messages.js';
import type { Part } from './payloads.js';

/** One bot with one kind of interaction. */
export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  /** CPU time of the bot per interaction (ms). */
  cpu: number;
  driverShare: number;
  failed: number;
}

export type PartFigures = Record<BotName, Figures>;

export interface ProcessFigures {
  /** Resident bytes after the load that used the most. */
  rss: number;
  secondsToReady: number;
}

export interface MixedFigures {
  p50: number;
  p99: number;
  perSecond: number;
  failed: number;
}

export interface Target {
  text: string;
  reached: boolean;
}

const titles: Record<Part, string> = {
  share: '/share',
  search: '/search',
  autocomplete: 'autocomplete of /entry view',
  view: '/entry view',
  leaderboard: '/leaderboard',
};

/** Above this, the driver would be what is measured. */
const driverLimit = 0.8;

export function partTable(part: Part, figures: PartFigures): string {
  const rows = (['pong', 'raw', 'nexus'] as const).map((bot) => {
    const { perSecond, p50, p99, cpu, driverShare, failed } = figures[bot];
    return [
      bot,
      perSecond.toFixed(0),
      p50.toFixed(1),
      p99.toFixed(1),
      cpu.toFixed(3),
      (figures.pong.cpu / cpu).toFixed(2),
      (figures.raw.cpu / cpu).toFixed(2),
      (perSecond / figures.raw.perSecond).toFixed(2),
      `${(driverShare * 100).toFixed(0)} %${driverShare > driverLimit ? ' (!)' : ''}`,
      String(failed),
    ];
  });
  const head = [
    '',
    'a second',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'pong/own',
    'raw/own',
    'rate/raw',
    'driver',
    'failed',
  ];
  return `${titles[part]}\n${table([head, ...rows])}`;
}

export function mixedTable(figures: Record<'raw' | 'nexus', MixedFigures>, eachSecond: number): string {
  const rows = (['raw', 'nexus'] as const).map((bot) => [
    bot,
    figures[bot].perSecond.toFixed(0),
    figures[bot].p50.toFixed(1),
    figures[bot].p99.toFixed(1),
    String(figures[bot].failed),
  ]);
  return `mixed, ${eachSecond} a second\n${table([['', 'a second', 'p50 ms', 'p99 ms', 'failed'], ...rows])}`;
}

/** Times of imports (ms), the bot's CPU for each and its memory right after the last, and the rows they inserted. */
export function importTable(
  { preview, keep }: ImportResult,
  usage: { cpuMs: number; rss: number },
  rows: { each: number; transactions: number },
): string {
  const whole = preview.map((milliseconds, index) => milliseconds + (keep[index] ?? 0));
  const middle = (values: readonly number[]) =>
    [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)]?.toFixed(0) ?? '';
  const most = (values: readonly number[]) => Math.max(...values).toFixed(0);
  const lines = Object.entries({ 'to the preview': preview, 'preview to the last row': keep, whole });
  return [
    `/readme import, ${preview.length} READMEs, ${rows.each} rows each in ${rows.transactions} transaction`,
    `${usage.cpuMs.toFixed(0)} ms of the bot's CPU each, ${(usage.rss / 1_048_576).toFixed(0)} MiB right after the last`,
    table([
      ['', 'p50 ms', 'most ms'],
      ...lines.map(([name, values]) => [name, middle(values), most(values)]),
    ]),
  ].join('\n');
}

export function processTable(figures: Record<BotName, ProcessFigures>): string {
  const rows = (['pong', 'raw', 'nexus'] as const).map((bot) => [
    bot,
    (figures[bot].rss / 1_048_576).toFixed(0),
    (figures[bot].rss / figures.pong.rss).toFixed(2),
    figures[bot].secondsToReady.toFixed(2),
  ]);
  return `process\n${table([['', 'RSS MiB', 'of pong', 's to ready'], ...rows])}`;
}

export function targetsOf(
  parts: Partial<Record<Part, PartFigures>>,
  mixed: MixedFigures | undefined,
  processes: Record<BotName, ProcessFigures>,
): Target[] {
  const { share, search, autocomplete, view, leaderboard } = parts;
  const rss = processes.nexus.rss / processes.pong.rss;
  return [
    ...(share ? [atLeast("/share: raw's CPU / ours", share.raw.cpu / share.nexus.cpu, 0.5)] : []),
    ...(view ? [atLeast("/entry view: raw's CPU / ours", view.raw.cpu / view.nexus.cpu, 0.8)] : []),
    ...(search
      ? [atLeast("/search: our rate / raw's", search.nexus.perSecond / search.raw.perSecond, 1.5)]
      : []),
    ...(autocomplete
      ? [
          atLeast(
            "autocomplete: our rate / raw's",
            autocomplete.nexus.perSecond / autocomplete.raw.perSecond,
            2,
          ),
        ]
      : []),
    ...(leaderboard
      ? [
          atLeast(
            "/leaderboard: our rate / a running total's",
            leaderboard.nexus.perSecond / leaderboard.raw.perSecond,
            1,
          ),
        ]
      : []),
    ...(mixed ? [atMost('mixed, p99 in ms', mixed.p99, 60)] : []),
    atMost("RSS: ours / pong's", rss, 1),
  ];
}

const atLeast = (text: string, value: number, least: number): Target => ({
  text: `${text} ${value.toFixed(2)} (at least ${least})`,
  reached: value >= least,
});

const atMost = (text: string, value: number, most: number): Target => ({
  text: `${text} ${value.toFixed(2)} (at most ${most})`,
  reached: value <= most,
});

function table(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
