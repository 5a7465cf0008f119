/** The figures as a message: what is said, with and without a picture, and within Discord's bounds at their largest. */
import { expect, it } from 'vitest';
import { weeklyChart } from '../../../src/features/digest/digest-chart.js';
import type { CohortStats } from '../../../src/features/stats/cohort-stats-model.js';
import { statsView } from '../../../src/features/stats/stats-view.js';
import { en } from '../../../src/locales/en/index.js';
import { textOf } from '../../support/view-text.js';

const weeks = (count: number) =>
  Array.from({ length: 8 }, (_, week) => ({
    date: new Date(Date.UTC(2026, 0, 20 + 7 * week)).toISOString().slice(0, 10),
    learning: count,
    challenge: count,
    solution: count,
  }));
const counts = (count: number) => ({ learning: count, challenge: count, solution: count });
const hour = 3_600_000;
const figures = (asked: number) => ({
  asked,
  solved: Math.round(asked / 2),
  unanswered: 1,
  firstSolution: { median: 3 * hour, p90: 50 * hour },
});
const stats = (count: number, changes: Partial<CohortStats> = {}): CohortStats => ({
  weeks: weeks(count),
  reminded: { count: 0, solved: 0 },
  shared: counts(count),
  imported: counts(0),
  active: { week: 1, fourWeeks: 2, ever: 3 },
  challenges: { recent: figures(count), ever: figures(count) },
  queue: { open: 0, oldest: null, decided: 0, median: null },
  ...changes,
});

it('says every figure in words', () => {
  const queue = { open: 2, oldest: new Date('2026-03-13T08:00Z'), decided: 1, median: 20 * 60_000 };
  expect(textOf(statsView(en, stats(4, { imported: counts(1), queue }), undefined))).toMatchInlineSnapshot(`
    "### 📊 This cohort in figures
    **Members who shared**: 1 in the last 7 days, 2 in the last 28, 3 in total.
    **Last 7 days**: 4 learnings, 4 challenges, and 4 solutions.
    **Last 8 weeks**: 32 learnings, 32 challenges, and 32 solutions.
    **In total**: 4 learnings, 4 challenges, and 4 solutions.
    **Imported**, in addition: 1 learning, 1 challenge, and 1 solution.
    **Challenges**
    - Asked in the last 8 weeks: 2 of 4 solved (50 %), 1 without an answer. Half of the answered ones got a first solution within 3 hours, nine out of ten within 2 days.
    - Ever asked: 2 of 4 solved (50 %), 1 without an answer. Half of the answered ones got a first solution within 3 hours, nine out of ten within 2 days.
    **Moderation queue**
    - 2 waiting, the oldest from <t:1773388800:R>.
    - 1 decision, after a median wait of 20 minutes.
    -# Hidden and deleted entries don’t count. Each week is seven days; the last one ends today."
  `);
});

it('is an invitation while there is nothing, and no chart of nothing', () => {
  expect(textOf(statsView(en, stats(0), undefined))).toContain('/share');
  expect(weeklyChart(en, weeks(0))).toBeUndefined();
});

it('says of challenges that none were asked rather than dividing by nothing', () => {
  const none = { asked: 0, solved: 0, unanswered: 0, firstSolution: null };
  const text = textOf(statsView(en, stats(1, { challenges: { recent: none, ever: none } }), undefined));
  expect(text).toContain('none asked');
  expect(text).not.toMatch(/NaN|null|undefined/);
});

it('describes the weeks of its chart, within Discord’s bound, and brings the picture with it', () => {
  const drawing = weeklyChart(en, weeks(1_000_000));
  expect(drawing?.description.length).toBeLessThanOrEqual(1_024);
  expect(drawing?.description).toContain('Week by week: week of 20 Jan');
  expect(drawing?.svg).toContain('Entries per week');
  const picture = { png: Buffer.from('png'), description: drawing?.description ?? '' };
  const view = statsView(en, stats(1_000_000), picture);
  expect(view.files?.map(({ name }) => name)).toEqual(['entries-a-week.png']);
  expect(JSON.stringify(view.components)).toContain('attachment://entries-a-week.png');
  expect(textOf(view).length).toBeLessThan(4_000);
});
