/** French copy of the weekly digest and its commands. */
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const listed = new Intl.ListFormat('fr', { type: 'conjunction' });

const dates = new Intl.DateTimeFormat('fr', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const digest: Catalogue['digest'] = {
  commands: {
    digest: 'Le résumé de la semaine de la cohorte',
    latest: 'Relis le dernier résumé',
    preview: 'Vois ce que contient déjà le prochain résumé',
    admin: 'Quand et où le résumé de la semaine est publié',
    schedule: 'Choisis le jour et l’heure du résumé ; la première fois, cela le met en route',
    day: 'Le jour de la semaine',
    time: 'L’heure, par exemple 09:00 ou 18:30',
    timezone: 'Tape une ville, par exemple Nairobi, et choisis-la dans la liste',
    channel: 'Où le publier ; par défaut là où il l’était, ou dans le salon de la cohorte',
    pause: 'Arrête de publier les résumés jusqu’à la reprise',
    resume: 'Publie de nouveau les résumés après une pause',
    run: 'Publie le résumé maintenant au lieu d’attendre son jour',
  },
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],

  heading: 'La semaine de ta cohorte',
  previewHeading: 'Le prochain résumé, pour l’instant',
  period: (start, end) => `-# du ${start} au ${end}`,
  figures: {
    learnings: (count) => plural(count, 'apprentissage partagé', 'apprentissages partagés'),
    challenges: (count) => plural(count, 'défi posé', 'défis posés'),
    solved: (count) => plural(count, 'défi résolu', 'défis résolus'),
    members: (count) => plural(count, 'membre actif', 'membres actifs'),
    imported: (entries, documents) =>
      `📥 ${plural(entries, 'entrée importée', 'entrées importées')} de ${plural(documents, 'README', 'README')}`,
    more: (count) => `+${count}`,
    same: '±0',
    comparedWith: (days) =>
      days === 7
        ? phrase`-# Entre parenthèses : ce qu’il y a de plus que la semaine d’avant.`
        : phrase`-# Entre parenthèses : ce qu’il y a de plus que dans les ${plural(days, 'jour', 'jours')} d’avant.`,
  },

  learnings: '### 💡 Appris cette semaine',
  pairs: '### 🧩 Résolus ensemble',
  waiting: '### 👋 Tu peux aider ?',
  thanks: '### 🙏 Merci',
  by: (person) => `par ${person}`,
  helpful: (count) => `👍 ${count}`,
  pair: (asker, helper) => `-# posé par ${asker}, résolu par ${helper}`,
  ownPair: (asker) => `-# posé et résolu par ${asker}`,
  waitingSince: (asker, since, solutions) =>
    `-# posé par ${asker} ${since}${solutions > 0 ? ` · ${plural(solutions, 'solution proposée', 'solutions proposées')}` : ''}`,
  moreLearnings: (count) => `-# et ${count} de plus dans toute la semaine`,
  moreWaiting: (count) =>
    phrase`-# ${plural(count, 'autre est ouvert', 'autres sont ouverts')} : \`/challenge list\``,
  helpers: (people) => `${listed.format(people)}, pour avoir aidé les autres.`,
  helper: (person, helpful, solved) => {
    const contributions = [
      ...(solved > 0 ? [plural(solved, 'défi résolu', 'défis résolus')] : []),
      ...(helpful > 0 ? [`👍 ${helpful}`] : []),
    ];
    return `${person} (${contributions.join(', ')})`;
  },
  streaks: (people) => `${listed.format(people)}, pour votre régularité.`,
  streak: (person, weeks) => `${person} (${weeks} semaines de suite)`,
  badges: (people, more) =>
    `🏅 Félicitations à ${listed.format([...people, ...(more > 0 ? [`${more} de plus`] : [])])}.`,
  earner: (person, badges, more) => `${person} (${badges.join(', ')}${more > 0 ? ` +${more}` : ''})`,
  newcomers: (people, more) =>
    phrase`Bienvenue à ${listed.format([...people, ...(more > 0 ? [`${more} de plus`] : [])])} : la première contribution est la plus difficile.`,
  lookingForPeople: '### 🤝 On recherche du monde',
  comingSessions: '### 📚 Séances d’étude de la semaine',
  older: '### 🔎 À relire',
  solvedBy: (person) => `résolu par ${person}`,
  nothingYet: 'Rien n’a encore été partagé. Partage un apprentissage avec `/share`, et il sera le premier.',
  previewNote: (due, relative) =>
    `-# Personne d’autre ne voit ceci. Le résumé est prévu le ${due}, ${relative}, avec ce qui sera partagé d’ici là.`,
  previewPaused:
    '-# Personne d’autre ne voit ceci. Le résumé est en pause : il ne sera pas publié pour l’instant.',

  wholeWeek: 'Toute la semaine',
  week: {
    heading: '### Toute la semaine',
    types: { learning: '💡', challenge: '🧩', solution: '🛠️' },
    solved: '✅',
    solutionTo: (title) => phrase`Solution à « ${title} »`,
    page: (page, pages) => `-# Page ${page} sur ${pages}`,
    empty: 'Plus rien de cette semaine n’est visible.',
  },

  threadName: (start, end) => `Résumé du ${dates.formatRange(start, end)}`,
  openMessage: 'Aller au résumé',
  firstOne: (due, relative) =>
    `Il n’y a pas encore eu de résumé ici. Le premier est prévu le ${due}, ${relative}, avec ce que tu partages d’ici là.`,
  noneScheduled:
    'Il n’y a pas encore eu de résumé ici, et aucun n’est prévu. La modération peut choisir un jour avec `/admin digest schedule`.',
  nonePaused: 'Il n’y a pas encore eu de résumé ici, et il est en pause en ce moment.',

  scheduled: (weekday, time, timezone) =>
    `Le résumé est publié chaque **${weekday} à ${time}** (${timezone}).`,
  inChannel: (channelId) => `Il paraît dans <#${channelId}>.`,
  next: (due, relative) => `Le prochain est prévu le ${due}, ${relative}.`,
  nextIsPaused: 'Il est en pause : rien n’est publié avant `/admin digest resume`.',
  paused: 'Le résumé est en pause : rien n’est publié avant `/admin digest resume`.',
  onceResumed: (due, relative) => `Si tu le relances d’ici là, le prochain est prévu le ${due}, ${relative}.`,
  resumed: 'Le résumé est relancé.',
  posted: (link) => phrase`Le résumé est publié : ${link}`,
  runWhilePaused:
    'Le résumé est en pause : je n’ai rien publié. Utilise d’abord `/admin digest resume`, puis relance la commande.',
  notPosted: (why, retry) =>
    `Le résumé est prêt, mais je n’ai pas pu le publier. ${why} Je réessaie ${retry}.`,
  reasons: {
    empty: () => 'Rien n’a été partagé cette semaine-là.',
    missed: () => 'Je ne tournais pas au moment prévu.',
    paused: () => 'Le résumé était en pause.',
    'no-channel': () =>
      phrase`Je ne sais pas quel salon utiliser : choisis-en un avec \`/admin digest schedule\` ou \`/admin setup\`.`,
    'channel-gone': () =>
      phrase`Son salon a été supprimé : choisis-en un autre avec \`/admin digest schedule\`.`,
    'no-access': (channel) => phrase`Je ne vois pas ${channel} : donne-m’y la permission « Voir le salon ».`,
    'no-permission': (channel) =>
      phrase`Je n’ai pas le droit d’écrire dans ${channel} : donne-m’y la permission « Envoyer des messages ».`,
    'no-history': (channel) =>
      phrase`Je ne peux pas lire ${channel}, donc je ne sais pas si le résumé y est déjà : donne-m’y la permission « Voir les anciens messages ».`,
    refused: () =>
      'Discord a refusé le message. Si cela se reproduit, préviens la personne qui héberge le bot.',
    'no-answer': () => phrase`Discord n’a pas répondu : je vérifie s’il est arrivé avant de le renvoyer.`,
    fault: () =>
      phrase`Quelque chose s’est mal passé de mon côté ; la personne qui m’héberge peut le trouver dans le journal.`,
  },
  itsChannel: 'son salon',
  channel: (channelId) => `<#${channelId}>`,

  timezone: (city, name, offset) => `${city} · ${name} (${offset})`,
};
