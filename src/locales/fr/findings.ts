/** French copy of the doctor: each finding with its fix, and the names of permissions and channels. */

import type { DigestReason } from '../../entities/digest.js';
import type { RoleProblem } from '../../features/badges/badge-role-model.js';
import {
  type ChannelUse,
  type CheckupPart,
  type NeededPermission,
  type OptionalPermission,
  oldestPostgres,
} from '../../features/guilds/checkup-model.js';
import type { FailureReason } from '../../outbox/delivery.js';
import type { Catalogue } from '../catalogue-type.js';
import { moment } from '../en/findings.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

export { moment } from '../en/findings.js';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** Names as Discord's settings show them in French. */
const permissions: Record<NeededPermission, string> = {
  ViewChannel: 'Voir le salon',
  SendMessages: 'Envoyer des messages',
  SendMessagesInThreads: 'Envoyer des messages dans les fils',
  EmbedLinks: 'Intégrer des liens',
  AttachFiles: 'Joindre des fichiers',
  ReadMessageHistory: 'Voir les anciens messages',
  CreatePublicThreads: 'Créer des fils publics',
};

/** Names as Discord's settings show them, and what each adds. */
const optional: Record<OptionalPermission, { name: string; adds: string }> = {
  CreatePrivateThreads: {
    name: 'Créer des fils privés',
    adds: 'les binômes et les personnes intéressées par un projet ont un fil à elles au lieu de messages privés',
  },
  CreateEvents: {
    name: 'Créer des événements',
    adds: 'les séances d’étude sont aussi des événements de ce serveur',
  },
};

const uses: Record<ChannelUse, string> = {
  cohort: 'le salon de la cohorte',
  digest: 'le salon du résumé',
  log: 'le salon du journal',
};

/** Why a digest was skipped or could not be posted, after a colon. */
export const digestReasons: Record<DigestReason, string> = {
  empty: 'rien n’a été partagé',
  missed: 'je ne tournais pas au moment prévu',
  paused: 'il était en pause',
  'no-channel': 'il n’y avait aucun salon où le publier',
  'channel-gone': 'son salon a été supprimé',
  'no-access': 'je ne voyais pas son salon',
  'no-permission': 'je n’avais pas le droit d’écrire dans son salon',
  'no-history': 'je ne pouvais pas lire son salon, donc pas savoir s’il y était déjà',
  refused: 'Discord l’a refusé',
  'no-answer': 'Discord n’a pas répondu',
  fault: 'quelque chose s’est mal passé de mon côté',
};

const failureReasons: Record<FailureReason, string> = {
  'no-channel': 'il n’y a aucun salon où le publier',
  'channel-gone': 'son salon a été supprimé',
  'no-access': 'je ne vois pas son salon',
  'no-permission': 'je n’ai pas le droit d’écrire dans son salon',
  'no-history': 'je ne peux pas lire son salon, donc pas savoir s’il y est déjà',
  refused: 'Discord l’a refusé',
  closed: 'les messages privés du membre sont fermés',
  gone: 'le membre n’est plus là',
  'no-answer': 'Discord n’a pas répondu',
  fault: 'quelque chose s’est mal passé de mon côté',
  later: 'il attend la journée',
};

const anotherRole = 'Choisis un autre rôle, ou aucun, sur la page Rôles des badges de `/admin setup`.';
const roleProblems: Record<RoleProblem, { why: string; fix: string }> = {
  gone: { why: 'il a été supprimé', fix: anotherRole },
  everyone: { why: 'tout le monde l’a', fix: anotherRole },
  managed: { why: 'Discord le gère lui-même', fix: anotherRole },
  powerful: {
    why: 'il permet ce qui est réservé aux modérateurs',
    fix: `Retire-lui ces permissions. ${anotherRole}`,
  },
  'no-permission': {
    why: 'je n’ai pas le droit de gérer les rôles',
    fix: phrase`Donne « Gérer les rôles » à mon rôle dans Paramètres du serveur → Rôles.`,
  },
  'above-me': {
    why: 'il n’est pas sous mon rôle',
    fix: 'Glisse mon rôle au-dessus dans Paramètres du serveur → Rôles.',
  },
};

