/** French copy of the project board. */

import type { Role } from '../../entities/project.js';
import { tagCode } from '../../platform/right-to-left.js';
import type { Catalogue } from '../catalogue-type.js';
import { named } from './people.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const roles: Record<Role, string> = {
  backend: 'Backend',
  frontend: 'Frontend',
  design: 'Design',
  tester: 'Tests',
};
const listed = new Intl.ListFormat('fr', { type: 'conjunction' });

export const projects: Catalogue['projects'] = {
  commands: {
    description: 'Le tableau des projets : ce qui se construit ici, son API, et qui est recherché',
    publish: 'Mettre ton projet au tableau, dans un formulaire qui part de ton profil',
    list: 'Parcourir les projets que les membres construisent',
    track: 'Seulement les projets de membres de ce parcours',
    stack: 'Seulement les projets avec cette étiquette',
    lookingFor: 'Seulement les projets qui recherchent cela',
    view: 'Afficher un projet, et le modifier si c’est le tien',
    close: 'Retirer ton projet du tableau',
    project: 'Choisis-le dans la liste en tapant son nom',
  },
  roles,
  tracks: { backend: 'Backend', frontend: 'Frontend', other: 'Autre' },

  heading: (name) => `### 🚀 ${name}`,
  stack: (tags) => phrase`**Construit avec** : ${tags.map(tagCode).join(' ')}`,
  repository: (link) => phrase`**Dépôt** : ${link}`,
  live: (link) => phrase`**En ligne** : ${link}`,
  api: (base, docs) =>
    phrase`**API** : ${[...(base ? [base] : []), ...(docs ? [`documentation ${docs}`] : [])].join(' · ')}`,
  lookingFor: (wanted) =>
    wanted.length > 0
      ? phrase`**Recherche** : ${wanted.map((role) => roles[role]).join(', ')}`
      : phrase`**Recherche** : personne pour l’instant`,
  people: (ownerId, collaborators) => `-# par ${listed.format([ownerId, ...collaborators].map(named))}`,
  morePeople: (count) => `-# et ${plural(count, 'autre personne', 'autres personnes')}`,
  closed: phrase`-# Ce projet est fermé : il n’est plus au tableau.`,
  hidden: 'Il y avait un projet ici. La modération l’a masqué.',
  hiddenNote: phrase`-# Masqué par la modération : seules elle et la personne à qui il appartient voient ceci.`,
  reported: (count, notes) =>
    [phrase`⚠️ Signalé ${count} fois :`, ...notes.map((note) => `> ${note}`)].join('\n'),

  interestedIn: (members) => phrase`-# Intéressés : ${members.map(named).join(' ')}`,
  invitedTo: (members) => phrase`-# Confirmation demandée à : ${members.map(named).join(' ')}`,
  chooseCollaborator: 'Ajouter une personne qui y travaille avec toi',

  published: '✅ Ton projet est au tableau. Je publie sa carte dans le salon de la cohorte.',
  addAddresses:
    'S’il tourne quelque part ou a une API, ajoute les adresses : les autres pourront construire dessus.',
  saved: '✅ Enregistré. La carte suit dans un instant.',
  onItsWay: (name) =>
    `✅ Je dis à la personne qui construit **${name}** que tu t’y intéresses, dans un fil pour vous deux si je peux en ouvrir un, sinon par message privé.`,
  interestedBefore: (name) => `Tu as déjà dit que tu t’intéresses à **${name}**.`,
  invited: (memberId) =>
    `✅ J’ai demandé à ${named(memberId)} de confirmer. Ensuite, le projet sera sur vos deux profils.`,
  invitedBefore: (memberId) => `J’ai déjà demandé à ${named(memberId)}, ou cette personne y travaille.`,
  joined: (name) => `✅ Tu travailles sur **${name}**. C’est sur ton profil et dans ton README.`,
  declined: (name) => `Tu n’es pas nommé sur **${name}**.`,
  closedNow: (name) => `✅ **${name}** est fermé. Il n’est plus au tableau.`,
  goesOn: (name) => `✅ **${name}** reste au tableau.`,
  reportThanks: 'Merci de veiller sur les autres. La modération va regarder et décider.',
  decided: {
    hide: '✅ Masqué. Sa carte ne montre plus ce qu’elle disait.',
    show: '✅ Il est de nouveau au tableau.',
    keep: '✅ Les signalements sont écartés.',
  },

  board: {
    heading: '### 🚀 Le tableau des projets',
    figures: (total, page, pages) =>
      `-# ${plural(total, 'projet', 'projets')}${pages > 1 ? ` · page ${page} sur ${pages}` : ''}`,
    filteredBy: (filters) => phrase`-# Seulement : ${filters.join(', ')}`,
    empty: 'Aucun projet n’est encore au tableau. Mets-y le tien avec `/project publish`.',
    nothingWithin: 'Aucun projet ne correspond. Essaie `/project list` avec moins d’options.',
    line: (name, stack, wanted) =>
      [
        `**${name}**`,
        ...(stack.length > 0 ? [stack.map(tagCode).join(' ')] : []),
        ...(wanted.length > 0
          ? [`recherche ${listed.format(wanted.map((role) => roles[role].toLowerCase()))}`]
          : []),
      ].join(' · '),
  },
  choice: (name, owner) => `${name} · ${owner}`,
  tagChoice: (tag, count) => `${tag} (${plural(count, 'projet', 'projets')})`,

  buttons: {
    interested: 'Ça m’intéresse',
    view: 'Voir',
    edit: 'Modifier',
    addresses: 'API et adresses',
    close: 'Fermer le projet',
    report: 'Signaler',
    hide: 'Masquer',
    show: 'Montrer à nouveau',
    keep: 'Garder',
    join: 'Oui, j’y travaille',
    decline: 'Non',
    leave: 'Je n’y travaille pas',
    goOn: 'Il continue',
    openThread: 'Ouvrir le fil',
    openCard: 'Aller à la carte',
  },

  forms: {
    publish: 'Ton projet',
    edit: 'Ton projet',
    name: 'Nom du projet',
    namePlaceholder: 'Par exemple : tableau d’offres avec une API REST',
    summary: 'Ce qu’il fait',
    summaryPlaceholder: 'Quelques phrases pour une personne qui ne l’a jamais vu',
    stack: 'Construit avec',
    stackPlaceholder: 'Jusqu’à 5 étiquettes : django, postgresql, react',
    repository: 'Dépôt',
    repositoryPlaceholder: 'https://github.com/…',
    lookingFor: 'Recherche',
    lookingForHint: 'Ne choisis rien si tu n’as besoin de personne',
    lookingForPlaceholder: 'Personne pour l’instant',
    addresses: 'API et adresses',
    live: 'Où il tourne',
    apiBase: 'Adresse de base de l’API',
    apiDocs: 'Documentation de l’API',
    apiBasePlaceholder: 'https://api.example.org/v1',
    apiDocsPlaceholder: 'https://api.example.org/docs',
    report: 'Signaler ce projet',
    reportNote: 'Qu’est-ce qui ne va pas ?',
  },

  interest: {
    threadName: (project, member) => `${project} · ${member}`,
    thread: (ownerId, memberId, name) =>
      `👋 ${named(ownerId)}, ${named(memberId)} s’intéresse à **${name}**. Ce fil est pour vous deux.`,
    next: phrase`Pour commencer : dites ce que vous aimeriez construire d’abord, et quand vous pourriez parler un quart d’heure.`,
    collaborate:
      '-# Quand vous travaillez ensemble, la personne à qui il appartient ajoute l’autre avec `/project view`.',
    direct: (memberId, name) =>
      phrase`👋 ${named(memberId)} s’intéresse à ton projet **${name}**. Je n’ai pas pu ouvrir de fil pour vous deux : écris-lui.`,
  },
  invite: {
    ask: (ownerId, name) =>
      phrase`🤝 ${named(ownerId)} dit que tu travailles avec elle ou lui sur **${name}**. Si tu confirmes, le projet est sur ton profil, sur sa carte et dans ton README.`,
  },
  stale: {
    ask: (name) =>
      phrase`🌱 Rien ne s’est passé sur **${name}** depuis six semaines. Est-ce qu’il continue ?`,
    note: '-# Sans réponse d’ici une semaine, je le retire du tableau. Tu peux le republier à tout moment.',
  },
  reports: {
    card: (name, ownerId) => `🚩 Le projet **${name}** de ${named(ownerId)} a été signalé.`,
  },
};
