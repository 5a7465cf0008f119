/** French copy of badges, and of the weeks in a row in which a member contributed. */
import type { Catalogue } from '../catalogue-type.js';
import { phrase } from './typography.js';

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
};
