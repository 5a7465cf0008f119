/** French descriptions of commands and options that Discord shows as you type; at most 100 characters each. */
import type { Catalogue } from '../catalogue-type.js';

export const commands: Catalogue['commands'] = {
  share: {
    description: 'Partage avec la cohorte quelque chose que tu as appris',
    kind: 'De quel genre d’apprentissage il s’agit',
    title: 'Une ligne qui dit ce que tu as appris',
    body: 'Avec tes mots ; laisse vide pour passer par un formulaire',
    tags: '5 au plus, séparées par des virgules',
    link: 'Une adresse web qui commence par https://',
  },
  challenge: {
    description: 'Demande de l’aide quand tu bloques, et accepte la solution qui a marché',
    post: 'Demande à la cohorte ; tu vois d’abord des défis résolus qui ressemblent au tien',
    title: 'Une ligne qui dit où tu bloques',
    details: 'Ce que tu as essayé et ce qui s’est passé ; laisse vide pour passer par un formulaire',
    tags: '5 au plus, séparées par des virgules',
    solve: 'Propose une solution à un défi',
    challenge: 'Le défi : son numéro, ou des mots de son titre',
    solution: 'Ce qui a marché ; laisse vide pour passer par un formulaire',
    link: 'Une adresse web qui commence par https://',
    accept: 'Accepte la solution qui a marché',
    acceptedSolution: 'La solution : son numéro, ou des mots de son défi',
    reopen: 'Retire ton acceptation et rouvre le défi',
  },
  entry: {
    description: 'Affiche une entrée, ou modifie une des tiennes',
    view: 'Affiche une entrée en entier',
    edit: 'Modifie une de tes entrées dans un formulaire, ou son image',
    delete: 'Supprime une de tes entrées ; tu peux la rétablir pendant 30 jours',
    restore: 'Rétablit une entrée que tu as supprimée',
    history: 'Affiche les versions précédentes d’une entrée',
    entry: 'L’entrée : son numéro, ou des mots de son titre',
  },
};
