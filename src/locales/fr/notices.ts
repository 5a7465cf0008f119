/** French notices to members about their contributions: what happened, why, and what they can do next. */
import { restorableDays } from '../../entities/entry.js';
import type { Catalogue } from '../catalogue-type.js';
import { moment } from './findings.js';
import { phrase } from './typography.js';

const mistaken = 'Si tu penses que c’est une erreur, parles-en à la modération';

export const notices: Catalogue['notices'] = {
  inGuild: (name) => phrase`-# À propos de **${name}**`,
  entry: (number, title) => phrase`**#${number}**${title ? phrase` « ${title} »` : ''}`,
  why: (reason) => phrase`Pourquoi : « ${reason} »`,

  kinds: {
    'entry-published': ({ entry }) => phrase`Ton entrée ${entry} est publiée : tout le monde peut la voir.`,
    'entry-declined': ({ entry }) =>
      `La modération n’a pas publié ton entrée ${entry}. Tu peux changer ce qu’elle indique et partager de nouveau.`,
    'import-published': () =>
      phrase`Ce que tu as importé de ton README est publié : tout le monde peut le voir.`,
    'import-declined': () =>
      'La modération n’a pas publié ce que tu as importé de ton README. Tu peux changer ce qu’elle indique et importer de nouveau.',
    'entry-hidden': ({ entry }) =>
      phrase`La modération a masqué ton entrée ${entry} : les autres ne la voient plus. ${mistaken}, qui peut la rétablir.`,
    'entry-restored': ({ entry }) =>
      phrase`La modération a rétabli ton entrée ${entry} : tout le monde la voit de nouveau.`,
    'entry-removed': ({ entry }) =>
      phrase`La modération a retiré ton entrée ${entry}. ${mistaken} dans les ${restorableDays} jours : jusque-là, elle peut être rétablie.`,
    'challenge-reopened': ({ entry }) =>
      phrase`La modération a retiré la solution que tu avais acceptée pour ton défi ${entry} : il est de nouveau ouvert. Appuie sur Accepter sous une autre, ou attends-en de nouvelles.`,
    'challenge-solved-again': ({ entry }) =>
      phrase`La solution que tu avais acceptée pour ton défi ${entry} est de retour : il est de nouveau résolu. \`/challenge reopen\` revient en arrière.`,
    'challenge-looked-at': ({ entry }) =>
      phrase`Quelqu’un regarde ton défi ${entry} : son nom est sur la carte.`,
    'member-muted': ({ facts }) => {
      const { until } = facts;
      const how =
        typeof until === 'string' ? `jusqu’au ${moment(new Date(until), 'f')}` : 'jusqu’à nouvel ordre';
      return phrase`La modération t’a mis en sourdine ${how} : d’ici là, tu ne peux ni partager, ni demander, ni répondre, ni modifier. Tu peux toujours lire, chercher et remercier. ${mistaken}.`;
    },
    'message-saved': ({ entry }) =>
      phrase`Quelqu’un a gardé ce que tu as écrit : ${entry}. L’entrée est de toi. Tu n’en veux pas ? \`/entry delete\` la retire, et dans \`/profile edit\` tu peux choisir que personne ne garde tes messages.`,
    'member-unmuted': () =>
      phrase`Ta mise en sourdine est terminée : tu peux de nouveau partager, demander, répondre et modifier. Content de te revoir !`,
  },
};
