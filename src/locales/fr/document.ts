/** Words of exported documents in French. */
import type { DocumentWords } from '../en/document.js';

export const document: DocumentWords = {
  sections: {
    objective: 'Objectif',
    overview: 'Présentation',
    technology: 'Technologies clés',
    concept: 'Concepts clés',
    pairs: 'Défis et solutions',
    open: 'Défis ouverts',
    practice: 'Bonnes pratiques',
    takeaway: 'Leçons personnelles',
    collaboration: 'Collaboration',
    given: 'Solutions pour les autres',
    resource: 'Ressources',
    goal: 'Prochaines étapes',
    author: 'Auteur',
  },
  track: 'Parcours',
  tracks: { backend: 'Backend', frontend: 'Frontend', other: 'Autre' },
  repository: 'Dépôt',
  project: 'Projet',
  live: 'En ligne',
  apiDocs: 'Documentation de l’API',
  challenge: 'Défi',
  solution: 'Solution',
  solvedBy: 'résolu par',
  askedBy: 'demandé par',

  cover: {
    language: 'fr',
    contents: 'Sommaire',
    week: '# semaine',
    weeks: '# semaines',
    entry: '# entrée',
    entries: '# entrées',
    thanks: 'Merci à',
    chart: 'Entrées par semaine',
  },

  cohort: {
    title: 'Ce que cette cohorte a appris',
    members: 'Membres',
    tags: 'Par étiquette',
    book: 'Défis et solutions',
    bookTitle: 'Le livre des défis et des solutions',
    indexTitle: 'Tout, par étiquette',

    entry: '# entrée',
    entries: '# entrées',
    untagged: 'Sans étiquette',
  },
};
