/** French copy of `/follow`, of the notifications page, and of news. */
import { tagCode } from '../../platform/right-to-left.js';
import type { Catalogue } from '../catalogue-type.js';
import { phrase } from './typography.js';

export const following: Catalogue['following'] = {
  commands: {
    description: 'Choisis les étiquettes, les défis et les membres dont tu veux des nouvelles',
    add: 'Suis une étiquette, un défi ou un membre',
    remove: 'Ne suis plus quelque chose',
    list: 'Ce que tu suis',
    tag: 'Une étiquette, par exemple react',
    challenge: 'Un défi : son numéro ou des mots de son titre',
    member: 'Quelqu’un dont tu veux voir les nouvelles entrées',
    what: 'Ce que tu ne veux plus suivre',
  },

  heading: '### 🔔 Ce que tu suis',
  kinds: { tag: 'Étiquettes', challenge: 'Défis', member: 'Membres' },
  choices: {
    tag: (tag) => phrase`Étiquette : ${tag}`,
    challenge: (challenge) => phrase`Défi : ${challenge}`,
    member: (name) => phrase`Membre : ${name}`,
  },
  gone: '(n’est plus là)',
  nothing:
    'Rien pour l’instant. `/follow add` suit une étiquette, un défi ou un membre : tu auras des nouvelles, au plus une fois par heure.',
  added: '✅ Tu en auras des nouvelles.',
  already: 'Tu le suis déjà.',
  removed: '✅ Tu n’en auras plus de nouvelles.',

  settings: {
    heading: '### 🔔 Notifications',
    kinds: {
      solution: 'Ton défi a une nouvelle solution',
      accepted: 'Ta solution a été acceptée',
      helped: 'Ton entrée a aidé trois personnes',
      followed: 'Du nouveau dans ce que tu suis',
    },
    ways: { direct: 'Par message privé', channel: 'Dans le salon', off: 'Ne pas me le dire' },
    pace: '-# Un message par heure au plus, aucun de 22:00 à 07:00 dans le fuseau horaire de ce serveur.',
  },

  inGuild: (name) => phrase`-# Des nouvelles de **${name}**`,
  forMember: (memberId) => `🔔 <@${memberId}>`,
  formerMember: 'Un ancien membre',
  news: {
    solution: ({ challenge, title, entry, author }) =>
      phrase`💡 ${author} a répondu à ton défi ${challenge} « ${title} » : ${entry}`,
    accepted: ({ challenge, title, entry }) =>
      phrase`✅ Ta solution ${entry} a résolu ${challenge} « ${title} ».`,
    helped: ({ entry, title }) => phrase`👍 Ton entrée ${entry} « ${title} » a aidé trois personnes.`,
    'tag-entry': ({ entry, title, author, tag }) =>
      phrase`🏷️ Du nouveau dans ${tag ? tagCode(tag) : 'une étiquette que tu suis'} : ${entry} « ${title} » par ${author}`,
    'member-entry': ({ entry, title, author }) => phrase`👤 Du nouveau de ${author} : ${entry} « ${title} »`,
    'challenge-solution': ({ challenge, title, entry, author }) =>
      phrase`💡 ${author} a répondu à ${challenge} « ${title} », que tu suis : ${entry}`,
    'challenge-solved': ({ challenge, title, entry }) =>
      phrase`✅ ${challenge} « ${title} », que tu suis, est résolu : ${entry}`,
  },
  turnOff: {
    solution: 'Arrêter : nouvelles solutions',
    accepted: 'Arrêter : solutions acceptées',
    helped: 'Arrêter : entrées qui aident',
    followed: 'Arrêter : ce que je suis',
  },
  turnedOff: {
    solution: 'D’accord, je ne te parle plus des nouvelles solutions à tes défis.',
    accepted: 'D’accord, je ne te parle plus des solutions acceptées.',
    helped: 'D’accord, je ne te dis plus quand tes entrées aident quelqu’un.',
    followed: 'D’accord, je ne te parle plus de ce que tu suis.',
  },
};
