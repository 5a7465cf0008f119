/** French copy about pictures of entries. */
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

export const pictures: Catalogue['pictures'] = {
  commands: {
    picture: 'Une image PNG, JPEG, WebP ou GIF, 8 Mio au plus',
    description: 'Ce que montre l’image, pour qui ne la voit pas',
    those: 'Ce que deviennent les images présentes ; une nouvelle les remplace si tu ne les gardes pas',
    keep: 'Garder celles qui y sont',
    remove: 'Retirer celles qui y sont',
  },
  changed: (number, done) =>
    ({
      added: phrase`L’image est ajoutée à **#${number}**.`,
      replaced: phrase`**#${number}** a sa nouvelle image, à la place de ce qui s’y trouvait.`,
      removed: phrase`**#${number}** n’a plus d’image.`,
    })[done],
  gone: (count) =>
    count === 1
      ? phrase`-# 🖼️ L’image n’est plus là : le message qui la contenait a été supprimé.`
      : phrase`-# 🖼️ ${plural(count, 'image n’est', 'images ne sont')} plus là : les messages qui les contenaient ont été supprimés.`,
  unreachable: (count) =>
    phrase`-# 🖼️ Discord ne me donne pas ${plural(count, 'image', 'images')} pour l’instant. Réessaie dans un moment.`,
  describe: 'Décrire l’image',
  ask: (number) =>
    phrase`Que montre l’image de **#${number}** ? Une phrase suffit : elle est lue à qui ne voit pas l’image, et affichée quand l’image ne se charge pas.`,
  left: (number, why) => phrase`**#${number}** est enregistré sans son image. ${why}`,
  form: (number) => `L’image de #${number}`,
  field: 'Ce qu’elle montre',
  fieldOf: (position) => `Ce que montre l’image ${position}`,
  placeholder: 'Un terminal avec l’erreur « port 5432 already in use »',
  described: (number) => phrase`Merci ! L’image de **#${number}** a sa description.`,
};
