/** French copy of `/admin stats`: the figures, and the text of their chart. */
import type { ChallengeFigures, SharedCounts } from '../../features/stats/cohort-stats-model.js';
import type { Catalogue } from '../catalogue-type.js';
import { digestChart } from './digest-chart.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });
const percent = new Intl.NumberFormat('fr', { style: 'percent', maximumFractionDigits: 0 });

const counted = ({ learning, challenge, solution }: SharedCounts) =>
  list.format([
    plural(learning, 'apprentissage', 'apprentissages'),
    plural(challenge, 'défi', 'défis'),
    plural(solution, 'solution', 'solutions'),
  ]);

/** A waiting time in milliseconds, in the unit people would use. */
function waiting(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes < 1) return 'moins d’une minute';
  if (minutes < 90) return plural(Math.round(minutes), 'minute', 'minutes');
  if (minutes < 36 * 60) return plural(Math.round(minutes / 60), 'heure', 'heures');
  return plural(Math.round(minutes / 1_440), 'jour', 'jours');
}

const challenges = (period: string, { asked, solved, unanswered, firstSolution }: ChallengeFigures) =>
  asked === 0
    ? phrase`${period} : aucun.`
    : [
        phrase`${period} : ${plural(solved, 'résolu', 'résolus')} sur ${asked} (${percent.format(solved / asked)}), ${unanswered} sans réponse.`,
        ...(firstSolution
          ? [
              `La moitié de ceux qui ont une réponse ont reçu une première solution en ${waiting(firstSolution.median)}, neuf sur dix en ${waiting(firstSolution.p90)}.`,
            ]
          : []),
      ].join(' ');

export const stats: Catalogue['stats'] = {
  command: 'Ce qui est partagé, par combien de membres, et l’attente des défis, avec un graphique',
  title: '### 📊 Cette cohorte en chiffres',
  empty:
    'Il n’y a encore rien à compter. Les chiffres apparaissent dès que quelqu’un partage avec /share ou demande avec /challenge post.',
  active: ({ week, fourWeeks, ever }) =>
    phrase`**Membres ayant partagé** : ${week} ces 7 derniers jours, ${fourWeeks} ces 28 derniers, ${ever} au total.`,
  lastWeek: (counts) => phrase`**7 derniers jours** : ${counted(counts)}.`,
  lastWeeks: (weeks, counts) => phrase`**${weeks} dernières semaines** : ${counted(counts)}.`,
  shared: (counts) => phrase`**Au total** : ${counted(counts)}.`,
  imported: (counts) => phrase`**Importés**, en plus : ${counted(counts)}.`,
  challengesTitle: '**Défis**',
  recentChallenges: (weeks, figures) => `- ${challenges(`Posés ces ${weeks} dernières semaines`, figures)}`,
  allChallenges: (figures) => `- ${challenges('Depuis le début', figures)}`,
  reminded: ({ count, solved }) =>
    phrase`- J’ai demandé de l’aide pour ${plural(count, 'défi ouvert', 'défis ouverts')} : ${solved} en deux jours.`,
  queueTitle: '**File de modération**',
  queueOpen: (open, oldest) =>
    open === 0
      ? '- Rien n’attend.'
      : `- ${open} en attente${oldest ? `, le plus ancien depuis ${oldest}` : ''}.`,
  queueDecided: (decided, median) =>
    `- ${plural(decided, 'décision', 'décisions')}, après une attente médiane de ${waiting(median)}.`,
  note: '-# Les entrées masquées ou supprimées ne comptent pas. Une semaine dure sept jours ; la dernière se termine aujourd’hui.',
  chart: {
    ...digestChart,
    title: 'Entrées par semaine',
    description: (first, last, totals) =>
      phrase`Diagramme en barres des entrées partagées par semaine, de la semaine du ${digestChart.day(first)} à celle du ${digestChart.day(last)} : ${counted(totals)} au total.`,
    busiest: (date, entries) =>
      `La semaine la plus active est celle du ${digestChart.day(date)}, avec ${plural(entries, 'entrée', 'entrées')}.`,
  },
};
