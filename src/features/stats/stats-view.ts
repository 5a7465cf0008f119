/** A cohort's figures with their chart; everything the picture shows is in the text beside it too. */

import { accents, container, divider, note, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { timestamp } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { chartOf, chartSeries, type Picture } from '../digest/index.js';
import { type CohortStats, type SharedCounts, statsWeeks } from './cohort-stats-model.js';

const chartFile = 'entries-a-week.png';

/** `chart` is undefined when no picture came: the text says it all. */
export function statsView(words: Catalogue, stats: CohortStats, chart: Picture | undefined): MessageView {
  const { stats: say } = words;
  const { shared, imported, active, challenges, queue, reminded, weeks } = stats;
  const isQueueUsed = queue.open + queue.decided > 0;
  if (totalOf(shared) + totalOf(imported) === 0 && !isQueueUsed) return note(say.empty);
  const counts = [
    say.active(active),
    say.lastWeek(sumOf(weeks.slice(-1))),
    say.lastWeeks(statsWeeks, sumOf(weeks)),
    say.shared(shared),
    ...(totalOf(imported) > 0 ? [say.imported(imported)] : []),
  ];
  const asked = [
    say.challengesTitle,
    say.recentChallenges(statsWeeks, challenges.recent),
    say.allChallenges(challenges.ever),
    ...(reminded.count > 0 ? [say.reminded(reminded)] : []),
  ];
  const waiting = [
    say.queueTitle,
    say.queueOpen(queue.open, queue.oldest && timestamp(queue.oldest, 'R')),
    ...(queue.median === null ? [] : [say.queueDecided(queue.decided, queue.median)]),
  ];
  return {
    components: [
      container(
        accents.digest,
        text([say.title, ...counts].join('\n')),
        ...(chart ? [chartOf(chart, chartFile)] : []),
        text(asked.join('\n')),
        ...(isQueueUsed ? [text(waiting.join('\n'))] : []),
        divider(),
        text(say.note),
      ),
    ],
    ...(chart && { files: [{ name: chartFile, content: chart.png }] }),
  };
}

function sumOf(weeks: readonly SharedCounts[]): SharedCounts {
  const sums = { learning: 0, challenge: 0, solution: 0 };
  for (const week of weeks) for (const series of chartSeries) sums[series] += week[series];
  return sums;
}

function totalOf(counts: SharedCounts): number {
  return chartSeries.reduce((sum, series) => sum + counts[series], 0);
}
