/** French copy of the digest's chart: the words in the picture, and the alternative text. */
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const days = new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const weekdays = new Intl.DateTimeFormat('fr', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

interface Counts {
  learning: number;
  challenge: number;
  solution: number;
}

const counted = ({ learning, challenge, solution }: Counts): string =>
  [
    plural(learning, 'apprentissage', 'apprentissages'),
    plural(challenge, 'défi', 'défis'),
    plural(solution, 'solution', 'solutions'),
  ].join(', ');

const ordinal = (format: Intl.DateTimeFormat, date: string) =>
  format.format(new Date(date)).replace(/(?<=^|\s)1(?=\s)/u, '1er');

const day = (date: string) => ordinal(days, date);

export const digestChart: Catalogue['digestChart'] = {
  title: 'Entrées par jour',
  period: (weeks) => `${weeks} dernières semaines`,
  series: { learning: 'Apprentissages', challenge: 'Défis', solution: 'Solutions' },
  day,
  description: (start, end, totals) =>
    phrase`Diagramme en barres des entrées partagées par jour, du ${day(start)} au ${day(end)} : ${counted(totals)} au total.`,
  busiest: (date, entries) =>
    `Le jour le plus actif est le ${ordinal(weekdays, date)}, avec ${plural(entries, 'entrée', 'entrées')}.`,
  weeks: (lines) => phrase`Semaine par semaine : ${lines.join(phrase` ; `)}.`,
  week: (start, counts) => phrase`semaine du ${day(start)} : ${counted(counts)}`,
};
