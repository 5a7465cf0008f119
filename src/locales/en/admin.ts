/** Words of `/admin`: setting the bot up, its settings, and its check-up. */
import type { NeededPermission, SetupRefusal } from '../../entities/checkup.js';
import type { DigestReason } from '../../entities/digest.js';
import { digestDelivery } from './digest-delivery.js';
import { allowMe, digestReasons, findings, moment, named } from './findings.js';
import { plural } from './plural.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const admin = {
  commands: {
    description: 'Set the bot up, and keep the cohort’s channel in order',
    setup: 'Choose channels, moderators, language and time zone; bare, it shows a panel',
    channel: 'Where cards and the digest are posted',
    timezone: 'Type a city, such as Nairobi, and pick it from the list',
    language: 'The language I speak here',
    moderatorRole: 'Its members may use /admin, besides those with Manage Server',
    logChannel: 'Where I note what moderators did',
    settings: 'Show everything that is set here',
    doctor: 'Check every permission, channel and schedule, and how to mend what is amiss',
  },

  setup: {
    title: '### Set up Nexus',
    intro: 'Each choice is saved at once, and you can come back with `/admin setup` at any time.',
    channel: '**Where does the cohort meet?** Cards and the digest are posted there.',
    channelUntilChosen: (channelId: string) => `-# Until you choose, I use <#${channelId}>.`,
    channelGone: '-# ❌ The channel chosen before was deleted. Please choose another one.',
    roleGone: '-# ❌ The role chosen before was deleted.',
    channelPlaceholder: 'Choose the cohort’s channel',
    moderatorRole: '**Who moderates?** Members with Manage Server always do.',
    moderatorRolePlaceholder: 'Choose a moderator role, or none',
    logChannel: '**Where shall I note what moderators did?**',
    logChannelPlaceholder: 'Choose a log channel, or none',
    language: '**Which language do I speak?**',
    languagePlaceholder: 'Choose a language',
    digest: '**When does the weekly digest come?**',
    digestDayPlaceholder: 'Choose a weekday',
    digestTimePlaceholder: 'Choose a time of day',
    nextDigest: (due: Date, timezone: string) =>
      `The next one comes ${moment(due, 'F')}, ${moment(due, 'R')}. Time zone: ${timezone}.`,
    pausedDigest: (timezone: string) =>
      `It is paused: go on with \`/admin digest resume\`. Time zone: ${timezone}.`,
    changeTimezone: 'Change time zone',
    whichTimezone: 'Which one do you mean?',
    timezonePlaceholder: 'Choose a time zone',
    timezoneAmbiguous: (typed: string) => `I do not know “${typed}” exactly. Is it one of these?`,
    timezoneUnknown: (typed: string) =>
      `I do not know “${typed}”. Try the name of a large city near you, such as Nairobi or Lagos.`,
    timezoneForm: 'Time zone',
    timezoneField: 'A city near you',
    timezoneHint: 'The largest city with your time, such as Nairobi, Lagos or London',

    saved: '✅ Saved.',
    nothingChanged: 'Nothing was changed:',
    lacking: (channelId: string, missing: readonly NeededPermission[]) =>
      `In <#${channelId}> I would also need ${named(missing)}. \`/admin doctor\` says how to allow it.`,
    refusals: {
      'channel-gone': () => 'I cannot find that channel. Please choose another one.',
      'channel-closed': ({ channelId, missing }) =>
        `I cannot write in <#${channelId}> yet: I lack ${named(missing)}. ${allowMe(channelId, missing)} Then choose it again.`,
      'everyone-as-moderators': () =>
        'With that role everybody would be a moderator. Please choose a role of its own.',
      'moderator-locked-out': () =>
        'You moderate by the role that is set now and would not have the new one. Please ask somebody with Manage Server to change it.',
      'everyone-as-digest-role': () => digestDelivery.panel.everyoneAsRole,
    } satisfies { [Code in SetupRefusal['code']]: (facts: SetupRefusal & { code: Code }) => string },
    done: {
      title: '### ✅ Set',
      channel: (channelId: string) => `Cards and the digest go to <#${channelId}>.`,
      logChannel: (channelId: string) => `What moderators do is noted in <#${channelId}>.`,
      moderatorRole: (roleId: string) =>
        `Members of <@&${roleId}> may use \`/admin\`. If they do not see it, \`/admin doctor\` says why.`,
      language: (language: string) => `I speak ${language} here.`,
      timezone: (timezone: string) => `The time zone is ${timezone}.`,
      nextDigest: (due: Date) => `The next digest comes ${moment(due, 'F')}, ${moment(due, 'R')}.`,
      digestPaused: 'The digest is paused. Go on with `/admin digest resume`.',
      more: '-# `/admin setup` without options shows everything at once.',
    },
  },

  settings: {
    title: '### Settings',
    channel: 'Cohort’s channel',
    digestChannel: 'Digest’s channel',
    sameChannel: 'the cohort’s channel',
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
    paused: (since: Date) => `paused since ${moment(since, 'D')}; \`/admin digest resume\` goes on`,
    notScheduled: 'not scheduled; run `/admin setup`',
    noneYet: 'none yet',
    outcome: {
      sent: (periodEnd: Date, link: string | undefined) =>
        link ? `[posted](${link}) for ${moment(periodEnd, 'D')}` : `posted for ${moment(periodEnd, 'D')}`,
      skipped: (periodEnd: Date, reason: DigestReason | null) =>
        `left out for ${moment(periodEnd, 'D')}: ${digestReasons[reason ?? 'fault']}`,
      failed: (periodEnd: Date, reason: DigestReason | null) =>
        `could not be posted for ${moment(periodEnd, 'D')}: ${digestReasons[reason ?? 'fault']}. \`/admin doctor\` says more`,
      waiting: (periodEnd: Date) => `is being posted for ${moment(periodEnd, 'D')}`,
    },
    change: '-# Change them with `/admin setup` and `/admin digest schedule`.',
  },

  doctor: {
    healthy: '### 🩺 All is well',
    troubles: (count: number) => `### 🩺 ${plural(count, 'thing needs', 'things need')} mending`,
    advice: '### 🩺 All is well, with a word of advice',
    findings,
    mend: (mend: string) => `→ ${mend}`,
    more: (count: number) => `-# and ${plural(count, 'more finding', 'more findings')}`,
    well: {
      channels: (channelIds: readonly string[]) =>
        `I may do all I need in ${list.format(channelIds.map((id) => `<#${id}>`))}.`,
      moderatorRole: (roleId: string) => `Moderators: <@&${roleId}>, and members with Manage Server.`,
      nextDigest: (due: Date) => `The next digest comes ${moment(due, 'F')}.`,
      lastDigest: (end: Date, outcome: 'sent' | 'skipped') =>
        outcome === 'sent'
          ? `The last one, of ${moment(end, 'D')}, was posted.`
          : `The last one, of ${moment(end, 'D')}, was left out, since there was nothing to tell.`,
      database: (version: string, bytes: number, milliseconds: number) =>
        `Database: PostgreSQL ${version}, ${size(bytes)}, up to date, answers in ${milliseconds} ms.`,
      commands: 'The commands are registered as this version defines them.',
      clock: 'My clock agrees with Discord’s.',
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
