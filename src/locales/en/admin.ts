/** Copy of `/admin`: set-up, settings and the doctor. */

import type { DigestReason } from '../../entities/digest.js';
import type { NeededPermission, SetupRefusal } from '../../features/guilds/checkup-model.js';
import { digestDelivery } from './digest-delivery.js';
import { allowMe, digestReasons, findings, moment, named } from './findings.js';
import { plural } from './plural.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const admin = {
  commands: {
    description: 'Set up the bot and moderate the cohort channel',
    setup: 'Choose channels, moderators, language and time zone; without options, opens a panel',
    channel: 'Where cards and the digest are posted',
    timezone: 'Type a city, such as Nairobi, and pick it from the list',
    language: 'The language I use here',
    moderatorRole: 'Its members can use /admin, as can anyone with Manage Server',
    logChannel: 'Where I log what moderators do',
    settings: 'Show the current settings',
    doctor: 'Check permissions, channels and schedule, and see how to fix what is wrong',
  },

  setup: {
    title: '### Set up Nexus',
    intro: 'Each choice is saved right away, and you can come back with `/admin setup` at any time.',
    channel: '**Where does the cohort meet?** Cards and the digest are posted there.',
    channelUntilChosen: (channelId: string) => `-# Until you choose one, I use <#${channelId}>.`,
    channelGone: '-# ❌ The channel you chose before was deleted. Please choose another one.',
    roleGone: '-# ❌ The role you chose before was deleted.',
    channelPlaceholder: 'Choose the cohort channel',
    moderatorRole: '**Who moderates?** Members with Manage Server always can.',
    moderatorRolePlaceholder: 'Choose a moderator role, or none',
    logChannel: '**Where should I log what moderators do?**',
    logChannelPlaceholder: 'Choose a log channel, or none',
    language: '**Which language should I use?**',
    languagePlaceholder: 'Choose a language',
    digest: '**When should the weekly digest be posted?**',
    digestDayPlaceholder: 'Choose a weekday',
    digestTimePlaceholder: 'Choose a time of day',
    nextDigest: (due: Date, timezone: string) =>
      `The next one is due ${moment(due, 'F')}, ${moment(due, 'R')}. Time zone: ${timezone}.`,
    pausedDigest: (timezone: string) =>
      `It’s paused: resume it with \`/admin digest resume\`. Time zone: ${timezone}.`,
    changeTimezone: 'Change time zone',
    whichTimezone: 'Which one do you mean?',
    timezonePlaceholder: 'Choose a time zone',
    timezoneAmbiguous: (typed: string) =>
      `I’m not sure which time zone “${typed}” is in. Is it one of these?`,
    timezoneUnknown: (typed: string) =>
      `I don’t know “${typed}”. Try the name of a large city near you, such as Nairobi or Lagos.`,
    timezoneForm: 'Time zone',
    timezoneField: 'A city near you',
    timezoneHint: 'The largest city with your time, such as Nairobi, Lagos or London',

    saved: '✅ Saved.',
    nothingChanged: 'Nothing was changed:',
    forSome: (channelId: string) =>
      `Not everyone can read <#${channelId}>. Search, exports and direct messages still show its entries to the whole server. Is that what you want? If not, choose another channel.`,
    lacking: (channelId: string, missing: readonly NeededPermission[]) =>
      `In <#${channelId}> I also need ${named(missing)}. \`/admin doctor\` explains how to allow it.`,
    refusals: {
      'channel-gone': () => 'I can’t find that channel. Please choose another one.',
      'channel-closed': ({ channelId, missing }) =>
        `I can’t post in <#${channelId}> yet: I need ${named(missing)}. ${allowMe(channelId, missing)} Then choose it again.`,
      'everyone-as-moderators': () =>
        'That role would make everyone a moderator. Please choose a more specific one.',
      'everyone-as-digest-role': () => digestDelivery.panel.everyoneAsRole,
    } satisfies { [Code in SetupRefusal['code']]: (facts: SetupRefusal & { code: Code }) => string },
    done: {
      title: '### ✅ Saved',
      channel: (channelId: string) => `Cards and the digest go to <#${channelId}>.`,
      logChannel: (channelId: string) => `What moderators do is logged in <#${channelId}>.`,
      moderatorRole: (roleId: string) =>
        `Members of <@&${roleId}> can use \`/admin\`. If they don’t see it, \`/admin doctor\` explains why.`,
      language: (language: string) => `I’ll use ${language} here.`,
      timezone: (timezone: string) => `The time zone is ${timezone}.`,
      nextDigest: (due: Date) => `The next digest is due ${moment(due, 'F')}, ${moment(due, 'R')}.`,
      digestPaused: 'The digest is paused. Resume it with `/admin digest resume`.',
      more: '-# `/admin setup` without options shows everything at once.',
    },
  },

  settings: {
    title: '### Settings',
    line: (name: string, value: string) => `**${name}**: ${value}`,
    channel: 'Cohort channel',
    digestChannel: 'Digest channel',
    sameChannel: 'the cohort channel',
    logChannel: 'Log channel',
    moderators: 'Moderators',
    language: 'Language',
    timezone: 'Time zone',
    digest: 'Digest',
    nextDigest: 'Next digest',
    lastDigest: 'Last digest',
    setUp: 'Set up',
    none: 'none',
    notYet: 'not yet; run `/admin setup`',
    channelForNow: (channelId: string) => `not set; for now <#${channelId}>`,
    moderatorRole: (roleId: string) => `<@&${roleId}>, and members with Manage Server`,
    onlyManagers: 'members with Manage Server',
    weekly: (weekday: string, time: string) => `${weekday}s at ${time}`,
    due: (at: Date) => `${moment(at, 'F')} (${moment(at, 'R')})`,
    paused: (since: Date) => `paused since ${moment(since, 'D')}; \`/admin digest resume\` resumes it`,
    notScheduled: 'not scheduled; run `/admin setup`',
    noneYet: 'none yet',
    outcome: {
      sent: (periodEnd: Date, link: string | undefined) =>
        link ? `[posted](${link}) for ${moment(periodEnd, 'D')}` : `posted for ${moment(periodEnd, 'D')}`,
      skipped: (periodEnd: Date, reason: DigestReason | null) =>
        `skipped for ${moment(periodEnd, 'D')}: ${digestReasons[reason ?? 'fault']}`,
      failed: (periodEnd: Date, reason: DigestReason | null) =>
        `could not be posted for ${moment(periodEnd, 'D')}: ${digestReasons[reason ?? 'fault']}. \`/admin doctor\` has details`,
      waiting: (periodEnd: Date) => `is being posted for ${moment(periodEnd, 'D')}`,
    },
    change: '-# Change them with `/admin setup` and `/admin digest schedule`.',
  },

  doctor: {
    healthy: '### 🩺 Everything looks good',
    troubles: (count: number) => `### 🩺 ${plural(count, 'thing needs', 'things need')} fixing`,
    advice: '### 🩺 Everything looks good, with some advice',
    findings,
    fix: (fix: string) => `→ ${fix}`,
    more: (count: number) => `-# and ${plural(count, 'more finding', 'more findings')}`,
    well: {
      channels: (channelIds: readonly string[]) =>
        `I have every permission I need in ${list.format(channelIds.map((id) => `<#${id}>`))}.`,
      moderatorRole: (roleId: string) => `Moderators: <@&${roleId}>, and members with Manage Server.`,
      nextDigest: (due: Date) => `The next digest is due ${moment(due, 'F')}.`,
      lastDigest: (end: Date, outcome: 'sent' | 'skipped') =>
        outcome === 'sent'
          ? `The last one, for ${moment(end, 'D')}, was posted.`
          : `The last one, for ${moment(end, 'D')}, was skipped because nothing was shared.`,
      database: (version: string, bytes: number, milliseconds: number, ownsTables: boolean) =>
        `Database: PostgreSQL ${version}, ${size(bytes)}, up to date, answers in ${milliseconds} ms. I use it ${ownsTables ? 'as the owner of its tables' : 'with a role that can’t change the audit log'}.`,
      commands: 'The registered commands match this version.',
      clock: 'My clock matches Discord’s.',
      ping: (milliseconds: number) => `Discord’s gateway answers in ${milliseconds} ms.`,
    },
  },
};

/** `12.3 MB`, in the units Postgres itself uses (1,024). */
function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${(bytes / 1024 ** step).toFixed(step > 1 ? 1 : 0)} ${units[step]}`;
}
