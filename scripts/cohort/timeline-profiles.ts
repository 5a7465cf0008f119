/** What the members of the sample cohort say of themselves and of what they build. */
import type { Introduce, Username } from './types.js';

const said: readonly (readonly [Username, Introduce['track'], string, string])[] = [
  ['amina', 'backend', 'Stay Lagos', 'Bookings for small guest houses, paid on arrival.'],
  ['dawit', 'frontend', 'Market day', 'Which market is open today, and what a basket costs there.'],
  ['selam', 'backend', 'Clinic queue', 'Patients see how long they wait, by text message.'],
  ['mugisha', 'backend', 'Bus ticket service', 'Seats are held for ten minutes while somebody pays.'],
  ['youssef', 'backend', 'Bus times', 'Departures near you, from what passengers report.'],
  ['abena', 'frontend', 'Study timer', 'Work, rest, and a chart of the week.'],
  ['zainab', 'frontend', 'Fabric shop', 'A catalogue that loads on a slow connection.'],
  ['lindiwe', 'frontend', 'Job board for the phone', 'Filters that work with one thumb.'],
  ['estelle', 'frontend', 'Small ads, light enough for 3G', 'Des annonces qui se chargent partout.'],
];

export const profiles: readonly Introduce[] = said.map(([by, track, project, summary], index) => ({
  act: 'introduce',
  at: { week: 0, day: 1, time: `${10 + index}:20` },
  by,
  track,
  project,
  summary,
}));
