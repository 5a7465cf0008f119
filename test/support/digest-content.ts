/** A digest's content made by hand: a week with an example of everything. */
import type { DigestContent, Person } from '../../src/features/digest/digest-content-model.js';
import type { DailyCount } from '../../src/features/digest/digest-history-model.js';

export const end = new Date('2026-03-16T06:00Z');
export const person = (index: number, name = `Member ${index}`): Person => ({
  id: String(200_000_000_000_000_000n + BigInt(index)),
  name,
  hasLeft: false,
});
export const card = { channelId: '300000000000000001', messageId: '700000000000000001' };

/** Eight weeks of days up to the end of that week. */
export function days(
  countsOn: (index: number) => Omit<DailyCount, 'date'> = (index) => ({
    learning: index % 4,
    challenge: index % 7 === 2 ? 1 : 0,
    solution: index % 14 === 5 ? 2 : 0,
  }),
): DailyCount[] {
  return Array.from({ length: 56 }, (_, index) => ({
    date: new Date(end.getTime() - (55 - index) * 86_400_000).toISOString().slice(0, 10),
    ...countsOn(index),
  }));
}

export function week(changes: Partial<DigestContent> = {}): DigestContent {
  return {
    guildId: '100000000000000001',
    start: new Date('2026-03-09T06:00Z'),
    end,
    periodEnd: end,
    figures: {
      learnings: { count: 12, before: 9 },
      challenges: { count: 4, before: 5 },
      solved: { count: 1, before: 1 },
      members: { count: 9, before: 7 },
    },
    imported: { entries: 0, documents: 0 },
    isEmpty: false,
    buddies: { groups: 0, members: 0, named: [] },
    learnings: [
      { number: 12, title: 'Indexes are not free', author: person(1), helpful: 5, card },
      { number: 15, title: 'Use `docker compose watch`', author: person(2), helpful: 0, card: null },
    ],
    pairs: [
      {
        number: 8,
        title: 'CORS error only in production',
        asker: person(3),
        card,
        solution: {
          number: 11,
          author: person(1),
          body: 'The proxy dropped the header:\n```nginx\nproxy_set_header Origin $http_origin;\n```',
        },
      },
    ],
    waiting: [
      {
        number: 4,
        title: 'Jest hangs after tests',
        asker: person(2),
        askedAt: new Date('2026-03-01T06:00Z'),
        card,
        solutions: 2,
      },
    ],
    waitingInAll: 3,
    thanks: {
      helpers: [
        { person: person(1), helpful: 5, accepted: 1 },
        { person: person(2), helpful: 1, accepted: 0 },
      ],
      newcomers: [person(4), person(5)],
      moreNewcomers: 0,
      streaks: [{ person: person(1), weeks: 6 }],
      badges: [{ person: person(1), badges: ['teacher', 'bridge-builder'] }],
      moreBadges: 0,
    },
    chart: days(),
    older: {
      number: 3,
      title: 'Read the error from the bottom up',
      author: person(6),
      isSolved: false,
      createdAt: new Date('2026-01-12T06:00Z'),
      helpful: 4,
      card,
    },
    ...changes,
  };
}
