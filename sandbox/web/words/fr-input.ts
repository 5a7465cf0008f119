/** What the page says in French of commands, forms and selects, and of what went wrong with them. */
import type { input as english } from './en-input.js';

/** A number with its noun: French counts from 2 on as several. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count}\u00a0${Math.abs(count) < 2 ? one : many}`;
}

export const input: typeof english = {
  failures: {
    interaction: 'L’interaction a échoué',
    command: 'L’application n’a pas répondu',
    form: 'Un problème est survenu. Réessaie.',
    reaction: 'La réaction n’a pas pu être modifiée',
    vote: 'Le vote n’a pas pu être envoyé',
    dismissal: 'Le message n’a pas pu être masqué',
    deletion: 'Le message n’a pas pu être supprimé',
    edit: 'Le message n’a pas pu être modifié',
  },

  command: {
    title: 'Commande',
    list: 'Commandes',
    options: 'Options',
    noneHere: 'Aucune commande ne t’est proposée ici.',
    noneFound: 'Aucune commande ne correspond.',
    sending: 'Envoi de la commande…',
    send: (command) => `Envoyer ${command}`,
    another: (command) => `${command}\u00a0: choisir une autre commande`,
    complete: (command) => `${command} est complète\u202f; Entrée l’envoie`,
    add: 'Ajouter une option',
    more: (count) => `+${counted(count, 'facultative')}`,
    required: 'obligatoire',
    remove: (option) => `Retirer ${option}`,
    noOption: (typed) => `Il n’y a pas d’option «\u00a0${typed}\u00a0».`,
    ownerless: (typed) =>
      `«\u00a0${typed}\u00a0» n’appartient à aucune option. Choisis-en une, ou efface ce texte.`,
    chooseFile: (option) => `${option}\u00a0: choisir un fichier`,
    file: 'Choisis ou dépose un fichier',
    loading: 'Chargement des options…',
    loadingFailed: 'Les options n’ont pas pu être chargées.',
    noMatches: 'Aucun résultat.',
    true: 'Vrai',
    false: 'Faux',
  },

  bounds: {
    required: 'Obligatoire',
    characters: (range) => `${range} caractères`,
    whole: 'Nombre entier',
    number: 'Nombre',
    upTo: (most) => `jusqu’à ${most}`,
    atLeast: (least) => `au moins ${least}`,
    between: (least, most) => `de ${least} à ${most}`,
  },

  problems: {
    option: 'Cette option est obligatoire.',
    missing: 'Remplis ce champ.',
    short: (least) => `Écris au moins ${counted(least, 'caractère')}.`,
    long: (most, count) => `Écris au plus ${counted(most, 'caractère')}\u202f; il y en a ${count}.`,
    notInList: 'Choisis un élément de la liste.',
    whole: 'Écris un nombre entier.',
    number: 'Écris un nombre.',
    least: (least) => `Écris ${least} ou plus.`,
    most: (most) => `Écris ${most} ou moins.`,
    boolean: 'Choisis Vrai ou Faux.',
    user: 'Choisis un membre de la liste.',
    role: 'Choisis un rôle de la liste.',
    mentionable: 'Choisis un membre ou un rôle de la liste.',
    channel: 'Choisis un salon de la liste.',
    unknown: 'Cette page ne connaît pas encore ce type d’option.',
    one: { option: 'Choisis une option.', box: 'Coche une case.', file: 'Ajoute un fichier.' },
    few: {
      option: (least) => `Choisis au moins ${counted(least, 'option')}.`,
      box: (least) => `Coche au moins ${counted(least, 'case')}.`,
      file: (least) => `Ajoute au moins ${counted(least, 'fichier')}.`,
    },
    many: {
      option: (most, count) => `Choisis au plus ${counted(most, 'option')}\u202f; il y en a ${count}.`,
      box: (most, count) => `Coche au plus ${counted(most, 'case')}\u202f; il y en a ${count}.`,
      file: (most, count) => `Ajoute au plus ${counted(most, 'fichier')}\u202f; il y en a ${count}.`,
    },
  },

  form: {
    note: 'L’application ne voit ce que tu écris qu’une fois le formulaire envoyé.',
    submit: 'Envoyer',
    submitting: 'Envoi…',
    required: ' (obligatoire)',
    characters: ' caractères',
    unknown: (type) =>
      `Cette page ne sait pas afficher une partie de ce formulaire (composant de type ${type}).`,
    remove: (file) => `Retirer ${file}`,
    choose: (most) =>
      most === 1 ? 'Choisis ou dépose un fichier' : `Choisis ou dépose jusqu’à ${most} fichiers`,
    another: 'Choisir un autre fichier',
    full: 'Impossible d’ajouter d’autres fichiers',
  },

  dialog: {
    discard: 'Abandonner ce que tu as écrit\u202f?',
    notSent: 'Rien n’a été envoyé.',
    stay: 'Continuer à écrire',
    leave: 'Abandonner',
  },

  select: {
    placeholder: 'Fais ton choix',
    search: 'Rechercher',
    searchIn: (label) => `Rechercher\u00a0: ${label}`,
    clear: (label) => `Effacer\u00a0: ${label}`,
    none: (typed) => `Rien ne correspond à «\u00a0${typed}\u00a0».`,
  },
};
