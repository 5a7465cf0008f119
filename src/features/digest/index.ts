/** The public part of the digest feature. */
export {
  noDigestView,
  pausedView,
  postedDigestView,
  previewView,
  ranView,
  resumedView,
  scheduledView,
  subscribedView,
  unsubscribedView,
} from './digest-answers.js';
export { chartOf } from './digest-behind-sections.js';
export { digestPicture, ownWeeksChart, type Picture, painted, weeklyChart } from './digest-chart.js';
export { digestFindings } from './digest-checkup.js';
export { type ChartSeries, chartSeries, type DailyCount } from './digest-history-model.js';
export { DigestMailService } from './digest-mail.js';
export { digestPanel } from './digest-panel.js';
export { nextDueAfter, parseTime, parseTimezone } from './digest-schedule.js';
export { DigestService, type PostedDigest } from './digest-service.js';
export { digestView } from './digest-view.js';
export { digestWeekView } from './digest-week-view.js';