const parts: Record<CheckupPart, string> = {
  server: 'les salons, les permissions et les rôles',
  digest: 'le résumé',
  queue: 'la file de modération',
  outbox: 'les messages que je dois encore livrer',
  commands: 'les commandes enregistrées',
  clock: 'l’horloge',
};

/** Permissions in a sentence, in bold. */
export const named = (missing: readonly NeededPermission[]) =>
  list.format(missing.map((permission) => `**${permissions[permission]}**`));

const usedAs = (channelUses: readonly ChannelUse[]) => list.format(channelUses.map((use) => uses[use]));

export const allowMe = (channelId: string, missing: readonly NeededPermission[]) =>
  `Dans les paramètres de <#${channelId}>, ouvre Permissions, ajoute-moi ou ajoute mon rôle, et autorise ${named(missing)}.`;

export const findings: Catalogue['admin']['doctor']['findings'] = {
  'channel-deleted': ({ channelId, uses: channelUses }) => ({
    problem: phrase`Un salon que j’utilise a été supprimé : ${usedAs(channelUses)} (id ${channelId}).`,
    fix: channelUses.includes('cohort')
      ? 'Choisis-en un autre avec `/admin setup`. Rien de ce qui a été partagé n’est perdu.'
      : channelUses.includes('digest')
        ? 'Choisis-en un autre avec `/admin digest schedule`.'
        : 'Choisis-en un autre avec `/admin setup`, ou aucun.',
  }),
  'channel-closed': ({ channelId, uses: channelUses }) => ({
    problem: `Je ne vois pas <#${channelId}>, qui est ${usedAs(channelUses)}.`,
    fix: allowMe(channelId, ['ViewChannel', 'SendMessages']),
  }),
  'no-channel': () => ({
    problem: 'Aucun salon n’est choisi pour la cohorte, et aucun ne s’appelle `prodevprojectnexus`.',
    fix: phrase`Choisis-en un avec \`/admin setup\`. D’ici là, les cartes paraissent là où une commande est utilisée, et aucun résumé n’est publié.`,
  }),
  'timed-out': ({ until }) => ({
    problem: `Je suis exclu temporairement jusqu’au ${moment(until, 'F')} et ne peux écrire nulle part.`,
    fix: 'Fais un clic droit sur mon nom dans la liste des membres et annule l’exclusion temporaire.',
  }),
  'database-away': () => ({
    problem:
      'Ma base de données ne répond pas, donc je ne peux rien enregistrer ni rien trouver en ce moment.',
    fix: 'La personne qui m’héberge doit vérifier que Postgres tourne et que `DATABASE_URL` y mène. Je repars sans aide dès qu’elle est de retour.',
  }),
  'permissions-missing': ({ channelId, uses: channelUses, missing }) => ({
    problem: phrase`Dans <#${channelId}>, ${usedAs(channelUses)}, il me manque : ${named(missing)}.`,
    fix: allowMe(channelId, missing),
  }),
  'digest-overdue': ({ dueAt }) => ({
    problem: `Le résumé était prévu ${moment(dueAt, 'R')} et n’a pas été publié.`,
    fix: 'Publie-le avec `/admin digest run`. S’il est encore en retard la prochaine fois, la personne qui m’héberge doit regarder le journal.',
  }),
  'digest-failing': ({ reason, periodEnd, retryAt }) => ({
    problem: phrase`Le résumé pour le ${moment(periodEnd, 'D')} n’a pas pu être publié : ${reason ? digestReasons[reason] : digestReasons.fault}.`,
    fix: `Corrige cela, puis publie-le avec \`/admin digest run\`${retryAt ? phrase` ; je réessaie aussi ${moment(retryAt, 'R')}` : ''}.`,
  }),
  'messages-undelivered': ({ count, oldest, reason }) => ({
    problem: phrase`${plural(count, 'message n’a pas encore pu être livré', 'messages n’ont pas encore pu être livrés')}, le plus ancien écrit ${moment(oldest, 'R')} : ${failureReasons[reason ?? 'fault']}.`,
    fix: phrase`Corrige cela ; je continue d’essayer, au moins une fois par heure.`,
  }),
  'migrations-pending': ({ count }) => ({
    problem: `${plural(count, 'migration de la base n’a pas été exécutée', 'migrations de la base n’ont pas été exécutées')}.`,
    fix: 'La personne qui m’héberge doit me redémarrer, ou lancer `npm run db:migrate`.',
  }),
  'database-old': ({ version }) => ({
    problem: `Ma base de données est PostgreSQL ${version}, mais il me faut la version ${oldestPostgres} ou une plus récente.`,
    fix: phrase`La personne qui m’héberge doit la déplacer vers un PostgreSQL plus récent : en faire un dump, démarrer la nouvelle version, et y restaurer le dump.`,
  }),
  'database-compiles': () => ({
    problem:
      'Ma base de données compile les requêtes avant de les exécuter (`jit`), ce qui ralentit chaque recherche.',
    fix: phrase`La personne qui m’héberge doit enlever \`jit\` de ce qui règle mes sessions : un pooler, ou les réglages de mon rôle.`,
  }),
  'intents-missing': ({ missing }) => ({
    problem: phrase`Je suis connecté à Discord sans ${list.format(missing.map((name) => `**${name}**`))} : je ne vois donc pas les changements de salons et de rôles.`,
    fix: 'La personne qui m’héberge doit lancer la version publiée, sans changer ses intents.',
  }),
  'moderator-role-deleted': ({ roleId }) => ({
    problem: phrase`Le rôle de modération a été supprimé (id ${roleId}) : seuls les membres avec « Gérer le serveur » peuvent modérer.`,
    fix: 'Choisis un autre rôle avec `/admin setup`.',
  }),
  'timezone-unknown': ({ timezone }) => ({
    problem: phrase`Je ne connais pas le fuseau horaire « ${timezone} » : je planifie donc les résumés en UTC.`,
    fix: 'Choisis une ville près de chez toi avec `/admin setup`.',
  }),
  'clock-off': ({ seconds }) => ({
    problem: phrase`Mon horloge a ${plural(Math.abs(seconds), 'seconde', 'secondes')} ${seconds > 0 ? 'd’avance' : 'de retard'} sur celle de Discord : les résumés arrivent ${seconds > 0 ? 'trop tôt' : 'trop tard'} d’autant.`,
    fix: 'La personne qui m’héberge doit synchroniser l’horloge de la machine par le réseau (NTP).',
  }),
  'commands-differ': () => ({
    problem: 'Les commandes que montre Discord ne correspondent pas à cette version.',
    fix: 'La personne qui m’héberge doit me redémarrer, ou lancer `npm run commands:deploy`. Ensuite, recharge Discord avec Ctrl+R.',
  }),
  'gateway-slow': ({ milliseconds }) => ({
    problem: phrase`Ma connexion à Discord est lente : un aller-retour prend ${plural(milliseconds, 'milliseconde', 'millisecondes')}.`,
    fix: 'Souvent, cela passe. Sinon, la personne qui m’héberge doit vérifier le réseau de la machine.',
  }),
  'check-failed': ({ part }) => ({
    problem: phrase`Je n’ai pas pu vérifier ceci : ${parts[part]}.`,
    fix: 'Relance `/admin doctor` dans une minute. Si cela échoue encore, la personne qui m’héberge trouvera la cause dans le journal.',
  }),
  'queue-waiting': ({ count, oldest }) => ({
    problem: `${plural(count, 'chose attend', 'choses attendent')} la modération depuis plus d’un jour, la plus ancienne arrivée ${moment(oldest, 'R')}.`,
    fix: 'Parcours-les avec `/admin queue`.',
  }),
  'no-log-channel': () => ({
    problem: 'Des entrées sont à relire, mais il n’y a pas de salon du journal où les montrer.',
    fix: 'Choisis-en un avec `/admin setup`. D’ici là, `/admin queue` montre ce qui attend.',
  }),
  'digest-not-scheduled': () => ({
    problem: 'Aucun résumé n’est encore prévu.',
    fix: 'Lance `/admin setup`, ou choisis un jour et une heure avec `/admin digest schedule`.',
  }),
  'digest-skipped': ({ reason, periodEnd }) => ({
    problem: phrase`Le résumé pour le ${moment(periodEnd, 'D')} a été sauté : ${reason ? digestReasons[reason] : digestReasons.fault}.`,
    fix: phrase`Ce qui a été partagé alors n’est pas perdu : \`/search\` le trouve.`,
  }),
  'digest-paused': ({ since }) => ({
    problem: `Le résumé est en pause depuis le ${moment(since, 'D')}.`,
    fix: 'Relance-le avec `/admin digest resume`.',
  }),
  'digest-role-deleted': ({ roleId }) => ({
    problem: phrase`Le rôle que notifie le résumé a été supprimé (id ${roleId}) : le résumé ne notifie donc personne.`,
    fix: 'Choisis-en un autre, ou aucun, sur la page Résumé de `/admin setup`.',
  }),
  'digest-role-quiet': ({ roleId }) => ({
    problem: `Le résumé mentionne <@&${roleId}>, mais je n’ai pas le droit de le notifier.`,
    fix: phrase`Dans Paramètres du serveur → Rôles, choisis ce rôle et permets à tout le monde de le mentionner, ou donne-moi « Mentionner @everyone ».`,
  }),
  'badge-role-stuck': ({ roleId, problem }) => ({
    problem: phrase`Je ne donne ni ne retire le rôle <@&${roleId}> pour un badge : ${roleProblems[problem].why}.`,
    fix: roleProblems[problem].fix,
  }),
  'badge-role-refused': ({ roleId, count }) => ({
    problem: phrase`Pendant des jours, Discord a refusé que je donne <@&${roleId}> à ${plural(count, 'membre', 'membres')} qui ont gagné son badge : j’ai arrêté d’essayer.`,
    fix: 'Choisis un autre rôle pour le badge sur la page Rôles des badges de `/admin setup`, ou aucun puis de nouveau celui-ci.',
  }),
  'channel-for-some': ({ channelId }) => ({
    problem: phrase`Tout le monde ne peut pas lire <#${channelId}>, mais tout le serveur peut retrouver ce qui y est partagé : par la recherche, les exports et les résumés.`,
    fix: 'Laisse @everyone voir ce salon, ou choisis-en un que tout le monde peut lire avec `/admin setup`.',
  }),
  'permissions-optional': ({ missing }) => ({
    problem: phrase`Je peux me passer de ${list.format(missing.map((one) => `**${optional[one].name}**`))}, mais avec, davantage marche : ${missing.map((one) => optional[one].adds).join(phrase` ; `)}.`,
    fix: 'Si tu le veux, autorise-le dans les paramètres de mon rôle.',
  }),
  'automod-unreadable': () => ({
    problem:
      'Je ne peux pas lire les règles AutoMod de ce serveur, et Discord ne les applique pas à ce que je publie.',
    fix: phrase`Si tu veux que je les applique, donne « Gérer le serveur » à mon rôle. Tout le reste marche sans.`,
  }),
  'automod-partly': ({ presets, unknown, tooLarge }) => ({
    problem: phrase`Je ne peux pas appliquer tout l’AutoMod de ce serveur. Ce que je saute : ${list.format([
      ...(presets > 0
        ? [
            plural(
              presets,
              'règle fondée sur les listes de mots de Discord',
              'règles fondées sur les listes de mots de Discord',
            ),
          ]
        : []),
      ...(unknown > 0 ? [plural(unknown, 'motif', 'motifs')] : []),
      ...(tooLarge > 0 ? [plural(tooLarge, 'motif trop grand', 'motifs trop grands')] : []),
    ])}.`,
    fix: phrase`Mets les mots qui comptent dans une règle à mots-clés : je l’applique à tout ce que je publie.`,
  }),
  'automod-slow': () => ({
    problem: phrase`Les motifs AutoMod de ce serveur prenaient tant de temps que je les ai laissés de côté ; ses mots-clés s’appliquent toujours.`,
    fix: 'Raccourcis les motifs, surtout les répétitions dans des répétitions comme `([a-z]{1,30}){1,30}`.',
  }),
  'channel-by-name': ({ channelId }) => ({
    problem: phrase`Aucun salon n’est choisi ; j’utilise <#${channelId}> à cause de son nom.`,
    fix: 'Choisis-le avec `/admin setup`, pour que le renommer ne change rien.',
  }),
  'moderators-cannot-see-admin': ({ roleId }) => ({
    problem: `Les membres de <@&${roleId}> peuvent modérer, mais Discord ne leur montre pas \`/admin\`.`,
    fix: phrase`Ouvre Paramètres du serveur → Intégrations → mon nom → \`/admin\`, ajoute ce rôle et autorise-le, ou donne-lui « Gérer les messages ».`,
  }),
};
