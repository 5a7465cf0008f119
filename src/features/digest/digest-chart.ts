/** Bar charts, the digest's of days and the figures' of weeks: entries by type, as a drawing (SVG) and as text for those who do not see it. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { shorten } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { type ChartSeries, chartSeries, chartWeeks, type DailyCount } from './digest-history-model.js';

export interface Drawing {
  svg: string;
  /** The same in words, at most 1,024 characters (Discord's bound of a description). */
  description: string;
}

/** A drawing that was painted. */
export interface Picture {
  png: Buffer;
  description: string;
}

const descriptionLimit = 1_024;

/** Pixels; small, since on a phone the picture is as wide as the screen and its text must still be read. */
const size = { width: 400, height: 240 };
const plot = { left: 34, right: 386, top: 76, bottom: 206 };

/**
 * The picture brings its own background, so that it looks the same in Discord's dark and light themes. The series differ in
 * lightness as well as in hue.
 */
const colours = {
  background: '#232634',
  text: '#f2f3f8',
  quiet: '#b3b8cc',
  line: '#3d4257',
  learning: '#6ea8fe',
  challenge: '#ffc94d',
  solution: '#2fb89a',
} as const;

type ChartWords = Catalogue['digestChart'];

/** Bars of a day each: every second week is named, and a week's bars are told together. */
const daily: BarUse = { named: 14, together: 7 };

interface BarUse {
  /** The first of so many bars is named below it. */
  named: number;
  /** So many bars make a week. */
  together: number;
}

/** Of `days`, oldest first; undefined when nothing was shared on any of them. */
export function digestChart(words: Catalogue, days: readonly DailyCount[]): Drawing | undefined {
  return barChart(words.digestChart, days, daily);
}

/** Bars of a week each, oldest first; undefined when nothing was shared in any of them. */
export function weeklyChart(words: Catalogue, weeks: readonly DailyCount[]): Drawing | undefined {
  return barChart(words.stats.chart, weeks, { named: 2, together: 1 });
}

/** A member's own weeks, oldest first; undefined when nothing was shared in any of them. */
export function ownWeeksChart(words: Catalogue, weeks: readonly DailyCount[]): Drawing | undefined {
  const period = () => words.exports.weeks(weeks.length);
  // More than five dates do not fit below the bars.
  const named = Math.ceil(weeks.length / 5);
  return barChart({ ...words.stats.chart, period }, weeks, { named, together: 1 });
}

function barChart(words: ChartWords, bars: readonly DailyCount[], use: BarUse): Drawing | undefined {
  if (bars.every((bar) => totalOf(bar) === 0)) return undefined;
  return {
    svg: svgOf(words, bars, use),
    description: shorten(descriptionOf(words, bars, use), descriptionLimit),
  };
}

interface Painter {
  paint(svg: string): Promise<Buffer | undefined>;
}

/** The chart of a digest as the painter gives it; undefined when there is nothing to draw, or no picture came. */
export async function digestPicture(
  words: Catalogue,
  { chart }: { chart: readonly DailyCount[] },
  painter: Painter,
): Promise<Picture | undefined> {
  return painted(digestChart(words, chart), painter);
}

/** A drawing as the painter gives it. */
export async function painted(drawing: Drawing | undefined, painter: Painter): Promise<Picture | undefined> {
  const png = drawing && (await painter.paint(drawing.svg));
  return png && { png, description: drawing.description };
}

function svgOf(words: ChartWords, days: readonly DailyCount[], { named }: BarUse): string {
  const across = scaleBand()
    .domain(days.map(({ date }) => date))
    .range([plot.left, plot.right])
    .paddingInner(0.28);
  const up = scaleLinear()
    .domain([0, Math.max(4, ...days.map(totalOf))])
    .nice(4)
    .range([plot.bottom, plot.top]);
  const levels = up.ticks(4).filter(Number.isInteger);
  const stacked = stack<DailyCount, ChartSeries>().keys(chartSeries)([...days]);
  const bars = stacked.map((series) => {
    const shown = series.flatMap(([from, to], index) => {
      if (from === to) return [];
      const [bottom, top] = [up(from), up(to)];
      // A sliver of the background parts one series from the next.
      const gap = from > 0 && bottom - top > 3 ? 1 : 0;
      const x = across(days[index]?.date ?? '') ?? 0;
      const width = round(across.bandwidth());
      return [`M${round(x)} ${round(top)}h${width}V${round(bottom - gap)}h${-width}z`];
    });
    return `<path fill="${colours[series.key]}" d="${shown.join('')}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    `<rect width="${size.width}" height="${size.height}" rx="10" fill="${colours.background}"/>`,
    label(16, 28, words.title, { size: 17, weight: 700 }),
    label(size.width - 14, 28, words.period(chartWeeks), { size: 14, fill: colours.quiet, anchor: 'end' }),
    ...legend(words.series, days),
    ...levels.flatMap((level) => [
      `<path stroke="${colours.line}" d="M${plot.left} ${round(up(level))}H${plot.right}"/>`,
      label(plot.left - 7, up(level) + 4.5, String(level), { size: 13, fill: colours.quiet, anchor: 'end' }),
    ]),
    ...bars,
    ...days
      .filter((_, index) => index % named === 0)
      .map(({ date }) =>
        label(across(date) ?? 0, size.height - 14, words.day(date), { size: 14, fill: colours.quiet }),
      ),
    '</svg>',
  ].join('');
}

/** What each colour stands for, and how many there were in all. */
function legend(names: Record<ChartSeries, string>, days: readonly DailyCount[]): string[] {
  const told = chartSeries.map((series) => ({ series, words: `${names[series]} ${sumOf(days, series)}` }));
  // As much room for each as its words take, the square before them and some space included.
  const lengths = told.map(({ words }) => words.length + 4);
  const perLetter = (size.width - 32) / lengths.reduce((sum, length) => sum + length, 0);
  let x = 16;
  return told.flatMap(({ series, words }, index) => {
    const at = x;
    x += (lengths[index] ?? 0) * perLetter;
    return [
      `<rect x="${round(at)}" y="44" width="12" height="12" rx="2" fill="${colours[series]}"/>`,
      label(at + 18, 55, words, { size: 14 }),
    ];
  });
}

function descriptionOf(words: ChartWords, days: readonly DailyCount[], { together }: BarUse): string {
  const totals = countsOf(days);
  const busiest = days.reduce((most, day) => (totalOf(day) > totalOf(most) ? day : most));
  const weeks = Array.from({ length: Math.ceil(days.length / together) }, (_, week) =>
    days.slice(together * week, together * (week + 1)),
  );
  return [
    words.description(days[0]?.date ?? '', days.at(-1)?.date ?? '', totals),
    words.busiest(busiest.date, totalOf(busiest)),
    words.weeks(weeks.map((week) => words.week(week[0]?.date ?? '', countsOf(week)))),
  ].join(' ');
}

function label(
  x: number,
  y: number,
  content: string,
  style: { size: number; weight?: number; fill?: string; anchor?: 'end' },
): string {
  const { size: fontSize, weight = 400, fill = colours.text, anchor = 'start' } = style;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${fontSize}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

function countsOf(days: readonly DailyCount[]): Record<ChartSeries, number> {
  return {
    learning: sumOf(days, 'learning'),
    challenge: sumOf(days, 'challenge'),
    solution: sumOf(days, 'solution'),
  };
}

function sumOf(days: readonly DailyCount[], series: ChartSeries): number {
  return days.reduce((sum, day) => sum + day[series], 0);
}

function totalOf(day: DailyCount): number {
  return chartSeries.reduce((sum, series) => sum + day[series], 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
