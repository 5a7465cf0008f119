/** Study buddies of the sample cohort: who takes part, three rounds, and the rounds to come. */
import type { Act, Join, Match } from './types.js';

const joined: readonly Join[] = (
  [
    ['amina', '09:10'],
    ['kwame', '09:25'],
    ['selam', '10:05'],
    ['mugisha', '11:40'],
    ['youssef', '12:15'],
    ['zainab', '12:50'],
    ['lindiwe', '13:30'],
    ['abena', '15:05'],
    ['dawit', '17:20'],
    ['otieno', '18:45'],
    ['nour', '19:35'],
  ] as const
).map(([by, time]) => ({ act: 'join', at: { week: 2, day: 2, time }, by }));

const rounds: readonly Match[] = ([3, 4, 5] as const).map((week) => ({
  act: 'match',
  at: { week, day: 0, time: '10:30' },
  by: 'nyambura',
}));

export const buddies: readonly Act[] = [
  ...joined,
  ...rounds,
  {
    act: 'schedule',
    at: { week: 5, day: 0, time: '10:40' },
    by: 'nyambura',
    weekday: 'monday',
    hour: '10:30',
  },
];
