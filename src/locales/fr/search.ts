/** French copy of searches, lists of challenges and the leaderboard. */
import type { Catalogue } from '../catalogue-type.js';
import { named } from './people.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

/** `12 résultats`, or `60+ résultats` when not all were counted. */
const counted = (count: number, isCapped: boolean, one: string, other: string) =>
  isCapped ? `${count}+ ${other}` : plural(count, one, other);

export const search: Catalogue['search'] = {
  commands: {
    search: 'Trouve ce que sait la cohorte : titres, textes et étiquettes',
    query: 'Ce que tu cherches ; laisse vide pour les entrées les plus récentes',
    kind: 'Seulement les entrées de ce genre',
    tag: 'Seulement les entrées avec cette étiquette',
    author: 'Seulement les entrées de ce membre',
    saved: 'Seulement ce que tu as gardé',
    challengeList: 'Parcours les défis ; ceux qui sont ouverts par défaut',
    status: 'Quels défis : ouverts, résolus ou tous',
    statuses: { open: 'Ouverts', solved: 'Résolus', all: 'Tous' },
    kinds: { challenge: 'Défi', solution: 'Solution' },
    leaderboard: 'Vois qui a partagé et aidé',
    period: 'Depuis le dernier résumé, ce mois-ci, ou depuis le début',
  },

  resultsFor: (query) => phrase`### Résultats pour « ${query} »`,
  correctedTo: (words) => `Voici les résultats pour **${words}**`,
  anyWord: 'Aucune entrée ne contient tous ces mots. Celles-ci en contiennent certains :',
  newest: '### Entrées les plus récentes',
  saved: '### Ce que tu as gardé',
  challenges: { open: '### Défis ouverts', solved: '### Défis résolus', all: '### Défis' },
  count: (count, isCapped) => counted(count, isCapped, 'résultat', 'résultats'),
  pageOf: (page, pages, isCapped) => `page ${page} sur ${pages}${isCapped ? '+' : ''}`,
  helpful: (count) => `👍 ${count}`,
  waiting: (count) => plural(count, 'solution en attente', 'solutions en attente'),
  learners: (count) => plural(count, 'membre l’a apprise', 'membres l’ont apprise'),
  learnedBy: (first, count) => {
    const names = first.map(named).join(', ');
    const more = count - first.length;
    return `par ${names}${more > 0 ? ` et ${more} de plus` : ''}`;
  },
  importedWith: (others, fileName) =>
    phrase`importé de ${fileName} avec ${plural(others, 'autre', 'autres')}`,
  removedChallenge: 'Solution à un défi supprimé',
  join: (parts) => parts.join(' · '),

  synonyms: (words) => phrase`-# Synonymes : ${words.join(', ')}`,
  filtersOn: (filters) => phrase`-# Filtres : ${filters.join(' · ')}`,
  filters: {
    kind: (name) => `genre ${name}`,
    status: (name) => `état ${name}`,
    tag: (tag) => `étiquette ${tag}`,
    author: (memberId) => `par ${named(memberId)}`,
    saved: 'gardé par toi',
  },

  nothingFor: (query) =>
    phrase`Je n’ai rien trouvé pour « ${query} ». Essaie avec moins de mots, ou d’autres. Si personne n’a encore écrit là-dessus, demande avec /challenge post, ou partage en premier avec /share.`,
  nothingWithin:
    'Rien ne correspond à tout cela. Enlève l’étiquette, le genre ou l’auteur pour en voir plus, ou partage la première entrée avec /share.',
  nothingYet: 'Rien n’a encore été partagé ici. Commence : partage avec /share une chose que tu as apprise.',
  nothingSaved:
    'Tu n’as rien gardé qui corresponde. Appuie sur Garder sous une carte pour la retrouver plus tard.',
  noChallenges: {
    open: 'Aucun défi n’attend de réponse. Tu bloques sur quelque chose ? Demande avec /challenge post.',
    solved: 'Aucun défi n’a encore été résolu. /challenge list montre ceux qui sont ouverts.',
    all: 'Personne n’a encore rien demandé. Tu bloques sur quelque chose ? Demande avec /challenge post.',
  },

  leaderboard: {
    periods: { week: 'Cette semaine', month: 'Ce mois-ci', all: 'Depuis le début' },
    heading: (period) => `### Classement · ${period}`,
    since: (when) => `-# depuis ${when}`,
    lastWeek: 'La semaine passée',
    ended: (start, end) =>
      phrase`-# du ${start} au ${end}. Une nouvelle semaine a commencé ; personne n’y a encore de points.`,
    ownNoneThen:
      'Tu n’avais pas de points cette semaine-là. La nouvelle commence : partage une chose apprise avec /share.',
    medals: ['🥇', '🥈', '🥉'],
    place: (place) => `**${place}.**`,
    line: (medal, memberId, points) => `${medal} <@${memberId}> · **${plural(points, 'point', 'points')}**`,
    accepted: (count) => plural(count, 'solution acceptée', 'solutions acceptées'),
    solutions: (count) => plural(count, 'solution', 'solutions'),
    learnings: (count) => plural(count, 'apprentissage', 'apprentissages'),
    challenges: (count) => plural(count, 'défi', 'défis'),
    helpful: (count) => `${count} Utile`,
    ownNone:
      'Tu n’as pas encore de points ici : partage une chose apprise avec /share, ou réponds à un défi.',
    own: 'Ta place :',
    nobody:
      'Personne n’a encore de points ici. Un apprentissage avec /share en vaut 2, une solution acceptée 5.',
    key: '-# Solution acceptée 5 · apprentissage 2 · solution 1 · défi 1 · chaque Utile 1',
  },
};
