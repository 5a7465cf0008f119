/** The plot of a soak: one small chart for each series, with its own scale from 0 on. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { allSeries, type Sample } from './samples.js';

/** Pixels. */
const width = 720;
const chartHeight = 86;
const plot = { left: 54, right: 700, top: 24, bottom: 72 };
/** So many points tell the same as thousands, in a small file. */
const points = 240;

const colours = {
  background: '#ffffff',
  text: '#24292f',
  quiet: '#57606a',
  grid: '#d8dee4',
  line: '#0969da',
};

/** An SVG of its own background, so that it reads alike on light and dark pages. */
export function plotOf(samples: readonly Sample[], title: string): string {
  const end = samples.at(-1)?.at ?? 1;
  const height = 36 + allSeries.length * chartHeight;
  const charts = allSeries.map((_, place) => chart(samples, place, end, 30 + place * chartHeight));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="${colours.text}" role="img">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.background}"/>`,
    `<text x="12" y="22" font-size="14" font-weight="bold">${title}</text>`,
    ...charts,
    '</svg>',
    '',
  ].join('\n');
}

function chart(samples: readonly Sample[], place: number, end: number, offset: number): string {
  const series = allSeries[place];
  const step = Math.max(1, Math.ceil(samples.length / points));
  const values = samples.map((sample) => sample.values[place] ?? 0);
  // Of each step the highest: a peak must not vanish.
  const shown = samples.flatMap((sample, index) =>
    index % step === 0
      ? [[sample.at, Math.max(...values.slice(index, index + step))] as [number, number]]
      : [],
  );
  const x = scaleLinear([0, end], [plot.left, plot.right]);
  const y = scaleLinear([0, Math.max(1, ...values)], [plot.bottom, plot.top]).nice(2);
  const path = line(
    ([at]) => x(at),
    ([, value]) => y(value),
  ).digits(1)(shown);
  const ticks = y
    .ticks(2)
    .map(
      (tick) =>
        `<path d="M${plot.left} ${y(tick)}H${plot.right}" stroke="${colours.grid}"/><text x="${plot.left - 6}" y="${y(tick) + 4}" text-anchor="end" fill="${colours.quiet}">${tick}</text>`,
    );
  const minutes = x
    .ticks(6)
    .map(
      (tick) =>
        `<text x="${x(tick).toFixed(1)}" y="${plot.bottom + 12}" text-anchor="middle" fill="${colours.quiet}" font-size="9">${+(tick / 60).toFixed(1)} min</text>`,
    );
  const name = series?.unit ? `${series.name}, ${series.unit}` : series?.name;
  return `<g transform="translate(0 ${offset})"><text x="${plot.left}" y="14">${name}</text>${ticks.join('')}${minutes.join('')}<path d="${path}" fill="none" stroke="${colours.line}" stroke-width="1.3"/></g>`;
}
