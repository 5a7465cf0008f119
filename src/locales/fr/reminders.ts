/** French copy of the reminder that a challenge is still open. */
import type { Catalogue } from '../catalogue-type.js';
import { phrase } from './typography.js';

export const reminders: Catalogue['reminders'] = {
  heading: (title, since) => `🙋 **${title}**, demandé ${since}, est toujours ouvert`,
  ask: (members, tags) =>
    phrase`${members.join(' ')} vous avez déjà travaillé avec ${tags.join(', ')}. Même une piste aide : par quoi commenceriez-vous ?`,
  look: 'Je regarde',
  pass: 'Pas maintenant',
  looking:
    '✅ Merci. Je préviens la personne qui a demandé, et ton nom est sur la carte. Appuie sur Résoudre quand tu as quelque chose.',
  passed: '✅ Pas de souci. Je ne te demanderai rien d’autre pendant une semaine.',
  passedOn: '✅ Pas de souci. Je demande à quelqu’un d’autre, et plus rien à toi pendant une semaine.',
  note: '-# Je ne demande qu’une fois, et seulement aux membres qui l’ont choisi. Pour arrêter, utilise le bouton dans /profile view.',
};
