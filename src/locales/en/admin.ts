/** Words of `/admin`: setting the bot up, its settings, and its check-up. */
import type {
  ChannelUse,
  CheckupPart,
  FindingCode,
  FindingFacts,
  NeededPermission,
  SetupRefusal,
} from '../../entities/checkup.js';
import type { DigestReason } from '../../entities/digest.js';
import { plural } from './plural.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Names as Discord's settings show them. */
const permissions: Record<NeededPermission, string> = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  EmbedLinks: 'Embed Links',
  AttachFiles: 'Attach Files',
  ReadMessageHistory: 'Read Message History',
  CreatePublicThreads: 'Create Public Threads',
};

const uses: Record<ChannelUse, string> = {
  cohort: 'the cohort’s channel',
  digest: 'the digest’s channel',
  log: 'the log channel',
};

const reasons: Record<DigestReason, string> = {
  empty: 'nothing had been shared',
  missed: 'I was not running when it was due',
  paused: 'it was paused',
  'no-channel': 'there was no channel to post it in',
  'channel-gone': 'its channel had been deleted',
  'no-access': 'I could not see its channel',
  'no-permission': 'I was not allowed to write in its channel',
  refused: 'Discord refused it',
  'no-answer': 'Discord did not answer',
  fault: 'something went wrong on my side',
};

const parts: Record<CheckupPart, string> = {
  server: 'channels, permissions and roles',
  digest: 'the digest',
  commands: 'the registered commands',
  clock: 'the clock',
};

const named = (missing: readonly NeededPermission[]) =>
  list.format(missing.map((permission) => `**${permissions[permission]}**`));

const usedAs = (channelUses: readonly ChannelUse[]) => list.format(channelUses.map((use) => uses[use]));

const allowMe = (channelId: string, missing: readonly NeededPermission[]) =>
  `Open the settings of <#${channelId}>, go to Permissions, add me or my role, and allow ${named(missing)}.`;

/** A finding in words: what is the matter, and what mends it. */
interface Diagnosis {
  problem: string;
  mend: string;
}

