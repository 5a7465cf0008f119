/** French copy of the moderation commands for entries and members, and their answers. */
import { restorableDays } from '../../entities/entry.js';
import type { Catalogue } from '../catalogue-type.js';
import { moment } from './findings.js';
import { named } from './people.js';
import { phrase } from './typography.js';

export const moderation: Catalogue['moderation'] = {
  commands: {
    reason: 'Pourquoi : montré au membre et dans le journal',
    entry: {
      group: 'Masque, retire ou rétablit une entrée',
      hide: 'Masque une entrée aux autres jusqu’à ce qu’elle soit rétablie',
      remove: `Retire une entrée, même à qui l’a écrite ; tu peux la rétablir pendant ${restorableDays} jours`,
      restore: 'Rétablit une entrée que la modération a masquée ou retirée',
    },
    member: {
      mute: 'Empêche un membre de contribuer pendant un temps',
      unmute: 'Laisse de nouveau contribuer un membre en sourdine',
      member: 'Le membre',
      duration: 'Par exemple 2h, 3 jours ou 1w ; un jour par défaut',
    },
  },

  durations: { further: 'jusqu’à nouvel ordre' },
  muted: (memberId, until) =>
    phrase`${named(memberId)} est en sourdine ${mutedUntil(until)}, et je le lui dis. Lire, chercher et remercier restent possibles ; \`/admin member unmute\` y met fin.`,
  unmuted: (memberId) => `${named(memberId)} peut de nouveau contribuer, et je le lui dis.`,

  hidden: (number) =>
    `**#${number}** est masqué dans la recherche, les résumés et le salon. \`/admin entry restore\` le fait revenir.`,
  removed: (number) =>
    phrase`**#${number}** est retiré. La personne qui l’a écrit ne peut pas le rétablir ; toi si, pendant ${restorableDays} jours, avec \`/admin entry restore\`.`,
  reopened: (challenge) =>
    phrase`C’était la solution acceptée du défi **#${challenge}**, qui est de nouveau ouvert ; je préviens la personne qui l’a posé.`,
  restored: (number) => `**#${number}** est de retour, dans le salon et dans la recherche.`,
  solvedAgain: (challenge) =>
    `C’est de nouveau la solution acceptée du défi **#${challenge}**, qui est résolu.`,
  notPaired: (challenge) =>
    phrase`C’était la solution acceptée du défi **#${challenge}**, mais celui-ci en a une autre ou n’est plus là : cette solution n’est donc plus acceptée.`,
};

/** `jusqu’au vendredi (dans 3 jours)`. */
export function mutedUntil(until: Date | null): string {
  return until ? `jusqu’au ${moment(until, 'f')} (${moment(until, 'R')})` : 'jusqu’à nouvel ordre';
}
