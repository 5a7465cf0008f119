/** Words of the check-up: each finding with its mend, and the names of permissions and channels in them. */
import {
  type ChannelUse,
  type CheckupPart,
  type FindingCode,
  type FindingFacts,
  type NeededPermission,
  oldestPostgres,
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

/** Why a digest was left out or could not be posted, after a colon. */
export const digestReasons: Record<DigestReason, string> = {
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
  queue: 'the moderators’ queue',
  commands: 'the registered commands',
  clock: 'the clock',
};

/** Permissions in a sentence, in bold. */
export const named = (missing: readonly NeededPermission[]) =>
  list.format(missing.map((permission) => `**${permissions[permission]}**`));

const usedAs = (channelUses: readonly ChannelUse[]) => list.format(channelUses.map((use) => uses[use]));

export const allowMe = (channelId: string, missing: readonly NeededPermission[]) =>
  `Open the settings of <#${channelId}>, go to Permissions, add me or my role, and allow ${named(missing)}.`;

/** A finding in words: what is the matter, and what mends it. */
interface Diagnosis {
  problem: string;
  mend: string;
}

export const findings: { [Code in FindingCode]: (facts: FindingFacts[Code]) => Diagnosis } = {
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
    problem: `The digest of ${moment(periodEnd, 'D')} could not be posted: ${reason ? digestReasons[reason] : digestReasons.fault}.`,
    mend: `Mend what is named above, then post it with \`/admin digest run\`${retryAt ? `; I try again ${moment(retryAt, 'R')} by myself` : ''}.`,
  }),
  'migrations-pending': ({ count }) => ({
    problem: `${plural(count, 'migration of the database has', 'migrations of the database have')} not been run.`,
    mend: 'Whoever runs me should restart me, or run `npm run db:migrate`.',
  }),
  'database-old': ({ version }) => ({
    problem: `My database is PostgreSQL ${version}, and I am made for ${oldestPostgres} or later.`,
    mend: 'Whoever runs me should move it to a newer PostgreSQL: dump it, start the new one, and restore the dump there.',
  }),
  'intents-missing': ({ missing }) => ({
    problem: `I am connected to Discord without ${list.format(missing.map((name) => `**${name}**`))}, so I do not notice what happens to channels and roles.`,
    mend: 'Whoever runs me should start the version that was released, without changes to its intents.',
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
  'queue-waiting': ({ count, oldest }) => ({
    problem: `${plural(count, 'thing has', 'things have')} been waiting for a moderator for more than a day, the oldest since ${moment(oldest, 'R')}.`,
    mend: 'Look at them with `/admin queue`.',
  }),
  'no-log-channel': () => ({
    problem: 'There are entries for moderators to look at, and no log channel where I could show them.',
    mend: 'Choose one with `/admin setup`. Until then `/admin queue` shows what is waiting.',
  }),
  'digest-not-scheduled': () => ({
    problem: 'No digest is scheduled yet.',
    mend: 'Run `/admin setup`, or choose a day and a time with `/admin digest schedule`.',
  }),
  'digest-skipped': ({ reason, periodEnd }) => ({
    problem: `The digest of ${moment(periodEnd, 'D')} was left out: ${reason ? digestReasons[reason] : digestReasons.fault}.`,
    mend: 'What was shared then is kept and can be found with `/search`.',
  }),
  'digest-paused': ({ since }) => ({
    problem: `The digest has been paused since ${moment(since, 'D')}.`,
    mend: 'Go on with `/admin digest resume`.',
  }),
  'digest-role-deleted': ({ roleId }) => ({
    problem: `The role that the digest pings was deleted (id ${roleId}), so it pings nobody.`,
    mend: 'Choose another one, or none, with `/admin setup`, on the page Digest.',
  }),
  'digest-role-quiet': ({ roleId }) => ({
    problem: `The digest names <@&${roleId}>, but I may not ping it.`,
    mend: 'Open Server Settings → Roles, choose that role and allow anyone to mention it. Or give me Mention Everyone.',
  }),
  'automod-unreadable': () => ({
    problem: 'I cannot read this server’s AutoMod rules, and Discord does not apply them to what I post.',
    mend: 'To have me apply them, give my role Manage Server. Without it, everything else works.',
  }),
  'automod-partly': ({ presets, patterns }) => ({
    problem: `Of this server’s AutoMod I cannot apply ${[
      ...(presets > 0
        ? [plural(presets, 'rule by Discord’s own word lists', 'rules by Discord’s own word lists')]
        : []),
      ...(patterns > 0 ? [plural(patterns, 'pattern', 'patterns')] : []),
    ].join(' and ')}.`,
    mend: 'Put the words that matter into a keyword rule: those I apply to everything I post.',
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

/** A time as each reader's own clock shows it. */
export function moment(at: Date, style: 'R' | 'F' | 'f' | 'D'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}
