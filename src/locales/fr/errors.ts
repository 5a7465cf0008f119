/** One or two plain French sentences for everything a member can fix: what happened, and what to do next. */
import type { SecretTold } from '../../features/secrets/secret-model.js';
import type { UserError } from '../../platform/user-error.js';
import type { Catalogue } from '../catalogue-type.js';
import { moment } from './findings.js';
import { mutedUntil } from './moderation.js';
import { named } from './people.js';
import { queue } from './queue.js';
import { phrase } from './typography.js';

export const errors: Catalogue['errors'] = {
  'several-problems': ({ problems }) =>
    [phrase`Quelques points à corriger :`, ...problems.map((problem) => `- ${sentenceOf(problem)}`)].join(
      '\n',
    ),
  'several-entries': ({ entry, labels }) =>
    [
      phrase`Plusieurs entrées correspondent à « ${entry} ». Tape le numéro de la bonne, ou choisis-la dans la liste :`,
      ...labels.map((label) => `- ${label}`),
    ].join('\n'),
  'thread-missing': () =>
    'Il n’y a pas encore de fil sur ce défi. Appuie sur Discuter sur sa carte pour en ouvrir un, et reviens quand il aura aidé.',
  'thread-unreadable': () =>
    phrase`Discord ne me laisse pas lire ce qui est écrit dans les fils. Ouvre plutôt le menu du message qui a aidé (appui long sur un téléphone) et, sous Applications, choisis Use as solution : je reçois alors ce seul message.`,
  'thread-empty': () => 'Personne n’a rien écrit dans ce fil qui puisse être une solution.',
  'several-authors': () =>
    phrase`Choisis les messages d’un seul membre : la solution est de lui. Ce que d’autres ont écrit peut être une deuxième solution.`,
  'message-not-taken': ({ why }) =>
    ({
      automatic: phrase`C’est le message d’une application : il n’est de personne. Je ne garde que ce que des membres écrivent.`,
      system: 'C’est une ligne de Discord. Je ne garde que ce que des membres écrivent.',
      empty: 'Il n’y a pas de texte dans ce message, donc rien à garder.',
      'closed-channel': phrase`Tout le monde ici ne peut pas lire ce salon : ce qui s’y dit y reste. Je ne garde que des messages de salons que toute la cohorte peut lire.`,
      author: 'Je ne garde pas les messages de ce membre. Tu peux lui demander de le partager, avec /share.',
      'author-left':
        'L’auteur de ce message a quitté le serveur et ne pourrait plus le retirer, donc je ne le garde pas.',
      gone: phrase`Ce message a déjà été gardé et son auteur l’a retiré : il ne sera pas gardé à nouveau.`,
    })[why],
  'code-not-formatted': ({ why }) =>
    ({
      automatic: phrase`C’est le message d’une application, ou une ligne de Discord. Je ne mets en forme que ce que des membres écrivent.`,
      'no-code':
        'Je ne trouve pas de code dans ce message. S’il y en a, son auteur peut mettre ``` sur une ligne avant et après.',
      formatted: 'Le code de ce message est déjà mis en forme.',
    })[why],
  'cannot-write-here': () =>
    'Tu ne peux pas écrire dans ce salon, donc je n’y publie rien pour toi. Rien n’a été publié.',
  'not-your-code': () => 'Seul l’auteur de ce code, ou un modérateur, peut le supprimer ici.',
  'message-saved': ({ number }) =>
    number === null
      ? phrase`Quelqu’un garde ce message à l’instant même : il est déjà là.`
      : phrase`Ce message est déjà gardé : c’est #${number}. /entry view ${number} le montre.`,
  'no-open-challenge': () =>
    phrase`Aucun défi n’est ouvert : il n’y a rien que cela puisse résoudre. Tu peux le garder comme apprentissage.`,
  'entry-not-found': ({ entry }) =>
    entry
      ? phrase`Il n’y a pas d’entrée « ${entry} » ici. Tape son numéro, par exemple 12 ou \`#12\`, ou choisis-en une dans la liste.`
      : 'Il n’y a pas d’entrée de ce genre ici. Tape son numéro, par exemple 12 ou `#12`, ou choisis-en une dans la liste.',
  'entry-lost': ({ number }) =>
    phrase`Je n’ai plus l’entrée que cette carte montre comme #${number} : rien n’a changé. Elle a été effacée, ou la personne qui m’héberge a restauré une sauvegarde plus ancienne. Dans ce cas, son auteur peut copier le texte et le partager à nouveau.`,
  'entry-deleted': ({ number }) =>
    `#${number} a été supprimé. La personne qui l’a écrit peut le faire revenir avec /entry restore.`,
  'entry-hidden': ({ number }) => `#${number} est masqué par la modération.`,
  'entry-removed': ({ number }) => `#${number} a été retiré par la modération.`,
  'entry-held': ({ number }) =>
    phrase`#${number} attend d’être relu avant publication : décide dans /admin queue.`,
  'already-hidden': ({ number }) =>
    phrase`#${number} est déjà masqué : rien n’a changé. /admin entry restore le fait revenir.`,
  'already-removed': ({ number }) =>
    phrase`#${number} est déjà retiré : rien n’a changé. /admin entry restore le fait revenir.`,
  'deleted-by-author': ({ number }) =>
    phrase`#${number} a été supprimé par la personne qui l’a écrit ; elle seule peut l’annuler, avec /entry restore.`,
  'not-taken-away': ({ number }) =>
    phrase`#${number} est déjà visible par tout le monde : il n’y a rien à rétablir. Quelqu’un de la modération a peut-être été plus rapide.`,
  muted: ({ until }) =>
    phrase`La modération t’a mis en sourdine ici ${mutedUntil(until)} : d’ici là, tu ne peux ni publier ni modifier. Tu peux toujours lire, chercher et remercier ; si tu penses que c’est une erreur, parles-en à la modération.`,
  'already-muted': ({ memberId, until }) =>
    phrase`${named(memberId)} est déjà en sourdine ${mutedUntil(until)} : rien n’a changé. Pour changer cela, utilise d’abord /admin member unmute.`,
  'not-muted': ({ memberId }) => phrase`${named(memberId)} n’est pas en sourdine : il n’y a rien à terminer.`,
  'cannot-mute': ({ who }) =>
    ({
      self: 'Tu ne peux pas te mettre en sourdine. Si tu as besoin d’une pause, prends-la, tout simplement.',
      bot: phrase`Les bots ne peuvent pas contribuer ici : il n’y a rien à mettre en sourdine.`,
      moderator: phrase`La modération ne peut pas être mise en sourdine. Si cette personne ne devrait pas modérer, retire-lui d’abord le rôle de modération ou « Gérer le serveur ».`,
    })[who],
  'duration-unknown': ({ duration }) =>
    phrase`« ${duration} » n’est pas une durée que je comprends. Écris par exemple 30min, 2h, 3 jours ou 1w, ou choisis-en une dans la liste.`,
  'duration-out-of-bounds': () =>
    phrase`Une mise en sourdine dure au moins une minute et au plus un an. Pour plus longtemps, choisis « jusqu’à nouvel ordre ».`,
  'not-a-challenge': ({ number }) =>
    `#${number} n’est pas un défi. /challenge list montre ceux qui sont ouverts.`,
  'not-a-solution': ({ number }) =>
    `#${number} n’est pas une solution. Tape le numéro de la solution qui a marché.`,
  'not-your-entry': ({ number }) => `Seule la personne qui a écrit #${number} peut faire cela.`,
  'not-the-asker': ({ number }) =>
    `Seule la personne qui a posé #${number}, ou la modération, peut faire cela.`,
  'not-deleted': ({ number }) => phrase`#${number} n’est pas supprimé : il n’y a rien à rétablir.`,
  'no-card': ({ number }) =>
    phrase`#${number} n’a plus de carte dans le salon. /entry view l’affiche, et Montrer dans le salon l’y publie de nouveau.`,
  'restore-too-late': ({ number, days }) =>
    phrase`#${number} a été supprimé il y a plus de ${days} jours : on ne peut plus le rétablir.`,
  'already-accepted': ({ number, accepted }) =>
    phrase`Le défi #${number} a déjà une solution acceptée : #${accepted}. Pour en choisir une autre, utilise d’abord /challenge reopen.`,
  'challenge-is-open': ({ number }) => `Le défi #${number} est déjà ouvert.`,
  'challenge-unavailable': ({ number }) =>
    phrase`Le défi #${number} n’est plus là : tu ne peux pas y ajouter de solution.`,
  'title-missing': () => phrase`Il faut un titre à ton entrée : une ligne que les autres puissent lire.`,
  'title-too-long': ({ length, limit }) =>
    phrase`Le titre fait ${length} caractères ; la limite est de ${limit}. Raccourcis-le, et mets les détails dans le texte.`,
  'body-missing': () => 'Le texte est vide. Écris une phrase ou deux que les autres puissent lire.',
  'body-too-long': ({ length, limit }) =>
    phrase`Le texte fait ${length} caractères ; la limite est de ${limit}. Raccourcis-le, ou mets le reste derrière un lien.`,
  'link-not-http': () => 'Le lien doit être une adresse web qui commence par https:// ou http://.',
  'link-too-long': ({ limit }) => `Le lien dépasse ${limit} caractères. Mets-en un plus court.`,
  'export-too-large': () =>
    'Cet export dépasse la taille des fichiers que Discord accepte. Demande une copie de la base de données à la personne qui m’héberge.',
  'text-too-long': ({ field, length, limit }) =>
    phrase`${{ projectName: 'Le nom du projet', objective: 'L’objectif', summary: 'Le texte sur ton projet' }[field]} fait ${length} caractères ; la limite est de ${limit}. Raccourcis-le.`,
  'project-not-found': ({ project }) =>
    project
      ? phrase`Il n’y a pas de projet « ${project} » ici. Choisis-en un dans la liste, ou regarde /project list.`
      : 'Il n’y a pas de projet de ce genre ici. Choisis-en un dans la liste, ou regarde /project list.',
  'project-name-missing': () => 'Donne un nom au projet, pour que les autres le trouvent.',
  'project-exists': ({ name }) =>
    phrase`Tu as déjà un projet ouvert nommé « ${name} ». Modifie-le avec /project view, ou choisis un autre nom.`,
  'too-many-projects': ({ limit }) =>
    `Tu peux avoir ${limit} projets ouverts. Fermes-en un avec /project close, puis publie celui-ci.`,
  'not-your-project': ({ name }) => phrase`Seule la personne à qui « ${name} » appartient peut faire cela.`,
  'project-closed': ({ name }) => phrase`« ${name} » est fermé ou masqué : on ne peut pas le modifier.`,
  'project-own': () => 'Tu travailles déjà sur ce projet.',
  'project-not-invited': () =>
    'Personne ne t’a nommé sur ce projet, ou cela a changé entre-temps. Demande à la personne à qui il appartient de t’ajouter avec /project view.',
  'session-topic-missing': () => 'Dis de quoi parle la séance.',
  'session-too-long': ({ length, limit }) =>
    phrase`Ce texte a ${length} caractères ; la limite est de ${limit}. Raccourcis-le.`,
  'session-when-unknown': ({ when }) =>
    phrase`Je ne comprends pas « ${when} » comme une heure. Écris par exemple demain 18h, vendredi 19h ou 24 décembre 10:00. Rien n’a été publié.`,
  'session-when-no-time': ({ when }) =>
    phrase`« ${when} » ne dit pas à quelle heure. Ajoute-la, par exemple demain 18h. Rien n’a été publié.`,
  'session-when-past': ({ at }) => `${moment(at, 'f')} est passé. Choisis un moment à venir.`,
  'session-when-too-far': () => phrase`C’est trop loin : une séance commence dans les six mois qui viennent.`,
  'session-length': () => 'Une séance dure de 15 minutes à 8 heures. Écris par exemple 45min ou 2h.',
  'session-not-found': () => 'Il n’y a pas de séance de ce genre ici. Choisis-en une dans la liste.',
  'session-over': () => phrase`Cette séance est terminée ou annulée : rien n’a changé.`,
  'session-not-over': () => 'Cette séance n’a pas encore commencé, ou a été annulée.',
  'not-your-session': ({ topic }) =>
    phrase`Seules la personne qui a prévu « ${topic} » et la modération peuvent faire cela.`,
  'too-many-sessions': ({ limit }) =>
    `Tu as déjà prévu ${limit} séances à venir. Annules-en une avec /session cancel.`,
  'too-many-links': ({ limit }) => `Tu peux mettre ${limit} liens au plus. Garde ceux qu’il faut suivre.`,
  'too-many-tags': ({ limit }) =>
    `Tu peux mettre ${limit} étiquettes au plus. Garde celles que les autres chercheront.`,
  'tag-invalid': ({ tag }) =>
    phrase`« ${tag} » ne peut pas être une étiquette. Les étiquettes sont séparées par des virgules, et chacune a jusqu’à 32 lettres ou chiffres, ou + # . -`,
  'tag-not-used': ({ tag }) =>
    phrase`Aucune entrée ici ne porte l’étiquette « ${tag} ». Choisis-en une dans la liste qui paraît pendant que tu tapes.`,
  'one-tag': () => phrase`Donne une seule étiquette comme nouveau nom, par exemple \`javascript\`.`,
  'same-tag': ({ tag }) => phrase`L’étiquette est déjà « ${tag} » : rien n’a changé.`,
  'secret-found': (told) =>
    phrase`Cela ressemble à ${secret(told)}, donc je ne l’ai pas publié :\n\`${told.line}\`\nSi cette valeur est réelle, révoque-la ou change-la tout de suite là où tu l’as créée. Puis mets un exemple à sa place et renvoie.`,
  'secret-in-file': (told) =>
    phrase`${told.lineNumber === null ? 'Ce fichier' : `La ligne ${told.lineNumber} de ce fichier`} semble contenir ${secret(told)}, donc je ne l’ai pas importé :\n\`${told.line}\`\nSi cette valeur est réelle, révoque-la ou change-la tout de suite là où tu l’as créée. Puis mets un exemple à sa place et importe de nouveau le fichier.`,
  'too-often': ({ freeAt }) =>
    `Cela faisait beaucoup en peu de temps. Tu pourras recommencer <t:${freeAt}:R>.`,
  'too-many-entries': ({ window, limit, freeAt }) =>
    phrase`Tu as déjà beaucoup partagé : la limite est de ${limit} par ${{ minute: 'minute', hour: 'heure', day: 'jour' }[window]}, pour que les entrées de tout le monde soient vues. Tu pourras continuer <t:${freeAt}:R>.`,
  'duplicate-entry': ({ number, link, isNear }) =>
    phrase`${isNear ? 'C’est presque ce que tu as écrit' : 'Tu l’as déjà écrit'} dans ${linked(number, link)}, donc je ne l’ai pas publié une seconde fois. Pour ajouter quelque chose, appuie sur Modifier sous cette entrée.`,
  'duplicate-under-way': () => phrase`Tu es déjà en train d’envoyer ce texte. Il sera là dans un instant.`,
  'copied-entry': ({ number, link }) =>
    phrase`Quelqu’un d’autre a écrit exactement cela dans ${linked(number, link)}. Garde cette entrée ou marque-la utile, ou dis ce que tu as appris avec tes mots.`,
  'mass-mention': ({ limit }) =>
    phrase`Je ne notifie ni @everyone ni @here : laisse-les de côté, et mentionne au plus ${limit} membres ou rôles.`,
  'text-too-slow': () =>
    'Ce texte est trop long à vérifier. Raccourcis-le ou enlève ce qui se répète, puis réessaie.',
  'not-in-guild': () =>
    phrase`Je ne suis pas membre de ce serveur : je n’y enregistre et n’y montre rien. Demande à quelqu’un qui a « Gérer le serveur » de m’inviter.`,
  'needs-manage-server': () =>
    phrase`Seuls les membres avec « Gérer le serveur » peuvent faire cela, parce que cela donne ou retire du pouvoir. Demande à l’un d’eux.`,
  'erasure-waits': ({ memberId, dueAt }) =>
    phrase`Les données de <@${memberId}> doivent déjà être effacées ${moment(dueAt, 'R')}. \`/admin member forget\` permet de l’annuler.`,
  'no-erasure-waits': () => phrase`Il n’y a pas d’effacement à annuler : il l’a déjà été, ou c’est fait.`,
  'invite-link': () =>
    'Les invitations à d’autres serveurs ne sont pas permises ici. Enlève le lien, ou demande à la modération de les permettre.',
  'auto-moderated': ({ message }) =>
    phrase`L’AutoMod de ce serveur n’accepte pas ces mots${message ? phrase` : ${message}` : '.'} Change-les et renvoie.`,
  'helpful-own-entry': () => 'Tu ne peux pas marquer utile ta propre entrée.',
  'report-own-entry': () =>
    'C’est ta propre entrée. Tu peux la modifier avec /entry edit, ou la supprimer avec /entry delete.',
  'report-not-an-entry': () =>
    phrase`Rien n’a été signalé : cela ne marche que sur les cartes que je publie. Pour un autre message, parles-en à la modération, ou utilise Signaler le message, de Discord.`,
  'report-already': ({ number }) =>
    phrase`Tu as déjà signalé #${number}, et la modération va le regarder. Merci ; il n’y a rien d’autre à faire.`,
  'report-reason-missing': () => 'Choisis ce qui ne va pas, pour que la modération le sache.',
  'queue-decided': ({ outcome, byId }) => queue.already(outcome, byId),
  'queue-gone': () =>
    phrase`Il n’y a plus rien à décider ici : ce dont il s’agissait n’est plus là. /admin queue montre le reste.`,
  'draft-gone': () =>
    'Ce brouillon a déjà servi, ou date de plus d’un jour. Relance la commande pour recommencer.',
  'listing-gone': () => 'Cette liste date de plus d’un jour. Relance la commande pour en avoir une nouvelle.',
  'attachment-foreign': () =>
    'Je ne lis que des fichiers envoyés sur Discord. Joins le fichier lui-même à /readme import.',
  'attachment-too-large': ({ mebibytes }) =>
    `Ce fichier dépasse ${mebibytes} Mio. Enlève ce qui n’est pas du texte, comme les images intégrées, et réessaie.`,
  'attachment-gone': () => 'Discord n’a plus ce fichier. Relance /readme import et joins-le de nouveau.',
  'attachment-unavailable': () =>
    'Je n’ai pas pu récupérer le fichier chez Discord, donc rien n’a été importé. Relance /readme import dans un instant.',
  'picture-type': () =>
    phrase`Ce fichier n’est pas une image que je peux montrer. Joins une image PNG, JPEG, WebP ou GIF ; si c’est autre chose, fais-en une capture d’écran.`,
  'picture-too-large': ({ mebibytes }) =>
    `L’image dépasse ${mebibytes} Mio. Réduis-la, ou recadre-la sur l’essentiel, et joins-la de nouveau.`,
  'picture-gone': () =>
    'Je n’ai pas pu récupérer l’image chez Discord. Relance la commande et joins-la encore une fois.',
  'picture-alt-too-long': ({ length, limit }) =>
    phrase`La description de l’image compte ${length} caractères ; la limite est de ${limit}. Raccourcis-la.`,
  'picture-none': ({ number }) => phrase`**#${number}** n’a pas d’image à retirer.`,
  'pictures-full': ({ limit }) =>
    phrase`Une entrée peut avoir ${limit} images, de 20 Mio au plus ensemble. Sans l’option \`pictures\`, la nouvelle les remplace.`,
  'picture-missing': ({ number }) => `**#${number}** n’a pas d’image à décrire.`,
  'readme-empty': () => 'Ce fichier est vide. Joins ton README.md avec ce que tu as appris.',
  'readme-not-text': () =>
    phrase`Ce n’est pas un fichier Markdown que je sais lire. Joins ton README.md lui-même : pas une image, un PDF ou une page web enregistrée.`,
  'readme-too-heavy': () =>
    'Ce fichier est trop long à lire. Coupe-le en plusieurs, ou enlève les très grands tableaux et les listes très imbriquées, et réessaie.',
  'readme-nothing': () =>
    phrase`Je n’ai rien trouvé à importer dans ce fichier. Je cherche des titres comme « Technologies », « Concepts clés », « Défis et solutions » ou « Leçons », suivis de listes. /help topic:readme montre un exemple.`,
  'import-gone': () =>
    phrase`Cet aperçu a été annulé, ou date de plus d’un jour. Rien n’a été importé : relance /readme import.`,
  'import-done': () => 'Ce fichier est déjà importé. /search author:toi montre tes entrées.',
  'control-gone': () =>
    'Ce bouton vient d’une ancienne version de moi et ne marche plus. Relance la commande.',
  'not-your-control': () =>
    'Ces boutons sont pour la personne qui a lancé la commande. Lance-la toi-même pour avoir les tiens.',
  'moderators-only': () =>
    phrase`C’est réservé à la modération. Si tu devrais en faire partie, demande à quelqu’un qui gère le serveur de choisir le rôle de modération dans /admin setup.`,
  'bots-cannot': () => 'Les bots ne peuvent pas faire cela.',
  'guild-only': () => 'Je ne travaille que dans un serveur. Utilise-moi dans le salon de ta cohorte.',
  'guild-not-served': () => 'Je ne sers pas ce serveur.',
  'channel-closed': ({ channelId }) =>
    `Je n’ai pas le droit d’écrire dans <#${channelId}>. La modération peut lancer /admin doctor pour voir quelle permission manque.`,
  'threads-full': () =>
    'Ce serveur a autant de fils actifs que Discord le permet. Dès que l’un d’eux est archivé, on peut en ouvrir un autre.',
  'channel-gone': () =>
    'Le salon de la cohorte a été supprimé. La modération peut en choisir un autre avec /admin setup.',
  'unknown-timezone': ({ timezone }) =>
    phrase`Je ne connais pas le fuseau horaire « ${timezone} ». Tape une ville comme Nairobi ou Dakar, et choisis-la dans la liste.`,
  'invalid-time': ({ time }) => phrase`« ${time} » n’est pas une heure. Écris-la comme 09:00 ou 18:30.`,
  'digest-empty': () =>
    phrase`Rien n’a été partagé depuis le dernier résumé : il n’y a encore rien à publier.`,
  'digest-none': () => 'Il n’y a pas encore eu de résumé.',
  'digest-not-scheduled': () =>
    'Aucun résumé n’est encore prévu. Choisis un jour et une heure avec /admin digest schedule.',
  'digest-already-paused': () => 'Le résumé est déjà en pause. Relance-le avec /admin digest resume.',
  'digest-not-paused': () => 'Le résumé n’est pas en pause.',
  'digest-under-way': () => 'Un résumé est en train d’être publié.',
  'follow-nothing': () => 'Choisis une étiquette, un défi ou un membre à suivre.',
  'follow-yourself': () => 'Tu ne peux pas te suivre toi-même. /profile view montre ce que tu as partagé.',
  'follow-a-bot': () => phrase`Les bots ne partagent rien ici : tu ne peux pas en suivre un.`,
  'follow-unknown': ({ typed }) => phrase`Tu ne suis pas « ${typed} ». /follow list montre ce que tu suis.`,
  'too-many-follows': ({ limit }) =>
    phrase`Tu suis déjà ${limit} choses, et c’est le maximum. /follow remove fait de la place.`,
  'not-asked': ({ number }) =>
    phrase`J’ai demandé à d’autres pour #${number}. Tu peux aider quand même : appuie sur Résoudre, ou sur Discuter sous sa carte.`,
  'not-a-buddy': () =>
    'Tu ne participes pas aux binômes, donc rien n’a changé. Participe avec /buddies join.',
  'not-your-group': () => 'C’est réservé aux membres de ce groupe.',
  'buddies-not-scheduled': () =>
    phrase`Aucun tour de binômes n’est prévu : il n’y a rien à mettre en pause. Lance-les avec /admin buddies schedule.`,
  'buddies-already-paused': () => 'Les binômes sont déjà en pause. /admin buddies schedule les relance.',
  'buddies-ran-already': ({ at }) =>
    `Un tour a été fait ${moment(at, 'R')}, je n’en ai donc pas fait d’autre. Attends une heure, ou le prochain tour.`,
  'forget-busy': () =>
    phrase`D’autres modifient les mêmes entrées en ce moment : rien n’a été effacé. Réessaie, s’il te plaît.`,
};

function secret({ kind, service }: SecretTold): string {
  switch (kind) {
    case 'private-key':
      return 'une clé privée';
    case 'address':
      return 'une adresse qui contient un mot de passe';
    case 'webhook':
      return service ? `l’adresse d’un webhook ${service}` : 'l’adresse d’un webhook';
    case 'token':
      return 'un jeton d’accès';
    case 'password':
      return 'un mot de passe';
    case 'key':
      return service ? `une clé ${service}` : 'une clé secrète';
  }
}

const linked = (number: number, link: string | null) => (link ? `[#${number}](${link})` : `#${number}`);

function sentenceOf({ code, facts }: UserError): string {
  return (errors[code] as (facts: unknown) => string)(facts);
}
