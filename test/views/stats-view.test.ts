/** The figures as a message: what is said, with and without a picture, and within Discord's bounds at their largest. */
import { expect, it } from 'vitest';
import type { CohortStats } from '../../src/entities/cohort-stats.js';
import { en } from '../../src/locales/en/index.js';
import { weeklyChart } from '../../src/views/digest-chart.js';
import { statsView } from '../../src/views/stats-view.js';
import { textOf } from '../support/view-text.js';

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
    "### 📊 Figures of this cohort
    **Members who shared**: 1 in the last 7 days, 2 in the last 28, 3 in all.
    **Last 7 days**: 4 learnings, 4 challenges, and 4 solutions.
    **Last 8 weeks**: 32 learnings, 32 challenges, and 32 solutions.
    **In all**: 4 learnings, 4 challenges, and 4 solutions.
    **Imported** on top of that: 1 learning, 1 challenge, and 1 solution.
    **Challenges**
    - Asked in the last 8 weeks: 2 of 4 solved (50 %), 1 without any answer. Half of those answered had a first solution within 3 hours, nine in ten within 2 days.
    - Ever asked: 2 of 4 solved (50 %), 1 without any answer. Half of those answered had a first solution within 3 hours, nine in ten within 2 days.
    **Moderators’ queue**
    - 2 waiting, the oldest since <t:1773388800:R>.
    - 1 decision, after 20 minutes at the median.
    -# Hidden and deleted entries are not counted. Weeks are seven days each, the last one ends today."
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
  expect(drawing?.description).toContain('Week by week: from 20 Jan');
  expect(drawing?.svg).toContain('Entries a week');
  const picture = { png: Buffer.from('png'), description: drawing?.description ?? '' };
  const view = statsView(en, stats(1_000_000), picture);
  expect(view.files?.map(({ name }) => name)).toEqual(['entries-a-week.png']);
  expect(JSON.stringify(view.components)).toContain('attachment://entries-a-week.png');
  expect(textOf(view).length).toBeLessThan(4_000);
});
