/** Leaving out the sections of a digest that moderators switched off. */

import type { DigestSection } from '../../entities/guild.js';
import type { DigestContent } from './digest-content-model.js';

/** What each section holds when it is left out. */
const nothing: { [Section in DigestSection]: Partial<DigestContent> } = {
  learnings: { learnings: [] },
  pairs: { pairs: [] },
  waiting: { waiting: [], waitingInAll: 0 },
  thanks: {
    thanks: { helpers: [], newcomers: [], moreNewcomers: 0, streaks: [], badges: [], moreBadges: 0 },
  },
  chart: { chart: [] },
  older: { older: null },
};

/** The same content without these sections; its figures, and whether it is empty, stay as they are. */
export function withoutSections(content: DigestContent, hidden: readonly DigestSection[]): DigestContent {
  return hidden.reduce((shown, section) => ({ ...shown, ...nothing[section] }), content);
}