const findings: { [Code in FindingCode]: (facts: FindingFacts[Code]) => Diagnosis } = {
  'channel-deleted': ({ channelId, uses: channelUses }) => ({
    problem: `A channel I use was deleted: it was ${usedAs(channelUses)} (id ${channelId}).`,
    mend: channelUses.includes('cohort')
      ? 'Choose another one with `/admin setup`. Nothing that was shared is lost.'
      : channelUses.includes('digest')
        ? 'Choose another one with `/admin digest schedule`.'
        : 'Choose another one with `/admin setup`, or none.',
  }),
  'channel-closed': ({ channelId, uses: channelUses }) => ({
    problem: `I cannot see <#${channelId}>, which is ${usedAs(channelUses)}.`,
    mend: allowMe(channelId, ['ViewChannel', 'SendMessages']),
  }),
  'no-channel': () => ({
    problem: 'No channel is set for the cohort, and none is named `prodevprojectnexus`.',
    mend: 'Choose one with `/admin setup`. Until then cards go where a command was used, and no digest is posted.',
  }),
  'timed-out': ({ until }) => ({
    problem: `I am in time-out until ${moment(until, 'F')} and cannot write anywhere.`,
    mend: 'Right-click my name in the member list and remove the time-out.',
  }),
  'database-away': () => ({
    problem: 'My database does not answer, so nothing can be kept or found at the moment.',
    mend: 'Whoever runs me should see that Postgres is up and that `DATABASE_URL` leads to it. I go on by myself once it is back.',
  }),
  'permissions-missing': ({ channelId, uses: channelUses, missing }) => ({
    problem: `In <#${channelId}>, ${usedAs(channelUses)}, I may not ${named(missing)}.`,
    mend: allowMe(channelId, missing),
  }),
  'digest-overdue': ({ dueAt }) => ({
    problem: `The digest was due ${moment(dueAt, 'R')} and has not been posted.`,
    mend: 'Post it with `/admin digest run`. If it is late again next time, whoever runs me should look into the log.',
  }),
  'digest-failing': ({ reason, periodEnd, retryAt }) => ({
    problem: `The digest of ${moment(periodEnd, 'D')} could not be posted: ${reason ? reasons[reason] : reasons.fault}.`,
    mend: `Mend what is named above, then post it with \`/admin digest run\`${retryAt ? `; I try again ${moment(retryAt, 'R')} by myself` : ''}.`,
  }),
  'migrations-pending': ({ count }) => ({
    problem: `${plural(count, 'migration of the database has', 'migrations of the database have')} not been run.`,
    mend: 'Whoever runs me should restart me, or run `npm run db:migrate`.',
  }),
  'moderator-role-deleted': ({ roleId }) => ({
    problem: `The moderator role was deleted (id ${roleId}): only members with Manage Server can moderate.`,
    mend: 'Choose another role with `/admin setup`.',
  }),
  'timezone-unknown': ({ timezone }) => ({
    problem: `I do not know the time zone “${timezone}”, so digests are reckoned in UTC.`,
    mend: 'Choose a city near you with `/admin setup`.',
  }),
  'clock-off': ({ seconds }) => ({
    problem: `My clock is ${plural(Math.abs(seconds), 'second', 'seconds')} ${seconds > 0 ? 'ahead of' : 'behind'} Discord’s, and digests come as much too ${seconds > 0 ? 'early' : 'late'}.`,
    mend: 'Whoever runs me should set the clock of that machine by the network (NTP).',
  }),
  'commands-differ': () => ({
    problem: 'The commands Discord shows are not the ones of this version.',
    mend: 'Whoever runs me should restart me, or run `npm run commands:deploy`. Then reload Discord with Ctrl+R.',
  }),
  'gateway-slow': ({ milliseconds }) => ({
    problem: `My connection to Discord is slow: ${plural(milliseconds, 'millisecond', 'milliseconds')} there and back.`,
    mend: 'This often passes. If it stays, whoever runs me should look at the network of that machine.',
  }),
  'check-failed': ({ part }) => ({
    problem: `I could not check ${parts[part]}.`,
    mend: 'Try `/admin doctor` again in a minute. If it stays so, whoever runs me finds the cause in the log.',
  }),
  'digest-not-scheduled': () => ({
    problem: 'No digest is scheduled yet.',
    mend: 'Run `/admin setup`, or choose a day and a time with `/admin digest schedule`.',
  }),
  'digest-skipped': ({ reason, periodEnd }) => ({
    problem: `The digest of ${moment(periodEnd, 'D')} was left out: ${reason ? reasons[reason] : reasons.fault}.`,
    mend: 'What was shared then is kept and can be found with `/search`.',
  }),
  'digest-paused': ({ since }) => ({
    problem: `The digest has been paused since ${moment(since, 'D')}.`,
    mend: 'Go on with `/admin digest resume`.',
  }),
  'channel-by-name': ({ channelId }) => ({
    problem: `No channel is set; I use <#${channelId}> because of its name.`,
    mend: 'Set it with `/admin setup`, so that it stays when somebody renames it.',
  }),
  'moderators-cannot-see-admin': ({ roleId }) => ({
    problem: `Members of <@&${roleId}> may moderate, but Discord does not show them \`/admin\`.`,
    mend: 'Open Server Settings → Integrations → my name → `/admin`, add that role and allow it. Giving the role Manage Messages does the same.',
  }),
};

function moment(at: Date, style: 'R' | 'F' | 'D'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}

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
        `left out for ${moment(periodEnd, 'D')}: ${reasons[reason ?? 'fault']}`,
      failed: (periodEnd: Date, reason: DigestReason | null) =>
        `could not be posted for ${moment(periodEnd, 'D')}: ${reasons[reason ?? 'fault']}. \`/admin doctor\` says more`,
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
