/** French copy of study buddies. */

import type { Hours } from '../../entities/buddies.js';
import { tagCode } from '../../platform/right-to-left.js';
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { profile } from './profile.js';
import { phrase } from './typography.js';

const listed = new Intl.ListFormat('fr', { type: 'conjunction' });

const weekdays: readonly string[] = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

const hours: Record<Hours, string> = {
  morning: 'Le matin',
  afternoon: 'L’après-midi',
  evening: 'Le soir',
  weekend: 'Le week-end',
};

const code = (tags: readonly string[]) => tags.map(tagCode).join(', ');

export const buddies: Catalogue['buddies'] = {
  commands: {
    description: 'Rencontre quelqu’un de nouveau chaque semaine',
    join: 'Reçois chaque semaine un nouveau binôme',
    leave: 'Ne reçois plus de binôme',
    skip: 'Passe le prochain tour',
    status: 'Vois ton binôme et le prochain tour, et choisis ce qui te convient',
    admin: 'Quand les binômes sont formés',
    schedule: 'Choisis le jour et l’heure du tour ; la première fois, cela le lance',
    day: 'Le jour de la semaine',
    time: 'L’heure, comme 10:00 ou 18h, dans le fuseau du serveur',
    pause: 'Arrête les tours jusqu’à ce que tu les planifies à nouveau',
    run: 'Forme maintenant les binômes de tous ceux qui participent',
  },
  weekdays,
  hours,

  buttons: {
    join: 'Participer',
    leave: 'Arrêter',
    skip: 'Passer un tour',
    rejoin: 'Ne pas passer',
    met: 'On s’est vus',
    notMet: 'Pas cette fois',
    swap: 'Échanger nos contacts',
    nameMe: 'Me nommer au résumé',
    doNotNameMe: 'Ne pas me nommer',
    openThread: 'Ouvrir notre fil',
  },

  status: {
    heading: '### 🤝 Binômes',
    isIn: (participants) =>
      `Tu participes, avec ${plural(participants - 1, 'autre membre', 'autres membres')}.`,
    isOut: (participants) =>
      phrase`Tu ne participes pas encore. ${participants === 0 ? phrase`Personne ne participe : commence.` : `${plural(participants, 'membre participe', 'membres participent')}.`} Chaque semaine, tu rencontrerais quelqu’un de nouveau : backend avec frontend si possible.`,
    joined: '✅ Tu participes à partir du prochain tour.',
    joinedBefore: '✅ Tu participes.',
    left: phrase`✅ Tu ne participes plus. Tes choix sont supprimés ; je garde qui tu as rencontré, pour te présenter quelqu’un de nouveau si tu reviens.`,
    leftBefore: 'Tu ne participes pas, donc rien n’a changé.',
    next: (when, relative) => phrase`**Prochain tour** : ${when}, ${relative}`,
    noNext: phrase`**Prochain tour** : aucun n’est prévu. La modération peut le faire avec \`/admin buddies schedule\`.`,
    paused: phrase`**Prochain tour** : les tours sont en pause.`,
    skips: phrase`⏭️ Le prochain tour se fait sans toi ; tu participes à nouveau au suivant.`,
    withBuddies: (members) => phrase`**Cette semaine** : ${listed.format(members)}`,
    alone: phrase`**Cette semaine** : tu n’as pas de binôme.`,
    partners: (count) => phrase`**Rencontres** : ${plural(count, 'membre', 'membres')}`,
    named: '-# Quand vous vous êtes vus, le résumé peut te nommer.',
    notNamed: '-# Le résumé compte les rencontres sans te nommer.',
    hoursPlaceholder: phrase`Quand as-tu du temps ?`,
    anyHours: 'N’importe quand',
    neverPlaceholder: 'Ne jamais me mettre avec…',
    neverNote: '-# Toi seul vois qui tu choisis ici. Personne ne l’apprend, et vous n’êtes jamais ensemble.',
    contact: (member, links) => phrase`📇 ${member} : ${links.join(' · ')}`,
    contactWithoutLinks: (member) => phrase`📇 ${member} : écris-lui un message privé`,
  },

  scheduled: (day, time, timezone) =>
    `Les binômes sont formés chaque **${weekdays[day - 1]} à ${time}** (${timezone}).`,
  next: (when, relative) => phrase`Le prochain tour : ${when}, ${relative}.`,
  invite: 'Les membres participent avec `/buddies join`.',
  paused: phrase`Les binômes sont en pause : aucun n’est formé avant \`/admin buddies schedule\`.`,
  ran: (groups, members) =>
    `${plural(members, 'membre réparti', 'membres répartis')} en ${plural(groups, 'groupe', 'groupes')}. Je les préviens maintenant.`,
  ranLeftOut: (count) =>
    phrase`Il ne restait personne pour ${plural(count, 'membre', 'membres')} : je les préviens aussi.`,
  ranEmpty: 'Personne ne participe encore. Les membres participent avec `/buddies join`.',

  group: {
    heading: (size) => (size > 2 ? '### 👋 Voici ton groupe' : '### 👋 Voici ton binôme'),
    meet: (members) => phrase`${listed.format(members)} : cette semaine est à vous.`,
    again: phrase`-# Vous vous connaissez : il n’y avait personne de nouveau cette fois.`,
    inGuild: (name) => `-# De **${name}**`,
    member: (name, track) => `**${name}**${track ? ` · ${profile.tracks[track]}` : ''}`,
    builds: (project, summary) =>
      summary ? phrase`Construit **${project}** : ${summary}` : `Construit **${project}**`,
    about: (summary) => phrase`Construit : ${summary}`,
    buildsNothing: phrase`N’a pas encore dit ce qu’il construit : demande.`,
    worksWith: (tags) => `Travaille avec ${code(tags)}`,
    challenges: '### 🧩 Quelqu’un ici le sait peut-être',
    challenge: (title, asker, helper, tags) =>
      `${title}, demandé par ${asker}. ${helper} travaille avec ${code(tags)}.`,
    firstTenMinutes: '### ☕ Pour les dix premières minutes',
    suggestions: {
      across: [
        phrase`Ouvrez ensemble un point d’entrée de l’API. Frontend : dis ce qu’il te faudrait. Backend : dis ce qu’il sait déjà faire.`,
        phrase`Dessinez un écran et les requêtes derrière. Où attend-on, et que montrer à ce moment-là ?`,
        'Choisissez une erreur qu’un utilisateur pourrait voir. Suivez-la de la base de données à l’écran, chacun sa moitié.',
      ],
      alike: [
        'Chacun montre le dernier bug qui a pris plus d’une heure, et ce qui l’a trahi.',
        'Montrez-vous un fichier dont vous êtes fiers et un que vous réécririez. Dites pourquoi.',
        'Choisissez une petite chose à apprendre cette semaine, et comment vous vous la montrerez.',
      ],
    },
    note: phrase`-# Dire si vous vous êtes vus m’aide pour la suite. \`/buddies status\` a tous les choix.`,
    direct: phrase`-# Je ne peux pas ouvrir de fil pour vous, alors écrivez-vous : appuie sur le nom, puis Message.`,
  },

  question: {
    heading: phrase`### Vous êtes-vous vus ?`,
    text: phrase`Un appel, quelques messages ou un café, tout compte. Sinon, ce n’est pas grave : je te trouverai quelqu’un.`,
  },

  alone: {
    leftOver: '### 🤝 Pas de binôme cette semaine',
    text: 'Le compte n’y était pas, et c’est toi qui attends. La prochaine fois, tu passes en premier.',
    fewer:
      'Ton binôme ne peut finalement pas participer, et il ne restait personne. La prochaine fois, tu passes en premier.',
    single: phrase`Tu es seul à participer pour le moment. Parles-en : \`/buddies join\`.`,
    inGuild: (name) => `-# De **${name}**`,
  },

  answered: {
    met: phrase`✅ Super. Partage ce que tu as appris avec \`/share\`, type *collaboration*.`,
    notMet: '✅ Merci. La prochaine fois, je te trouverai quelqu’un qui a le temps.',
    skipped: phrase`✅ Le prochain tour se fait sans toi. Pour changer : \`/buddies status\`.`,
    contactAsked:
      '✅ Quand les autres appuient aussi, chacun reçoit les liens des autres. D’ici là, personne ne voit les tiens.',
    contactShared: (lines) => phrase`✅ Vous voulez garder le contact :\n${lines.join('\n')}`,
    contactHeading: '### 📇 Vous voulez garder le contact',
  },

  threadName: (date, number) => `Binômes ${date} · ${number}`,

  digest: (groups, members) =>
    `🤝 ${plural(groups, 'groupe s’est vu', 'groupes se sont vus')} cette semaine (${plural(members, 'membre', 'membres')}).`,
  digestNamed: (members) => `Avec ${listed.format(members)}.`,
};
