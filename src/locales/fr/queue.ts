/** French copy of the moderation queue: its cards, its pages, its decisions, and what members read about held entries. */

import type { QueueOutcome } from '../../entities/queue-item.js';
import type { Catalogue } from '../catalogue-type.js';
import { moment } from './findings.js';
import { named } from './people.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const outcomes: Record<QueueOutcome, { emoji: string; done: string; already: string }> = {
  kept: { emoji: '✅', done: 'Gardé', already: 'c’est déjà gardé' },
  hidden: { emoji: '🙈', done: 'Masqué', already: 'c’est déjà masqué' },
  removed: { emoji: '🗑️', done: 'Retiré', already: 'c’est déjà retiré' },
  published: { emoji: '✅', done: 'Publié', already: 'c’est déjà publié' },
  declined: { emoji: '✋', done: 'Refusé', already: 'c’est déjà refusé' },
  withdrawn: { emoji: '↩️', done: 'Plus rien à décider', already: '' },
};

const by = (memberId: string | null) => (memberId ? named(memberId) : 'un ancien membre de la modération');

export const queue: Catalogue['queue'] = {
  commands: { queue: 'Parcours ce qui a été signalé et ce qui attend d’être publié' },
  buttons: {
    keep: 'Garder',
    hide: 'Masquer',
    remove: 'Retirer',
    publish: 'Publier',
    decline: 'Refuser',
  },

  reported: (number, title) => phrase`### 🚩 Signalé : #${number} ${title}`,
  held: (number, title) => phrase`### ⏳ En attente de publication : #${number} ${title}`,
  heldImport: (memberId) => phrase`### ⏳ En attente de publication : le README de ${named(memberId)}`,
  importHolds: (count, file) =>
    `-# ${plural(count, 'entrée', 'entrées')} de ${file}, à publier ou à refuser ensemble`,
  opened: (at) => moment(at, 'R'),
  goToCard: 'Aller à la carte',
  inFile: '-# Le texte entier est dans le fichier.',
  moreEntries: (count) => `-# et ${plural(count, 'autre entrée', 'autres entrées')}, toutes dans le fichier`,

  reasons: (counted) => phrase`**Pourquoi :** ${counted}`,
  reason: (name, count) => (count > 1 ? `${name} × ${count}` : name),
  note: (memberId, text) => `> ${text}\n> -# ${named(memberId)}`,
  reportedBy: (memberIds, more) =>
    `-# Signalé par ${memberIds.map(named).join(', ')}${more > 0 ? ` et ${plural(more, 'autre', 'autres')}` : ''}`,
  noReports: '-# La personne qui l’a signalé a fait effacer ses données.',

  author: (memberId, published) =>
    `**${named(memberId)}** · ${plural(published, 'entrée publiée', 'entrées publiées')}`,
  hiddenBefore: (count) => plural(count, 'déjà masquée', 'déjà masquées'),
  removedBefore: (count) => plural(count, 'déjà retirée', 'déjà retirées'),
  upheld: (count) => plural(count, 'signalement confirmé', 'signalements confirmés'),
  nothingBefore: 'aucun problème avant',
  muted: (until) => (until ? `🔇 en sourdine, fin ${moment(until, 'R')}` : '🔇 en sourdine'),
  since: (at) => `ici depuis le ${moment(at, 'D')}`,

  verdict: (outcome, byId, at) =>
    outcome === 'withdrawn'
      ? phrase`${outcomes.withdrawn.emoji} **${outcomes.withdrawn.done}** : supprimé ${moment(at, 'R')}.`
      : `${outcomes[outcome].emoji} **${outcomes[outcome].done}** par ${by(byId)} ${moment(at, 'R')}.`,
  about: (number, memberId) => `#${number} par ${named(memberId)}`,
  aboutImport: (memberId) => `Le README de ${named(memberId)}`,
  reportedFor: (counted) => phrase`signalé : ${counted}`,
  erased: '-# Ce dont il s’agissait a été effacé.',

  already: (outcome, byId) =>
    outcome === 'withdrawn'
      ? phrase`C’est supprimé entre-temps : il n’y a plus rien à décider.`
      : phrase`Quelqu’un a été plus rapide : ${outcomes[outcome].already}, par ${by(byId)}.`,

  page: (place, count) => phrase`-# ${place} sur ${count} · visible par toi uniquement`,
  empty: '### 🌤️ Rien à faire\nRien n’est signalé et rien n’attend d’être publié. Bonne journée !',
  done: {
    keep: '✅ Gardé. La personne qui l’a écrit ne sait rien du signalement.',
    hide: '🙈 Masqué. Je préviens la personne qui l’a écrit ; `/admin entry restore` le fait revenir.',
    remove: '🗑️ Retiré. Je préviens la personne qui l’a écrit.',
    publish: '✅ Publié. Je préviens la personne qui l’a écrit, et la carte arrive dans le salon.',
    decline: '✋ Refusé. Je préviens la personne qui l’a écrit ; `/admin entry restore` le fait revenir.',
  },
  noLogChannel:
    '-# Les nouveaux n’apparaissent qu’ici. Choisis un salon pour le journal dans `/admin setup` pour qu’ils y soient aussi publiés.',

  declineForm: {
    title: 'Refuser',
    reason: 'Pourquoi ?',
    hint: 'La personne qui l’a écrit le lira ; un mot gentil aide',
    placeholder: 'Par exemple : enlève le mot de passe, s’il te plaît, et partage de nouveau',
  },

  reminder: (count, oldest) =>
    count === 1
      ? phrase`⏳ Quelque chose attend la modération, arrivé ${moment(oldest, 'R')}. \`/admin queue\` le montre.`
      : phrase`⏳ ${count} choses attendent la modération, la plus ancienne ouverte ${moment(oldest, 'R')}. \`/admin queue\` les parcourt.`,

  entryHeld: (number) =>
    phrase`Enregistré : **#${number}**. La modération relit d’abord ; ensuite la carte paraît dans le salon et je te préviens. D’ici là, personne d’autre ne peut le voir ; toi, tu peux l’afficher avec \`/entry view\`, le modifier ou le supprimer.`,
  importHeld: (count) =>
    phrase`Enregistré : **${plural(count, 'entrée', 'entrées')}**. La modération relit d’abord ; ensuite tout paraît ensemble, et je te préviens.`,
  importDeclined:
    'La modération a relu ce que tu as importé de ce fichier et ne l’a pas publié. Demande-lui quoi changer.',
  stateHeld: '⏳ En attente de la modération. Tant que ce n’est pas publié, personne d’autre ne le voit.',
};
