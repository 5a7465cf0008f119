/** French copy of `/readme import`: its preview, its result, and the card that sums it up. */
import type { LearningKind } from '../../entities/entry.js';
import type { Catalogue } from '../catalogue-type.js';
import { named } from './people.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const listed = new Intl.ListFormat('fr', { type: 'conjunction' });

const kinds: Record<LearningKind | 'challenge' | 'pair', (count: number) => string> = {
  pair: (count) => plural(count, 'défi avec sa solution', 'défis avec leurs solutions'),
  challenge: (count) => plural(count, 'défi ouvert', 'défis ouverts'),
  technology: (count) => plural(count, 'technologie', 'technologies'),
  concept: (count) => plural(count, 'concept', 'concepts'),
  practice: (count) => plural(count, 'bonne pratique', 'bonnes pratiques'),
  takeaway: (count) => plural(count, 'leçon', 'leçons'),
  collaboration: (count) => plural(count, 'note sur la collaboration', 'notes sur la collaboration'),
  resource: (count) => plural(count, 'ressource', 'ressources'),
  goal: (count) => plural(count, 'objectif', 'objectifs'),
};

export const imports: Catalogue['imports'] = {
  commands: {
    description: 'Importe depuis un README et exporte vers un README',
    import: 'Importe ton README.md ; tu vois ce que j’ai trouvé avant que rien soit enregistré',
    file: 'Un fichier Markdown de 1 Mio au plus',
  },
  buttons: {
    importAll: 'Tout importer',
    cancel: 'Annuler',
    fillProfile: 'Remplir aussi mon profil',
    profileIsFilled: '✓ Remplir aussi mon profil',
    withOpen: 'Les importer aussi',
    withoutOpen: 'Les laisser de côté',
  },
  kinds,
  skipReasons: {
    programme: 'texte sur le programme lui-même',
    badges: 'badges et images',
    author: 'l’auteur',
    contact: 'coordonnées',
    'repository-tree': 'l’arborescence des fichiers',
    installation: 'comment l’installer et le lancer',
    contents: 'le sommaire',
    licence: 'la licence',
    acknowledgements: 'remerciements',
    prose: 'texte sans apprentissage précis',
    unpaired: 'solutions qui ne vont avec aucun défi précis',
    pictures: 'images à l’intérieur du fichier',
    'too-many': 'plus que je ne peux importer d’un coup',
    refused: 'interdit ici, comme les invitations à d’autres serveurs',
  },
  list: (parts) => listed.format(parts),

  heading: (file) => `### 📥 ${file}`,
  found: (count) => `J’ai trouvé **${plural(count, 'entrée', 'entrées')}** à importer`,
  foundNothingNew: 'Tout ce que contient ce fichier est déjà là : il n’y a rien de nouveau à importer.',
  isRepaired: '-# Le texte était brouillé ; je l’ai réparé.',
  doneBefore: (when) =>
    phrase`-# Tu as importé ce fichier ${when}. Ce que tu as importé alors ne l’est pas une seconde fois.`,
  skipped: (reasons) => phrase`-# Laissé de côté : ${reasons}.`,
  skippedParts: (reason, names, more) =>
    `${reason} (${names.map((name) => phrase`« ${name} »`).join(', ')}${more > 0 ? ` et ${more} de plus` : ''})`,
  page: (page, pages) => `-# Page ${page} sur ${pages} · visible par toi uniquement`,
  from: (source) => `-# ${source}`,
  sourceAndSection: (source, section) => `${source} › ${section}`,
  described: (title, body) => (body === '' ? title : `${title} – ${body}`),
  pairOf: (solution) => `✅ ${solution}`,
  noSolution: 'pas encore de solution',
  dropped: 'écarté',
  alreadyShared: (number) => phrase`tu l’as déjà : #${number}`,
  keep: 'Ce qu’il faut importer',
  pick: 'Changer le genre d’un de ceux-ci',
  kindOf: (title) => phrase`Qu’est-ce que « ${title} » ?`,
  openChallenges: (count) =>
    count === 1
      ? phrase`Un défi n’a pas de solution. L’importer comme défi ouvert, pour que la cohorte puisse aider ?`
      : phrase`${count} défis n’ont pas de solution. Les importer comme défis ouverts, pour que la cohorte puisse aider ?`,

  done: (count, pairs) =>
    pairs > 0
      ? phrase`Importé : **${plural(count, 'entrée', 'entrées')}**, dont ${kinds.pair(pairs)}.`
      : phrase`Importé : **${plural(count, 'entrée', 'entrées')}**.`,
  doneNothing: 'Il n’y avait rien de nouveau, donc rien n’a été importé.',
  known: (count) => (count === 1 ? 'Une était déjà là.' : `${count} de ses entrées étaient déjà là.`),
  card: (link) => phrase`La carte dans le salon : ${link}`,
  noCard:
    'Tout est enregistré et `/search` le trouve, mais je n’ai pas pu publier la carte dans le salon : demande à la modération de lancer `/admin doctor`.',
  cancelled: 'Rien n’a été importé, et je n’ai pas gardé ton fichier.',

  summary: (memberId) => `### 📥 ${named(memberId)} a importé son README`,
  summaryCounts: (counts) => `-# ${counts}`,
  pairHeading: (title, number) => `**${title}** · #${number}`,
  morePairs: (count) =>
    phrase`-# et ${plural(count, 'autre paire', 'autres paires')} : \`/challenge list status:Résolus\``,
  technologies: (names) => `🧰 ${names}`,
  findThem: '-# `/search` trouve tout cela.',
};
