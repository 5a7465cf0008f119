/** French copy of study sessions. */
import type { Catalogue } from '../catalogue-type.js';
import { named } from './people.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

export const sessions: Catalogue['sessions'] = {
  commands: {
    description: 'Séances d’étude : en prévoir une, et voir celles qui viennent',
    plan: 'Prévoir une séance ; tu vois comment j’ai compris l’heure avant toute publication',
    topic: 'De quoi il s’agit, par exemple programmer à deux l’API',
    when: 'Quand elle commence, par exemple demain 18h ou vendredi 19h',
    length: 'Combien de temps elle dure, par exemple 45min ou 2h ; une heure par défaut',
    place: 'Où elle a lieu : un salon vocal, un lien, une salle',
    list: 'Les séances d’étude qui viennent',
    cancel: 'Annuler une séance que tu as prévue',
    session: 'Choisis-la dans la liste',
  },

  heading: (topic) => `### 📚 ${topic}`,
  when: (start, relative, minutes) =>
    phrase`**Quand** : ${start} (${relative}), pendant ${duration(minutes)}`,
  place: (place) => phrase`**Où** : ${place}`,
  host: (hostId) => `-# prévue par ${named(hostId)}`,
  going: (members, total) =>
    phrase`**Viennent** : ${members.map(named).join(' ')}${total > members.length ? ` et ${total - members.length} autres` : ''}`,
  nobodyGoing: phrase`**Viennent** : personne pour l’instant`,
  cancelled: '❌ Cette séance est annulée.',
  over: '-# Cette séance est terminée.',
  defaultPlace: 'Sur ce serveur',
  eventDescription: (host) => `Une séance d’étude, prévue par ${host} avec /session plan.`,

  confirm: {
    heading: 'Je publierai ceci. Est-ce que j’ai bien compris ?',
    understood: (clock, zone) => `**${clock}**, ${zone}`,
    skipped:
      '⚠️ Les horloges changent cette nuit-là et cette heure n’existe pas : c’est celle d’après le changement.',
    twice: '⚠️ Les horloges changent cette nuit-là et cette heure vient deux fois : c’est la première.',
  },
  planned: '✅ C’est prévu. Je publie la carte dans le salon de la cohorte.',
  discarded: 'Rien n’a été publié. Utilise `/session plan` pour réessayer.',
  joined: (topic, start) => `✅ Tu viens à **${topic}**, ${start}. Je te mentionnerai 15 minutes avant.`,
  left: (topic) => `Tu ne viens plus à **${topic}**.`,
  cancelledNow: (topic) => `✅ **${topic}** est annulée. Sa carte et son évènement le disent.`,
  attended: phrase`C’est noté : tu étais là, et celles et ceux qui partagent ce que vous avez appris peuvent te nommer.`,

  list: {
    heading: '### 📚 Les séances d’étude qui viennent',
    line: (topic, start, relative, going) =>
      `- **${topic}** · ${start} (${relative}) · ${plural(going, 'personne vient', 'personnes viennent')}`,
    empty: 'Aucune séance n’est prévue. Prévois-en une avec `/session plan`.',
  },
  choice: (topic, date) => `${topic} · ${date}`,

  reminder: (topic, relative, members) =>
    `⏰ **${topic}** commence ${relative}. ${members.map(named).join(' ')}`,
  hasBegun: (topic, relative, members) =>
    `⏰ **${topic}** a commencé ${relative} et dure encore. ${members.map(named).join(' ')}`,
  reminderDirect: '-# Je ne peux rien publier là où se trouve la carte de la séance, alors je te le dis ici.',
  recap: (topic) =>
    phrase`🎓 Comment était **${topic}** ? Partage ce que tu as appris tant que tu t’en souviens.`,
  recapNote:
    '-# Appuie sur J’y étais si tu es venu et que les autres peuvent te nommer dans ce qu’ils partagent.',
  sharedTitle: (topic) => phrase`Séance d’étude : ${topic}`,
  sharedBody: (members) => (members.length > 0 ? `Avec ${members.map(named).join(', ')}.\n\n` : ''),

  buttons: {
    confirm: 'Publier',
    discard: 'Ne pas publier',
    join: 'Je viens',
    leave: 'Je ne peux pas venir',
    event: 'Ouvrir l’évènement',
    card: 'Aller à la carte',
    attended: 'J’y étais',
    share: 'Partager ce que tu as appris',
  },
};

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    ...(hours > 0 ? [plural(hours, 'heure', 'heures')] : []),
    ...(rest > 0 ? [plural(rest, 'minute', 'minutes')] : []),
  ].join(' et ');
}
