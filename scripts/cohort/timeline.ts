/** The whole story of the sample cohort, in the order in which it happened. */

import { buddies } from './timeline-buddies.js';
import { chat } from './timeline-chat.js';
import { profiles } from './timeline-profiles.js';
import { thanksOfWeeks0To2 } from './timeline-thanks-weeks-0-2.js';
import { thanksOfWeeks3To5 } from './timeline-thanks-weeks-3-5.js';
import { together } from './timeline-together.js';
import { challengesOfWeek0 } from './timeline-week-0-challenges.js';
import { learningsOfWeek0 } from './timeline-week-0-learnings.js';
import { challengesOfWeek1 } from './timeline-week-1-challenges.js';
import { learningsOfWeek1 } from './timeline-week-1-learnings.js';
import { challengesOfWeek2 } from './timeline-week-2-challenges.js';
import { learningsOfWeek2 } from './timeline-week-2-learnings.js';
import { challengesOfWeek3 } from './timeline-week-3-challenges.js';
import { learningsOfWeek3 } from './timeline-week-3-learnings.js';
import { challengesOfWeek4 } from './timeline-week-4-challenges.js';
import { learningsOfWeek4 } from './timeline-week-4-learnings.js';
import { challengesOfWeek5 } from './timeline-week-5-challenges.js';
import { learningsOfWeek5 } from './timeline-week-5-learnings.js';
import type { Act, Moment } from './types.js';

/** Minutes between the start, a midnight on the cohort's clock, and a moment. */
export function minutesAfterStart(moment: Moment): number {
  const [hours = 0, minutes = 0] = moment.time.split(':').map(Number);
  return ((moment.week * 7 + moment.day) * 24 + hours) * 60 + minutes;
}

export const timeline: readonly Act[] = [
  ...challengesOfWeek0,
  ...learningsOfWeek0,
  ...challengesOfWeek1,
  ...learningsOfWeek1,
  ...challengesOfWeek2,
  ...learningsOfWeek2,
  ...challengesOfWeek3,
  ...learningsOfWeek3,
  ...challengesOfWeek4,
  ...learningsOfWeek4,
  ...challengesOfWeek5,
  ...learningsOfWeek5,
  ...thanksOfWeeks0To2,
  ...thanksOfWeeks3To5,
  ...together,
  ...profiles,
  ...buddies,
  ...chat,
].sort((first, second) => minutesAfterStart(first.at) - minutesAfterStart(second.at));
