/** French copy of `/mydata` and `/admin member forget`: exporting and erasing a member's data. */
import type { Catalogue } from '../catalogue-type.js';
import { moment } from './findings.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const entryCount = (count: number) => plural(count, 'entrée', 'entrées');

export const rights: Catalogue['rights'] = {
  commands: {
    description: 'Exporte ou efface tes données',
    export: 'Obtiens dans un fichier tout ce qui est enregistré sur toi dans ce serveur',
    forget: 'Efface ton profil, tes votes, ce que tu gardes et ton nom, et si tu veux tes entrées',
    forgetMember: 'Efface les données d’un membre dans un jour ; demande « Gérer le serveur »',
    member: 'Le membre à effacer',
    group: 'Membres',
  },
  exported:
    'Voici tout ce que j’enregistre sur toi dans ce serveur. Personne d’autre ne le voit. `docs/privacy.md`, dans mon dépôt, explique chaque partie.',
  exportedNothing: 'Je n’enregistre encore rien sur toi dans ce serveur ; ce fichier le dit.',

  heading: '### 🧹 Effacer tes données ici ?',
  headingOf: (memberId) => phrase`### 🧹 Effacer les données de <@${memberId}> ?`,
  erased:
    'Effacés tout de suite et pour toujours : ton profil, tes votes Utile, ce que tu gardes, tes brouillons, listes, aperçus de README, ton abonnement, tes avis, et ton nom dans le journal de la modération. Ce que d’autres ont écrit reste, sans te nommer.',
  erasedOf:
    'Effacés pour toujours : son profil, ses votes Utile, ce qu’il garde, ses brouillons, listes, aperçus de README, son abonnement, ses avis, et son nom dans le journal. Ce que d’autres ont écrit reste, sans le nommer.',
  entries: (count) =>
    count === 0
      ? 'Il n’y a aucune entrée sur laquelle décider.'
      : count === 1
        ? phrase`Reste une entrée : tu peux la retirer, ou la laisser à la cohorte sous le nom « un ancien membre ».`
        : phrase`Restent ${entryCount(count)} : tu peux les retirer, ou les laisser à la cohorte sous le nom « un ancien membre ».`,
  challengesStay:
    '-# Un défi auquel d’autres ont répondu reste dans tous les cas sous « un ancien membre », pour que leurs réponses gardent leur sens.',
  takeAway: '-# Si tu veux une copie, lance d’abord `/mydata export`. C’est irréversible.',
  waitsADay:
    '-# Cela se fait un jour après ta confirmation, et le journal le dit. D’ici là, toute personne qui peut gérer le serveur, ou le membre, peut l’annuler ; ensuite, c’est irréversible.',
  trail:
    '-# Si tu as modéré ici ces 90 derniers jours, le journal de la modération montre ton nom sur ce que tu as fait pendant encore 90 jours.',
  waits: (dueAt) =>
    phrase`⚠️ Quelqu’un qui gère ce serveur a demandé d’effacer tes données ; ce sera fait ${moment(dueAt, 'R')}. Tu peux l’empêcher ci-dessous.`,
  waitsOf: (memberId, dueAt) =>
    `Les données de <@${memberId}> seront effacées ${moment(dueAt, 'R')} (${moment(dueAt, 'f')}). D’ici là, tu peux l’annuler ici.`,
  stopped: 'Annulé : rien n’est effacé.',
  mute: '-# Une mise en sourdine en cours reste en vigueur ; ce qui en reste ne révèle pas de qui il s’agit.',
  buttons: {
    remove: 'Retirer mes entrées',
    keep: 'Les laisser sous « un ancien membre »',
    removeOf: 'Retirer ses entrées',
    forget: 'M’oublier',
    forgetOf: 'Effacer ses données',
    cancel: 'Annuler',
    stop: 'Empêcher l’effacement',
    stopOf: 'Annuler l’effacement',
  },
  cancelled: 'Rien n’a été effacé.',
  forgotten: (removed, kept) =>
    [
      phrase`C’est fait : tes données d’ici sont effacées.`,
      removed > 0 && phrase`Retiré : ${entryCount(removed)}.`,
      kept > 0 && phrase`Laissé à la cohorte sous « un ancien membre » : ${entryCount(kept)}.`,
      'Les messages des salons sont mis à jour en quelques minutes. Tu peux revenir quand tu veux.',
    ]
      .filter(Boolean)
      .join(' '),
};
