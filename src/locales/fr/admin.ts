/** French copy of `/admin`: set-up, settings and the doctor. */
import type { Catalogue } from '../catalogue-type.js';
import { digestDelivery } from './digest-delivery.js';
import { allowMe, digestReasons, findings, moment, named } from './findings.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

export const admin: Catalogue['admin'] = {
  commands: {
    description: 'Mets le bot en place et modère le salon de la cohorte',
    setup: 'Choisis salons, modération, langue et fuseau horaire ; sans options, ouvre un panneau',
    channel: 'Où paraissent les cartes et le résumé',
    timezone: 'Tape une ville, par exemple Nairobi, et choisis-la dans la liste',
    language: 'La langue que j’utilise ici',
    moderatorRole: 'Ses membres peuvent utiliser /admin, comme qui a « Gérer le serveur »',
    logChannel: 'Où je note ce que fait la modération',
    settings: 'Montre les réglages actuels',
    doctor: 'Vérifie permissions, salons et horaires, et dit comment corriger ce qui ne va pas',
  },

  setup: {
    title: '### Mettre Nexus en place',
    intro: 'Chaque choix est enregistré tout de suite, et tu peux revenir à tout moment avec `/admin setup`.',
    channel: '**Où la cohorte se retrouve-t-elle ?** Les cartes et le résumé y paraissent.',
    channelUntilChosen: (channelId) => `-# Tant que tu n’en choisis pas, j’utilise <#${channelId}>.`,
    channelGone: '-# ❌ Le salon choisi auparavant a été supprimé. Choisis-en un autre.',
    roleGone: '-# ❌ Le rôle choisi auparavant a été supprimé.',
    channelPlaceholder: 'Choisis le salon de la cohorte',
    moderatorRole: '**Qui modère ?** Les membres avec « Gérer le serveur » le peuvent toujours.',
    moderatorRolePlaceholder: 'Choisis un rôle de modération, ou aucun',
    logChannel: '**Où dois-je noter ce que fait la modération ?**',
    logChannelPlaceholder: 'Choisis un salon pour le journal, ou aucun',
    language: '**Quelle langue dois-je utiliser ?**',
    languagePlaceholder: 'Choisis une langue',
    digest: '**Quand publier le résumé de la semaine ?**',
    digestDayPlaceholder: 'Choisis un jour de la semaine',
    digestTimePlaceholder: 'Choisis une heure',
    nextDigest: (due, timezone) =>
      phrase`Le prochain est prévu le ${moment(due, 'F')}, ${moment(due, 'R')}. Fuseau horaire : ${timezone}.`,
    pausedDigest: (timezone) =>
      phrase`Il est en pause : relance-le avec \`/admin digest resume\`. Fuseau horaire : ${timezone}.`,
    changeTimezone: 'Changer de fuseau horaire',
    whichTimezone: 'Lequel veux-tu dire ?',
    timezonePlaceholder: 'Choisis un fuseau horaire',
    timezoneAmbiguous: (typed) =>
      phrase`Je ne sais pas bien dans quel fuseau horaire se trouve « ${typed} ». Est-ce l’un de ceux-ci ?`,
    timezoneUnknown: (typed) =>
      phrase`Je ne connais pas « ${typed} ». Essaie le nom d’une grande ville près de chez toi, par exemple Nairobi ou Dakar.`,
    timezoneForm: 'Fuseau horaire',
    timezoneField: 'Une ville près de chez toi',
    timezoneHint: 'La plus grande ville à ton heure, par exemple Nairobi, Dakar ou Paris',

    saved: '✅ Enregistré.',
    nothingChanged: 'Rien n’a changé :',
    forSome: (channelId) =>
      phrase`Tout le monde ne peut pas lire <#${channelId}>. La recherche, les exports et les messages privés montrent quand même ses entrées à tout le serveur. Est-ce ce que tu veux ? Sinon, choisis un autre salon.`,
    lacking: (channelId, missing) =>
      `Dans <#${channelId}>, il me faut aussi ${named(missing)}. \`/admin doctor\` explique comment l’autoriser.`,
    refusals: {
      'channel-gone': () => 'Je ne trouve pas ce salon. Choisis-en un autre.',
      'channel-closed': ({ channelId, missing }) =>
        phrase`Je ne peux pas encore écrire dans <#${channelId}> : il me faut ${named(missing)}. ${allowMe(channelId, missing)} Puis choisis-le de nouveau.`,
      'everyone-as-moderators': () => 'Avec ce rôle, tout le monde modérerait. Choisis-en un plus précis.',
      'everyone-as-digest-role': () => digestDelivery.panel.everyoneAsRole,
    },
    done: {
      title: '### ✅ Enregistré',
      channel: (channelId) => `Les cartes et le résumé vont dans <#${channelId}>.`,
      logChannel: (channelId) => `Ce que fait la modération est noté dans <#${channelId}>.`,
      moderatorRole: (roleId) =>
        `Les membres de <@&${roleId}> peuvent utiliser \`/admin\`. S’ils ne le voient pas, \`/admin doctor\` explique pourquoi.`,
      language: (language) => phrase`Langue utilisée ici : ${language}.`,
      timezone: (timezone) => phrase`Le fuseau horaire : ${timezone}.`,
      nextDigest: (due) => `Le prochain résumé est prévu le ${moment(due, 'F')}, ${moment(due, 'R')}.`,
      digestPaused: 'Le résumé est en pause. Relance-le avec `/admin digest resume`.',
      more: '-# `/admin setup` sans options montre tout à la fois.',
    },
  },

  settings: {
    title: '### Réglages',
    line: (name, value) => phrase`**${name}** : ${value}`,
    channel: 'Salon de la cohorte',
    digestChannel: 'Salon du résumé',
    sameChannel: 'le salon de la cohorte',
    logChannel: 'Salon du journal',
    moderators: 'Modération',
    language: 'Langue',
    timezone: 'Fuseau horaire',
    digest: 'Résumé',
    nextDigest: 'Prochain résumé',
    lastDigest: 'Dernier résumé',
    setUp: 'Mise en place',
    none: 'aucun',
    notYet: 'pas encore ; lance `/admin setup`',
    channelForNow: (channelId) => phrase`pas choisi ; pour l’instant <#${channelId}>`,
    moderatorRole: (roleId) => phrase`<@&${roleId}>, et les membres avec « Gérer le serveur »`,
    onlyManagers: 'les membres avec « Gérer le serveur »',
    weekly: (weekday, time) => `chaque ${weekday} à ${time}`,
    due: (at) => `${moment(at, 'F')} (${moment(at, 'R')})`,
    paused: (since) => phrase`en pause depuis le ${moment(since, 'D')} ; \`/admin digest resume\` le relance`,
    notScheduled: 'pas prévu ; lance `/admin setup`',
    noneYet: 'aucun pour l’instant',
    outcome: {
      sent: (periodEnd, link) =>
        link
          ? `[publié](${link}) pour le ${moment(periodEnd, 'D')}`
          : `publié pour le ${moment(periodEnd, 'D')}`,
      skipped: (periodEnd, reason) =>
        phrase`sauté pour le ${moment(periodEnd, 'D')} : ${digestReasons[reason ?? 'fault']}`,
      failed: (periodEnd, reason) =>
        phrase`n’a pas pu être publié pour le ${moment(periodEnd, 'D')} : ${digestReasons[reason ?? 'fault']}. \`/admin doctor\` en dit plus`,
      waiting: (periodEnd) => `en cours de publication pour le ${moment(periodEnd, 'D')}`,
    },
    change: '-# Change-les avec `/admin setup` et `/admin digest schedule`.',
  },

  doctor: {
    healthy: '### 🩺 Tout va bien',
    troubles: (count) => `### 🩺 ${plural(count, 'chose à corriger', 'choses à corriger')}`,
    advice: '### 🩺 Tout va bien, avec quelques conseils',
    findings,
    fix: (advice) => `→ ${advice}`,
    more: (count) => `-# et ${plural(count, 'autre remarque', 'autres remarques')}`,
    well: {
      channels: (channelIds) =>
        `J’ai toutes les permissions qu’il me faut dans ${list.format(channelIds.map((id) => `<#${id}>`))}.`,
      moderatorRole: (roleId) =>
        phrase`Modération : <@&${roleId}>, et les membres avec « Gérer le serveur ».`,
      nextDigest: (due) => `Le prochain résumé est prévu le ${moment(due, 'F')}.`,
      lastDigest: (end, outcome) =>
        outcome === 'sent'
          ? `Le dernier, pour le ${moment(end, 'D')}, a été publié.`
          : `Le dernier, pour le ${moment(end, 'D')}, a été sauté parce que rien n’avait été partagé.`,
      database: (version, bytes, milliseconds, ownsTables) =>
        phrase`Base de données : PostgreSQL ${version}, ${size(bytes)}, à jour, répond en ${milliseconds} ms. Je l’utilise ${ownsTables ? 'en propriétaire de ses tables' : 'avec un rôle qui ne peut pas modifier le journal de la modération'}.`,
      commands: 'Les commandes enregistrées correspondent à cette version.',
      clock: 'Mon horloge est à l’heure de celle de Discord.',
      ping: (milliseconds) => `La passerelle de Discord répond en ${milliseconds} ms.`,
    },
  },
};

/** `12,3 Mo`, in the units Postgres itself uses (1,024). */
function size(bytes: number): string {
  const units = ['octets', 'ko', 'Mo', 'Go', 'To'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const digits = step > 1 ? 1 : 0;
  const number = new Intl.NumberFormat('fr', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number.format(bytes / 1024 ** step)} ${units[step]}`;
}
