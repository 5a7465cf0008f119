/** French copy of badges, of the weeks in a row in which a member contributed, and of roles that come with badges. */
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const problems: Catalogue['badges']['panel']['problems'] = {
  gone: 'Son rôle a été supprimé. Choisis-en un autre.',
  everyone: 'Tout le monde a déjà ce rôle. Choisis-en un autre.',
  managed: 'Discord gère ce rôle lui-même : je ne peux pas le donner. Choisis-en un autre.',
  powerful: 'Ce rôle permet ce qui est réservé aux modérateurs : je ne le donne pas. Choisis-en un autre.',
  'no-permission': 'Je n’ai pas le droit de gérer les rôles.',
  'above-me':
    'Ce rôle n’est pas sous le mien : Discord ne me laisse pas le donner. Glisse le mien au-dessus dans Paramètres du serveur → Rôles.',
};

export const badges: Catalogue['badges'] = {
  title: '**Badges**',
  names: {
    'first-share': 'Premier partage',
    'first-accepted': 'Première solution acceptée',
    'bridge-builder': 'Passerelle',
    'four-weeks': 'Quatre semaines de suite',
    teacher: 'Pédagogue',
  },
  lines: {
    'first-share': (when) => `🌱 Premier partage · ${when}`,
    'first-accepted': (when) => `🏅 Première solution acceptée · ${when}`,
    'bridge-builder': (when) => phrase`🌉 Passerelle : a résolu un défi d’un autre parcours · ${when}`,
    'four-weeks': (when) => `📅 Quatre semaines de suite · ${when}`,
    teacher: (when) => phrase`🎓 Pédagogue : a aidé dix personnes · ${when}`,
  },
  streak: (weeks, longest) =>
    phrase`🔥 **${weeks} semaines de suite**${longest > weeks ? phrase` · record : ${longest}` : ''}`,

  settings: {
    title: 'Rôles des badges',
    none: 'aucun',
    tied: (badge, roleId) => phrase`<@&${roleId}> pour « ${badge} »`,
  },

  asked: {
    'first-share': '🌱 **Premier partage** : qui a partagé un premier apprentissage',
    'first-accepted': '🏅 **Première solution acceptée** : qui a résolu le défi de quelqu’un',
    'bridge-builder': '🌉 **Passerelle** : qui a résolu un défi d’un autre parcours',
    'four-weeks': '📅 **Quatre semaines de suite** : qui a contribué chaque semaine',
    teacher: '🎓 **Pédagogue** : qui a aidé dix personnes',
  },
  panel: {
    open: 'Rôles des badges',
    title: '### Donner des rôles pour les badges',
    intro:
      'Je donne le rôle à toute personne qui a gagné le badge, et je le retire quand le badge n’est plus là. Si quelqu’un tient le rôle de toi, je n’y touche pas.',
    placeholder: 'Aucun rôle. Choisis-en un',
    back: 'Retour',
    cannotGive:
      'Je n’ai pas encore le droit de gérer les rôles. Donne « Gérer les rôles » à mon rôle dans Paramètres du serveur → Rôles.',
    problems,
    former: (roleId, members) =>
      phrase`<@&${roleId}> ne va plus avec aucun badge. ${plural(members, 'membre le garde', 'membres le gardent')}.`,
    take: (members) => `Le retirer à ${plural(members, 'membre', 'membres')}`,
    outcomes: {
      tied: '✅ C’est enregistré. Les membres qui ont gagné le badge reçoivent le rôle dans quelques minutes.',
      untied:
        '✅ C’est enregistré. Les membres qui ont le rôle le gardent, sauf si tu me le fais retirer ci-dessous.',
      taken: '✅ Je retire le rôle à ces membres dans quelques minutes.',
      unchanged: 'Il ne restait rien à changer.',
    },
    refusals: {
      gone: () => 'Ce rôle a été supprimé. Choisis-en un autre.',
      everyone: () => 'Tout le monde a déjà ce rôle. Choisis-en un autre.',
      managed: (roleId) =>
        phrase`Discord gère <@&${roleId}> lui-même : je ne peux pas le donner. Choisis-en un autre.`,
      powerful: (roleId) =>
        phrase`<@&${roleId}> permet ce qui est réservé aux modérateurs. Le rôle d’un badge va à toute personne qui le gagne : choisis-en un sans de telles permissions.`,
      'no-permission': () =>
        phrase`Je n’ai pas le droit de gérer les rôles. Donne « Gérer les rôles » à mon rôle dans Paramètres du serveur → Rôles, puis choisis de nouveau.`,
      'above-me': (roleId) =>
        phrase`<@&${roleId}> n’est pas sous mon rôle : Discord ne me laisse pas le donner. Glisse mon rôle au-dessus dans Paramètres du serveur → Rôles, puis choisis de nouveau.`,
      'not-allowed': () =>
        'Seuls les membres qui peuvent eux-mêmes gérer les rôles choisissent ceux des badges.',
      'above-you': (roleId) =>
        phrase`<@&${roleId}> n’est pas sous ton rôle le plus élevé : tu ne peux pas me le faire donner.`,
      'in-use': (roleId) => phrase`<@&${roleId}> va déjà avec un autre badge. Choisis-en un autre.`,
    },
  },
};
