/** French copy of reporting an entry: the form, its reasons, and the thanks. */
import type { Catalogue } from '../catalogue-type.js';
import { phrase } from './typography.js';

export const reports: Catalogue['reports'] = {
  commands: { menu: 'Report to moderators' },
  form: {
    title: (number) => `Signaler #${number}`,
    reason: 'Quel est le problème ?',
    note: 'Autre chose à dire à la modération ?',
    notePlaceholder: 'Tu peux laisser vide',
  },
  reasons: {
    spam: { name: 'Spam', hint: 'De la publicité, ou sans cesse la même chose' },
    harassment: { name: 'Harcèlement', hint: 'Ça attaque ou insulte quelqu’un' },
    misleading: { name: 'Faux ou trompeur', hint: 'Le suivre pourrait faire des dégâts' },
    'private-data': {
      name: 'Données privées',
      hint: 'Un mot de passe, une clé, ou les coordonnées de quelqu’un',
    },
    'off-topic': { name: 'Hors sujet', hint: 'Rien à voir avec l’apprentissage' },
    other: { name: 'Autre chose', hint: 'Explique-le dans la note' },
  },
  thanks: (number) =>
    phrase`Merci de veiller sur les autres. La modération va regarder **#${number}** et décider ; tu n’as plus rien à faire. Elle seule voit qui l’a signalé.`,
};
