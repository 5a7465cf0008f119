/** The benchmark's guild: its members and its entries, generated the same way in every run. */
import { learningKinds } from '../src/entities/entry.js';
import { between, type Chance, oneOf, seededChance } from './chance.js';
import { cohortWords, type Words } from './words.js';

export const guildId = '1200000000000000001';
export const cohortChannelId = '1200000000000000002';
export const memberCount = 300;
export const entryCount = 20_000;

const tags =
  'docker git django react sql testing css jwt redis graphql ci python typescript forms auth'.split(' ');

/** The time between two entries; the newest is of just now, so that a week and a month have what they usually have. */
const apartMs = 900_000;

export interface BenchEntry {
  number: number;
  type: 'learning' | 'challenge' | 'solution';
  kind: string | null;
  title: string | null;
  body: string;
  tags: string[];
  authorId: string;
  challengeNumber: number | null;
  isAccepted: boolean;
  createdAt: Date;
}

export interface Cohort {
  words: Words;
  entries: BenchEntry[];
}

export const memberId = (index: number) => String(1_200_000_000_000_100_000n + BigInt(index));

export function makeCohort(count = entryCount): Cohort {
  const chance = seededChance(20_260_105);
  const words = cohortWords(chance);
  const entries: BenchEntry[] = [];
  const begun = Date.now() - (count + 1) * apartMs;
  const waiting: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    const drawn = chance();
    const type = drawn < 0.75 ? 'learning' : drawn < 0.88 || waiting.length === 0 ? 'challenge' : 'solution';
    const challengeNumber = type === 'solution' ? (waiting.shift() ?? null) : null;
    if (type === 'challenge') waiting.push(number);
    entries.push({
      number,
      type,
      kind: type === 'learning' ? oneOf(chance, learningKinds) : null,
      title: type === 'solution' ? null : titleOf(words, chance),
      body: bodyOf(words, chance),
      tags: type === 'solution' ? [] : tagsOf(chance),
      authorId: memberId(between(chance, 0, memberCount - 1)),
      challengeNumber,
      isAccepted: challengeNumber !== null && chance() < 0.7,
      createdAt: new Date(begun + number * apartMs),
    });
  }
  return { words, entries };
}

export function titleOf(words: Words, chance: Chance): string {
  const title = sentence(words, chance, between(chance, 3, 9));
  return title.slice(0, 120).trim();
}

/** A median of about forty words, at most a few times as many. */
export function bodyOf(words: Words, chance: Chance): string {
  const length = Math.round(45 * Math.exp(0.6 * (chance() + chance() + chance() - 1.5) * 2));
  return sentence(words, chance, Math.max(6, length)).slice(0, 4_000).trim();
}

export function tagsOf(chance: Chance): string[] {
  return [...new Set(Array.from({ length: between(chance, 0, 3) }, () => oneOf(chance, tags)))];
}

function sentence(words: Words, chance: Chance, length: number): string {
  const text = Array.from({ length }, () => words.any(chance)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
