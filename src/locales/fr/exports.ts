/** French copy of `/readme export` and `/admin export`; words inside the documents are in `document.ts`. */
import type { ExportFormat } from '../../features/export/cohort-export-model.js';
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

/** How to combine several zips. */
const together: Record<ExportFormat, string> = {
  markdown: 'Décompresse-les tous dans un même dossier et commence par README.md.',
  json: phrase`Chaque zip contient une partie de chaque liste : réunis les listes de toutes les parties.`,
  csv: 'Un tableau qui continue dans une partie suivante porte le numéro de cette partie dans son nom.',
};

export const exports: Catalogue['exports'] = {
  commands: {
    readme: 'Obtiens un README.md de ce qui a été partagé, prêt pour GitHub',
    member: 'De qui ; le tien par défaut',
    style: 'Son apparence ; portfolio par défaut',
    styles: {
      portfolio: 'Portfolio : badges, sommaire, semaines et mercis au-dessus des entrées',
      story: 'Récit : nom, dates, semaines et mercis au-dessus des entrées',
      compact: 'Compact : les entrées seules',
    },
    discordLinks: 'Si les entrées renvoient à leurs cartes dans Discord ; oui par défaut',
    cohort: 'Exporte toute la cohorte, en pages à lire ou en données',
    format: 'Le format des fichiers ; des pages par défaut',
    formats: {
      markdown: 'Pages Markdown : une par membre, tout par étiquette, le livre des défis',
      json: 'JSON : tout ce qui est enregistré, pour des programmes',
      csv: 'CSV : un fichier par table, pour un tableur',
    },
  },
  own: 'Voici ton README, fait de ce que tu as partagé. Modifie-le comme tu veux ; `/readme import` sait le relire.',
  ofMember: (memberId) =>
    `Voici tout ce que <@${memberId}> a partagé et que tout le monde peut voir ici, sous forme de README.`,
  weeks: (count) => plural(count, 'semaine', 'semaines'),
  withPicture:
    'Le zip le contient avec l’image ci-dessus ; dans le fichier seul, GitHub dessine le diagramme.',
  longReadme: 'Il est long, donc il arrive en plusieurs fichiers ; chacun peut être importé à part.',
  nothingOwn:
    'Il n’y a encore rien à exporter. Partage une chose que tu as apprise avec /share, ou apporte un README avec /readme import ; /profile edit ajoute ton projet.',
  nothingOf: (memberId) => `<@${memberId}> n’a encore rien partagé.`,
  cohort: {
    markdown: 'Les pages de la cohorte : décompresse le zip et commence par README.md.',
    json: 'La cohorte en JSON : décompresse le zip ; tout est dans cohort.json.',
    csv: 'La cohorte en tableaux : décompresse le zip et ouvre chaque fichier dans un tableur.',
  },
  careful:
    '-# Il contient les identifiants des membres et les entrées masquées : à garder au sein de la modération.',
  parts: (from, to) => (from === to ? `Partie ${from}.` : `Parties ${from} à ${to}.`),
  moreFollows: 'D’autres fichiers suivent dans un instant.',
  complete: (format, parts) => `C’est tout, en ${plural(parts, 'zip', 'zips')}. ${together[format]}`,
  nothingInCohort: 'Personne n’a encore rien partagé : il n’y a rien à exporter.',
};
