/** French copy that belongs to no feature: apologies, drafts, hints. */
import type { Catalogue } from '../catalogue-type.js';
import { phrase } from './typography.js';

export const general: Catalogue['general'] = {
  apology: (incident) =>
    phrase`Désolé, quelque chose s’est mal passé de mon côté. Réessaie dans un instant. Si ça continue, donne ce numéro à la modération : \`${incident}\`.`,
  databaseDown: (incident) =>
    phrase`Désolé, je n’arrive pas à joindre ma base de données, donc rien n’a été enregistré. Réessaie dans une minute. (\`${incident}\`)`,
  databaseLost: (incident) =>
    phrase`Désolé, j’ai perdu ma base de données en cours de route : je ne sais pas si c’est enregistré. Vérifie avant de réessayer. (\`${incident}\`)`,
  doneUnshown: 'C’est fait. Je n’ai juste pas pu afficher le résultat ici.',
  textBack: 'Ton texte n’est pas perdu :',
  textBackAsFile: 'Ton texte n’est pas perdu : il est dans le fichier ci-dessous.',
  formSlow: 'Ça m’a pris un moment. Ton formulaire est prêt :',
  setupHint: (channelId) =>
    phrase`Pour l’instant, j’utilise <#${channelId}>. Lance \`/admin setup\` pour choisir le salon de la cohorte et le jour du résumé.`,
  guildNotServed:
    'Ce bot ne sert que d’autres serveurs : il quitte donc celui-ci. Demande à la personne qui l’héberge d’ajouter ton serveur.',
};
