/** What a digest tells beyond its own week: the chart's days, who keeps at it, and an older entry worth another look. */

import type { CardPlace } from '../../entities/card.js';
import type { NewBadges } from '../badges/badge-model.js';

export interface Person {
  id: string;
  /** As last seen; shown in place of a mention once they have left. */
  name: string;
  hasLeft: boolean;
}

/** What the chart counts, in the order it is stacked. */
export const chartSeries = ['learning', 'challenge', 'solution'] as const;
export type ChartSeries = (typeof chartSeries)[number];

/** Weeks that the chart shows. */
export const chartWeeks = 8;

/** One calendar day on the guild's wall clock, and how many entries of each type were shared on it. */
export interface DailyCount extends Record<ChartSeries, number> {
  /** ISO date, such as `2026-03-09`. */
  date: string;
}

/** Somebody who contributed in this week and in each of those before it, `weeks` in all. */
export interface Streak {
  person: Person;
  weeks: number;
}

/** A learning, or a solved challenge, that others found helpful and that is weeks old. */
export interface OlderEntry {
  number: number;
  title: string;
  /** Of a challenge: whose solution was accepted. */
  author: Person;
  isSolved: boolean;
  createdAt: Date;
  helpful: number;
  card: CardPlace | null;
}

/** What lies behind a digest's week. */
export interface DigestHistory {
  /** Eight weeks of days, oldest first, the last one that of the period's end. */
  chart: DailyCount[];
  /** The longest first. */
  streaks: Streak[];
  older: OlderEntry | null;
  /** Who earned badges in the period, the most remarkable first, and how many more did. */
  earned: { badges: NewBadges[]; moreBadges: number };
}
