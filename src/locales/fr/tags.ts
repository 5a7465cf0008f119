/** French copy of `/admin tag`: renaming and removing tags on all entries. */
import { tagCode } from '../../platform/right-to-left.js';
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const entries = (count: number) => plural(count, 'entrée', 'entrées');

export const tags: Catalogue['tags'] = {
  commands: {
    tag: 'Renomme, fusionne ou retire des étiquettes partout',
    rename: 'Renomme une étiquette sur toutes les entrées ; si le nouveau nom existe, les deux fusionnent',
    from: 'L’étiquette à renommer ; choisis-la dans la liste',
    to: 'Le nouveau nom',
    remove: 'Retire une étiquette de toutes les entrées',
    removed: 'L’étiquette à retirer ; choisis-la dans la liste',
  },
  choice: (tag, count) => `${tag} · ${entries(count)}`,
  renamed: (from, to, count) =>
    `${tagCode(from)} s’appelle maintenant ${tagCode(to)}, sur ${entries(count)}.`,
  merged: (to, count) =>
    count === 0
      ? phrase`${tagCode(to)} était déjà utilisée : les deux étiquettes n’en font plus qu’une.`
      : phrase`${tagCode(to)} était déjà utilisée, aussi sur ${count} d’entre elles : les deux étiquettes n’en font plus qu’une.`,
  undo: (from, to) => phrase`Pour annuler : \`/admin tag rename from:${to} to:${from}\`.`,
  removed: (tag, count) => `${tagCode(tag)} a été retirée de ${entries(count)}.`,
  cards: 'Leurs cartes dans le salon sont mises à jour en quelques minutes.',
  noUndo: 'Une entrée peut retrouver une étiquette avec Modifier.',
};
