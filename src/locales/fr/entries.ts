/** French copy on cards, in forms and in answers about entries. */
import { restorableDays } from '../../entities/entry.js';
import type { Catalogue } from '../catalogue-type.js';
import { named } from './people.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

export const entries: Catalogue['entries'] = {
  kinds: {
    technology: { name: 'Technologie', emoji: '🧰', hint: 'Un outil, un langage ou un framework utilisé' },
    concept: { name: 'Concept', emoji: '💡', hint: 'Une idée qui est devenue claire pour toi' },
    practice: { name: 'Bonne pratique', emoji: '✅', hint: 'Une façon de travailler à garder' },
    takeaway: { name: 'Leçon', emoji: '📝', hint: 'Ce que tu vas retenir' },
    collaboration: {
      name: 'Collaboration',
      emoji: '🤝',
      hint: 'Ce que tu as appris en travaillant avec d’autres',
    },
    resource: { name: 'Ressource', emoji: '📚', hint: 'Un article, un cours ou un dépôt qui t’a servi' },
    goal: { name: 'Objectif', emoji: '🎯', hint: 'Ce que tu veux faire ensuite' },
  },
  open: { name: 'Défi ouvert', emoji: '🧩' },
  solved: { name: 'Défi résolu', emoji: '✅' },
  solution: { name: 'Solution', emoji: '🛠️' },
  acceptedSolution: { name: 'Solution acceptée', emoji: '🏅' },
  done: '✓ fait',
  edited: 'modifié',
  jump: 'Aller à la carte',
  by: (memberId) => `par ${named(memberId)}`,
  solutionTo: (title, number) => `Solution au défi #${number}${title ? ` · ${title}` : ''}`,
  solvedBy: (memberId, number) => `**Résolu par ${named(memberId)}** · #${number}`,
  solutionsOffered: (count) =>
    `${plural(count, 'solution proposée', 'solutions proposées')}. La personne qui a demandé appuie sur Accepter pour celle qui a marché.`,
  lookedAt: (members) => `👀 ${members.join(', ')} ${members.length > 1 ? 'regardent' : 'regarde'}.`,
  deletedCard: (number) => phrase`-# #${number} : supprimé par la personne qui l’avait écrit.`,
  removedCard: (number) => phrase`-# #${number} : retiré par la modération.`,
  hiddenCard: (number) => phrase`-# #${number} : masqué par la modération.`,

  lostCards: {
    lost: (count, takenAt) =>
      phrase`La personne qui m’héberge a restauré une sauvegarde du ${takenAt}. ${plural(count, 'carte publiée ensuite montre une entrée', 'cartes publiées ensuite montrent des entrées')} que je n’ai plus. Leurs boutons ne font plus rien. Leurs auteurs peuvent copier le texte et le partager à nouveau ; ensuite, tu peux supprimer les anciennes cartes :`,
    lostIn: (guildName) => phrase`-# Dans **${guildName}**.`,
    lostMore: (count) => phrase`-# et ${plural(count, 'autre carte', 'autres cartes')} avant celles-ci.`,
  },
  posted: (number, link) => phrase`C’est publié : **#${number}**. Ta carte : ${link}`,
  postedNowhere: (number) =>
    phrase`Enregistré : **#${number}**, et \`/search\` le trouve. Je n’ai pas pu publier sa carte dans le salon : demande à la modération de lancer \`/admin doctor\`.`,
  shownInChannel: (link) => phrase`Affiché dans le salon : ${link}`,
  more: (entry) => phrase`Ce que tu peux faire avec ${entry} :`,
  readSolutions: (count) => `Lire ${plural(count, 'solution', 'solutions')}`,
  seeChallenge: 'Voir le défi',
  solutionsOf: (number, title) => `### 🛠️ Solutions au défi #${number} · ${title}`,
  offered: ({ number, authorId, isAccepted }) =>
    `${isAccepted ? '🏅 **Acceptée** · ' : ''}**#${number}** par ${named(authorId)}`,
  moreSolutions: (count) =>
    phrase`-# et ${plural(count, 'autre', 'autres')} : \`/search kind:Solution\` les trouve.`,
  noSolutions: (number) => `Personne n’a encore proposé de solution au défi **#${number}**.`,
  shownAgain: {
    fromSearch: (memberId) =>
      `-# ${named(memberId)} a trouvé ceci en cherchant et le montre à tout le monde.`,
    fromEntry: (memberId) => `-# ${named(memberId)} a relu ceci et le montre à tout le monde.`,
  },
  solveNotice: (askerId, challenge) => phrase`<@${askerId}>, une solution à ton défi #${challenge} :`,
  accepted: (challenge, title, helperId) =>
    phrase`Le défi **#${challenge}** est résolu : « ${title} ».${helperId === null ? '' : phrase` Merci, <@${helperId}> !`}`,
  reopened: (challenge) =>
    `Le défi **#${challenge}** est de nouveau ouvert. Appuie sur Résoudre pour proposer une solution.`,
  reopenedForAsker: (askerId, challenge) =>
    phrase`<@${askerId}>, la solution que tu avais acceptée pour #${challenge} n’est plus là : ton défi est de nouveau ouvert.`,
  editSaved: (number) =>
    phrase`**#${number}** est à jour, et sa carte aussi. Versions précédentes : \`/entry history\`.`,
  deleted: (number) =>
    phrase`**#${number}** est supprimé. Tu as changé d’avis ? Appuie sur Annuler, ou utilise \`/entry restore\` dans les ${restorableDays} jours.`,
  restored: (number) => `**#${number}** est de retour, dans le salon et dans la recherche.`,
  restoredHidden: (number) => `**#${number}** n’est plus supprimé, mais reste masqué par la modération.`,
  saved: (number) => phrase`**#${number}** est gardé pour toi. Retrouve-le avec \`/search saved:True\`.`,
  unsaved: (number) => `**#${number}** n’est plus dans les entrées que tu gardes.`,
  threadOpened: (link) => phrase`Parlez-en ici : ${link}`,
  threadName: (number, title) => `#${number} ${title}`,
  history: (number) => `### Historique de #${number}`,
  historyEmpty: (number) => `**#${number}** n’a jamais été modifié.`,
  historyVersion: (revision, when) => `**Version ${revision}** · ${when}`,
  historyMore: (count) => `-# et ${plural(count, 'version plus ancienne', 'versions plus anciennes')}`,

  similar: {
    intro: 'Avant de publier : d’autres ont déjà résolu quelque chose de proche. Est-ce que ça t’aide ?',
    solvedBy: (memberId, number) => `Solution #${number} par ${named(memberId)}`,
    also: 'Ton défi est publié. Ceux-ci ont déjà été résolus et peuvent t’aider :',
    view: (number) => `Voir #${number}`,
    thisHelped: (number) =>
      phrase`Tant mieux ! Rien n’a été publié. Voici **#${number}** en entier ; appuie sur Utile pour remercier la personne qui l’a écrit.`,
  },

  forms: {
    share: 'Partager un apprentissage',
    shareWithPicture: 'Partager un apprentissage avec une image',
    challenge: 'Publier un défi',
    challengeWithPicture: 'Publier un défi avec une image',
    solve: (number) => `Ta solution à #${number}`,
    edit: (number) => `Modifier #${number}`,
    kind: 'C’est quoi ?',
    title: 'Titre',
    titlePlaceholder: 'Une ligne qui dit ce que tu as appris',
    challengeTitlePlaceholder: 'Une ligne qui dit où tu bloques',
    body: 'Avec tes mots',
    bodyPlaceholder: 'Qu’as-tu appris, et comment ? Le code se met entre deux lignes ```.',
    details: 'Détails',
    detailsPlaceholder: 'Qu’as-tu essayé ? À quoi t’attendais-tu, et que s’est-il passé ?',
    solution: 'Qu’est-ce qui a marché ?',
    solutionPlaceholder: 'Les étapes ou le code, pour que la personne suivante puisse refaire pareil',
    tags: 'Étiquettes',
    tagsPlaceholder: '5 au plus, par exemple : django, redis, ci-cd',
    link: 'Lien',
    linkPlaceholder: 'https://…',
  },
};
