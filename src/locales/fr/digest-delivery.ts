/** French copy about delivering the digest: its settings, direct messages, the nudge, and failures. */
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

export const digestDelivery: Catalogue['digestDelivery'] = {
  commands: {
    subscribe: 'Reçois aussi chaque résumé par message privé',
    unsubscribe: 'Ne reçois plus les résumés par message privé',
  },

  panel: {
    title: '### Régler le résumé',
    sections: '**Que doit-il contenir ?** Les chiffres y sont toujours.',
    sectionsPlaceholder: 'Choisis ce que montre le résumé',
    sectionNames: {
      learnings: 'Appris cette semaine',
      pairs: 'Résolus ensemble',
      waiting: 'Défis qui attendent de l’aide',
      thanks: 'Merci',
      chart: 'Graphique des dernières semaines',
      older: 'Une entrée plus ancienne à relire',
    },
    role: '**Quel rôle doit-il notifier ?** Une fois par résumé ; aucun si tu n’en choisis pas.',
    rolePlaceholder: 'Choisis un rôle à notifier, ou aucun',
    roleGone: '-# ❌ Le rôle choisi auparavant a été supprimé.',
    roleQuiet: (roleId) =>
      phrase`-# ⚠️ Ma notification n’atteindra pas <@&${roleId}> : permets à tout le monde de le mentionner dans Paramètres du serveur → Rôles, ou donne-moi « Mentionner @everyone ».`,
    nudge: (isOn) =>
      isOn
        ? '**Si personne ne partage rien pendant une semaine,** je publie un petit mot d’encouragement, mais jamais deux semaines de suite.'
        : '**Si personne ne partage rien pendant une semaine,** je ne publie rien.',
    nudgeOn: 'Encourager les semaines vides',
    nudgeOff: 'Ne rien publier les semaines vides',
    open: 'Résumé',
    back: 'Retour',
    everyoneAsRole: 'Ce rôle notifierait tout le monde. Choisis-en un plus précis.',
  },

  settings: {
    sections: 'Absent du résumé',
    nothingLeftOut: 'rien',
    emptyWeek: 'Semaine vide',
    nudge: 'un encouragement, jamais deux semaines de suite',
    silence: 'rien n’est publié',
    role: 'Notifié par le résumé',
    mentioned: (roleId) => `<@&${roleId}>`,
    nobody: 'personne',
    subscribers: 'Par message privé',
    subscribed: (count) => plural(count, 'membre', 'membres'),
    leftOut: 'Sautés récemment',
  },

  nudge: {
    heading: 'Une semaine calme',
    text: 'Personne n’a rien partagé cette semaine, et ce n’est pas grave. As-tu découvert quelque chose, même de petit ?',
    hints:
      '-# Un bug dont tu as trouvé la cause, une commande que tu oublies toujours, un lien qui t’a servi : une ligne suffit. Tu bloques ? Demande à la cohorte avec `/challenge post`.',
    share: 'Partager quelque chose',
  },

  trouble: (period, why, retry) =>
    phrase`⚠️ Je n’ai pas pu publier le résumé pour ${period}. ${why}\n-# Je réessaie ${retry}, puis de moins en moins souvent pendant deux jours. \`/admin doctor\` montre ce qui ne va pas ; \`/admin digest run\` le publie tout de suite.`,
  troubleOf: (guild) => phrase`-# Il s’agit de **${guild}**, qui t’appartient.`,

  mail: {
    subscribed: 'Désormais, tu reçois aussi chaque résumé par message privé, juste après sa publication ici.',
    already: 'Tu as déjà un abonnement : tu reçois chaque résumé par message privé.',
    first: (due) => `Le premier est prévu ${due}.`,
    toEnd: '-# Pour arrêter, utilise `/digest unsubscribe` ou le bouton sous n’importe lequel d’entre eux.',
    unsubscribed: 'Tu ne recevras plus les résumés par message privé. Ils paraissent toujours dans le salon.',
    notSubscribed: 'Tu n’as pas d’abonnement : il n’y a rien à arrêter.',
    closed:
      'Je n’ai pas pu t’envoyer le résumé : tu n’acceptes pas les messages privés de ce serveur. Ton abonnement a pris fin. Autorise-les sous le nom du serveur → Paramètres de confidentialité, puis relance `/digest subscribe`.',
    unsubscribe: 'Me désabonner',
  },
};
