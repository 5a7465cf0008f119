/** French copy of the Start here card and of a new member's first steps. */
import type { Catalogue } from '../catalogue-type.js';
import { phrase } from './typography.js';

export const welcome: Catalogue['welcome'] = {
  card: {
    heading: '## 👋 Commence ici',
    lines: [
      'Je rassemble ce que ta cohorte apprend, je t’aide quand tu bloques, et je résume chaque semaine.',
      '',
      '- **Partager** ce que tu as appris : une ligne suffit.',
      '- **Demander** quand tu bloques. Tu vois d’abord si quelqu’un l’a déjà résolu.',
      '- **Chercher** ce que les autres savent.',
      '- **Mon profil** dit ce que tu construis ; **Apporter mon README** reprend ce que tu en as écrit.',
    ],
  },

  posting: {
    offer: 'Publier « Commence ici »',
    posted: (link) =>
      phrase`✅ La carte « Commence ici » est publiée : ${link} Je l’épingle si j’en ai le droit : il faut « Épingler des messages ».`,
    there: (link) =>
      phrase`La carte « Commence ici » est déjà là : ${link} Supprime-la, et je peux la publier à nouveau.`,
    failed: (channelId) =>
      phrase`Je n’ai pas pu publier la carte${channelId ? ` dans <#${channelId}>` : ''}. \`/admin doctor\` dit ce qui manque. Je réessaie pendant deux jours.`,
    underWay: 'La carte est en cours de publication.',
    noChannel: 'Choisis d’abord le salon de la cohorte ; je pourrai alors y publier la carte.',
  },

  heading: '### 👋 Trois premiers pas',
  steps: {
    profile: 'Dis ce que tu construis, dans ton profil',
    share: 'Partage une chose que tu as apprise',
    help: 'Aide une personne : réponds à un défi ouvert',
  },
  done: (step) => `✅ ~~${step}~~`,
  open: (step) => `⬜ ${step}`,
  look: 'Où j’en suis ?',
  allDone: '🎉 Les trois sont faits. Merci !',
};
