/** French copy of `/profile` and of the user menu. */
import type { Track } from '../../entities/profile.js';
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const tracks: Record<Track, string> = { backend: 'Backend', frontend: 'Frontend', other: 'Autre' };

export const profile: Catalogue['profile'] = {
  commands: {
    description: 'Vois sur quoi travaillent les membres, et dis ce que tu construis',
    view: 'Affiche un profil : parcours, projet, objectif et contributions',
    member: 'Le profil de qui ; le tien par défaut',
    edit: 'Présente-toi et présente ton projet dans un formulaire',
    language: 'Seulement la langue que j’utilise avec toi ; sans elle, un formulaire s’ouvre',
    asInDiscord: 'Comme dans Discord',
    menu: 'Nexus profile',
  },
  tracks,

  heading: (memberId) => `### 👤 <@${memberId}>`,
  track: (track) => phrase`**Parcours** : ${tracks[track]}`,
  project: (name) => phrase`**Projet** : ${name}`,
  repository: (link) => phrase`**Dépôt** : ${link}`,
  onBoard: (projects) => phrase`**Au tableau des projets** : ${projects.join(' · ')}`,
  boardProject: (name, isOwner) => (isOwner ? name : `${name} (y travaille)`),
  objective: '**Objectif**',
  links: (links) => phrase`**Liens** : ${links.join(' · ')}`,
  linksHidden: '-# Personne d’autre ne voit tes liens. Appuie sur Modifier les liens pour les montrer.',
  firstShared: (when) => phrase`-# Premier partage : ${when}`,
  figures: {
    learnings: (count) => plural(count, 'apprentissage', 'apprentissages'),
    challenges: (count) => plural(count, 'défi', 'défis'),
    solutions: (count) => plural(count, 'solution', 'solutions'),
    accepted: (count) => plural(count, 'acceptée', 'acceptées'),
    helpful: (count) => `👍 ${count}`,
  },
  nothingShared: 'Encore rien partagé.',
  emptyOwn:
    'Encore rien ici. Appuie sur Modifier le projet pour dire ce que tu construis : ton README commencera par là. Puis partage avec /share une chose que tu as apprise.',
  emptyOther: (memberId) => `<@${memberId}> n’a pas encore rempli son profil.`,
  asked:
    '-# 🙋 Quand un défi avec des étiquettes que tu as utilisées reste ouvert trois jours, je peux te solliciter une fois.',
  languageChosen: (language) =>
    phrase`✅ Désormais, mes réponses pour toi sont dans cette langue : ${language}. Les cartes et les résumés restent dans la langue du serveur.`,
  languageFollows:
    '✅ Désormais, mes réponses pour toi sont dans la langue de ton Discord, si je la parle. Les cartes et les résumés restent dans la langue du serveur.',
  notSaved: '-# 🔒 Les autres ne peuvent pas garder tes messages comme entrées.',
  saved: '✅ Enregistré. Voici ce que ça donne :',

  forms: {
    project: 'Ton projet',
    track: 'Parcours',
    trackPlaceholder: 'Choisis ton parcours',
    projectName: 'Nom du projet',
    projectNamePlaceholder: 'Par exemple : Site d’offres d’emploi avec une API REST',
    repository: 'Dépôt',
    repositoryPlaceholder: 'https://github.com/…',
    objective: 'Objectif',
    objectivePlaceholder: 'Que veux-tu savoir faire à la fin ?',
    summary: 'Ce qu’il fait',
    summaryPlaceholder: 'Quelques phrases pour quelqu’un qui ne l’a jamais vu',
    links: 'Tes liens',
    linksField: 'Liens, un par ligne, 5 au plus',
    linksPlaceholder: 'https://…',
    consent: 'Qui peut les voir ?',
    consentHint: 'Les liens visibles paraissent dans ton profil et dans le README que tu exportes',
    shown: 'Tout le monde ici, et les personnes qui lisent mon README',
    hidden: 'Moi seulement',
  },
};
