/** The digest's chart: what it draws, and what it says to those who do not see it. */
import { expect, it } from 'vitest';
import { digestChart } from '../../../src/features/digest/digest-chart.js';
import { catalogues } from '../../../src/locales/catalogue.js';
import { en } from '../../../src/locales/en/index.js';
import { days } from '../../support/digest-content.js';

it('says in words what it shows', () => {
  expect(digestChart(en, days())?.description).toMatchInlineSnapshot(
    `"Bar chart of entries shared per day, 20 Jan to 16 Mar: 84 learnings, 8 challenges, 8 solutions in total. The busiest day was Sunday 8 February, with 5 entries. Week by week: week of 20 Jan, 9 learnings, 1 challenge, 2 solutions; week of 27 Jan, 10 learnings, 1 challenge, 0 solutions; week of 3 Feb, 11 learnings, 1 challenge, 2 solutions; week of 10 Feb, 12 learnings, 1 challenge, 0 solutions; week of 17 Feb, 9 learnings, 1 challenge, 2 solutions; week of 24 Feb, 10 learnings, 1 challenge, 0 solutions; week of 3 Mar, 11 learnings, 1 challenge, 2 solutions; week of 10 Mar, 12 learnings, 1 challenge, 0 solutions."`,
  );
});

it('is not drawn when there is nothing to show', () => {
  expect(
    digestChart(
      en,
      days(() => ({ learning: 0, challenge: 0, solution: 0 })),
    ),
  ).toBeUndefined();
  expect(digestChart(en, [])).toBeUndefined();
});

it.each(Object.entries(catalogues))(
  'stays within Discord’s bound of a description at its longest (%s)',
  (_, words) => {
    const most = { learning: 1_000_000, challenge: 1_000_000, solution: 1_000_000 };
    const chart = digestChart(
      words,
      days(() => most),
    );
    expect(chart?.description.length).toBeLessThanOrEqual(1_024);
    expect(chart?.description).not.toMatch(/…$/);
  },
);

it('draws each series in a colour of its own, every bar within the plot', () => {
  const svg =
    digestChart(
      en,
      days((index) => ({ learning: index, challenge: 1, solution: 9 })),
    )?.svg ?? '';
  const bars = [...svg.matchAll(/<path fill="(#\w{6})" d="([^"]+)"/g)];
  expect(new Set(bars.map(([, colour]) => colour)).size).toBe(3);
  for (const [, , path = ''] of bars) {
    for (const [, x, y] of path.matchAll(/M([\d.]+) ([\d.]+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(34);
      expect(Number(x)).toBeLessThan(386);
      expect(Number(y)).toBeGreaterThanOrEqual(76);
      expect(Number(y)).toBeLessThanOrEqual(206);
    }
  }
});

it('counts in whole entries, however few there are', () => {
  const svg = digestChart(
    en,
    days((index) => ({ learning: index === 3 ? 1 : 0, challenge: 0, solution: 0 })),
  )?.svg;
  const levels = [...(svg ?? '').matchAll(/text-anchor="end">([\d.]+)</g)].map(([, level]) => level);
  expect(levels).toEqual(['0', '1', '2', '3', '4']);
});
