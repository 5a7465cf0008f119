/** French copy about messages of the chat that are saved as entries. */
import type { Catalogue } from '../catalogue-type.js';
import { named } from './people.js';
import { phrase } from './typography.js';

export const capture: Catalogue['capture'] = {
  menus: {
    learning: 'Save as learning',
    challenge: 'Save as challenge',
    solution: 'Use as solution',
  },
  titles: {
    learning: (name) => `Garder comme apprentissage de ${name}`,
    challenge: (name) => `Garder comme défi de ${name}`,
    solution: (name) => `Garder comme solution de ${name}`,
  },
  credit: (authorId) =>
    phrase`L’entrée est de <@${authorId}>, qui reçoit les points et peut la retirer. Laisse de côté ce qui n’est pas pour tout le monde.`,
  which: 'Quel défi cela résout-il ?',
  whichPlaceholder: 'Choisis un défi',
  challenge: (number, title) => `#${number} ${title}`,

  thread: {
    greeting: (number) =>
      phrase`Parlez de **#${number}** ici. Une réponse a aidé ? Gardez-la pour la prochaine personne qui demandera.`,
    button: 'Faire de ce fil une solution',
    choose:
      'Quels messages sont la solution ? Choisis ceux d’un seul membre : ils deviennent un seul texte, et la solution est de lui.',
    placeholder: 'Choisis des messages',
    option: (author, text) => phrase`${author} : ${text}`,
  },

  from: (link, count) => (count > 1 ? `💬 de [${count} messages](${link})` : `💬 d’[un message](${link})`),
  savedBy: (memberId, isEdited) =>
    `${isEdited ? 'gardé et modifié par' : 'gardé par'} ${memberId === null ? 'un ancien membre' : named(memberId)}`,

  notice: {
    saved: (saver, entry, guild) =>
      phrase`${saver} a gardé ce que tu as écrit sur **${guild}** : ${entry}. L’entrée est de toi : elle compte pour toi, et tu peux la modifier. Tu n’en veux pas ? Appuie sur Retirer, maintenant ou plus tard.`,
    edited: 'Les mots ont été changés : jette un œil.',
    held: 'Un modérateur la regarde avant que d’autres la voient.',
    optOut: '-# Dans `/profile edit`, tu peux choisir que personne ne garde tes messages.',
    somebody: 'Quelqu’un',
    open: 'Aller au message',
  },
  removed: (number) =>
    phrase`**#${number}** est retirée, et personne ne peut garder ce message à nouveau. Tu as changé d’avis ? Appuie sur Annuler.`,
};
