/** Copy of the doctor: each finding with its fix, and the names of permissions and channels. */

import type { DigestReason } from '../../entities/digest.js';
import type { RoleProblem } from '../../features/badges/badge-role-model.js';
import {
  type ChannelUse,
  type CheckupPart,
  type FindingCode,
  type FindingFacts,
  type NeededPermission,
  type OptionalPermission,
  oldestPostgres,
} from '../../features/guilds/checkup-model.js';
import type { FailureReason } from '../../outbox/delivery.js';
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

/** Names as Discord's settings show them, and what each adds. */
const optional: Record<OptionalPermission, { name: string; adds: string }> = {
  CreatePrivateThreads: {
    name: 'Create Private Threads',
    adds: 'study buddies and people interested in a project get a thread of their own instead of direct messages',
  },
  CreateEvents: { name: 'Create Events', adds: 'study sessions are also events of this server' },
};

const uses: Record<ChannelUse, string> = {
  cohort: 'the cohort channel',
  digest: 'the digest channel',
  log: 'the log channel',
};

/** Why a digest was skipped or could not be posted, after a colon. */
export const digestReasons: Record<DigestReason, string> = {
  empty: 'nothing was shared',
  missed: 'I wasn’t running when it was due',
  paused: 'it was paused',
  'no-channel': 'there was no channel to post it in',
  'channel-gone': 'its channel was deleted',
  'no-access': 'I couldn’t see its channel',
  'no-permission': 'I wasn’t allowed to post in its channel',
  'no-history': 'I couldn’t read its channel, so I couldn’t tell whether it was already there',
  refused: 'Discord refused it',
  'no-answer': 'Discord didn’t answer',
  fault: 'something went wrong on my side',
};

const failureReasons: Record<FailureReason, string> = {
  'no-channel': 'there is no channel to post it in',
  'channel-gone': 'its channel was deleted',
  'no-access': 'I can’t see its channel',
  'no-permission': 'I’m not allowed to post in its channel',
  'no-history': 'I can’t read its channel, so I can’t tell whether it is there already',
  refused: 'Discord refused it',
  closed: 'the member’s direct messages are closed',
  gone: 'the member is no longer there',
  'no-answer': 'Discord did not answer',
  fault: 'something went wrong on my side',
  later: 'it waits for daytime',
};

const anotherRole = 'Choose another role, or none, on the Badge roles page of `/admin setup`.';
const roleProblems: Record<RoleProblem, { why: string; fix: string }> = {
  gone: { why: 'it was deleted', fix: anotherRole },
  everyone: { why: 'everyone has it', fix: anotherRole },
  managed: { why: 'Discord manages it itself', fix: anotherRole },
  powerful: {
    why: 'it lets its members do what only moderators should',
    fix: `Remove such permissions from it. ${anotherRole}`,
  },
  'no-permission': {
    why: 'I’m not allowed to manage roles',
    fix: 'Give my role Manage Roles in Server Settings → Roles.',
  },
  'above-me': {
    why: 'it isn’t below my role',
    fix: 'Drag my role above it in Server Settings → Roles.',
  },
};

const parts: Record<CheckupPart, string> = {
  server: 'channels, permissions and roles',
  digest: 'the digest',
  queue: 'the moderation queue',
  outbox: 'the messages I still have to deliver',
  commands: 'the registered commands',
  clock: 'the clock',
};

/** Permissions in a sentence, in bold. */
export const named = (missing: readonly NeededPermission[]) =>
  list.format(missing.map((permission) => `**${permissions[permission]}**`));

const usedAs = (channelUses: readonly ChannelUse[]) => list.format(channelUses.map((use) => uses[use]));

export const allowMe = (channelId: string, missing: readonly NeededPermission[]) =>
  `In the settings of <#${channelId}>, open Permissions, add me or my role, and allow ${named(missing)}.`;

/** A finding in words: what's wrong, and how to fix it. */
interface Diagnosis {
  problem: string;
  fix: string;
}

export const findings: { [Code in FindingCode]: (facts: FindingFacts[Code]) => Diagnosis } = {
  'channel-deleted': ({ channelId, uses: channelUses }) => ({
    problem: `A channel I use was deleted: ${usedAs(channelUses)} (id ${channelId}).`,
    fix: channelUses.includes('cohort')
      ? 'Choose another one with `/admin setup`. Nothing you shared is lost.'
      : channelUses.includes('digest')
        ? 'Choose another one with `/admin digest schedule`.'
        : 'Choose another one with `/admin setup`, or none.',
  }),
  'channel-closed': ({ channelId, uses: channelUses }) => ({
    problem: `I can’t see <#${channelId}>, which is ${usedAs(channelUses)}.`,
    fix: allowMe(channelId, ['ViewChannel', 'SendMessages']),
  }),
  'no-channel': () => ({
    problem: 'No cohort channel is set, and no channel is named `prodevprojectnexus`.',
    fix: 'Choose one with `/admin setup`. Until then, cards are posted where a command is used, and no digest is posted.',
  }),
  'timed-out': ({ until }) => ({
    problem: `I’m timed out until ${moment(until, 'F')} and can’t post anywhere.`,
    fix: 'Right-click my name in the member list and remove the timeout.',
  }),
  'database-away': () => ({
    problem: 'My database doesn’t answer, so I can’t store or find anything right now.',
    fix: 'My operator should check that Postgres is running and that `DATABASE_URL` points to it. I recover on my own once it’s back.',
  }),
  'permissions-missing': ({ channelId, uses: channelUses, missing }) => ({
    problem: `In <#${channelId}>, ${usedAs(channelUses)}, I’m missing ${named(missing)}.`,
    fix: allowMe(channelId, missing),
  }),
  'digest-overdue': ({ dueAt }) => ({
    problem: `The digest was due ${moment(dueAt, 'R')} and hasn’t been posted.`,
    fix: 'Post it with `/admin digest run`. If it’s late again next time, my operator should check the log.',
  }),
  'digest-failing': ({ reason, periodEnd, retryAt }) => ({
    problem: `The digest for ${moment(periodEnd, 'D')} couldn’t be posted: ${reason ? digestReasons[reason] : digestReasons.fault}.`,
    fix: `Fix that, then post it with \`/admin digest run\`${retryAt ? `; I’ll also try again ${moment(retryAt, 'R')}` : ''}.`,
  }),
  'messages-undelivered': ({ count, oldest, reason }) => ({
    problem: `${plural(count, 'message', 'messages')} couldn’t be delivered yet, the oldest from ${moment(oldest, 'R')}: ${failureReasons[reason ?? 'fault']}.`,
    fix: 'Fix that; I’ll keep trying, at least once an hour.',
  }),
  'migrations-pending': ({ count }) => ({
    problem: `${plural(count, 'database migration hasn’t', 'database migrations haven’t')} been run.`,
    fix: 'My operator should restart me, or run `npm run db:migrate`.',
  }),
  'database-old': ({ version }) => ({
    problem: `My database is PostgreSQL ${version}, but I need ${oldestPostgres} or later.`,
    fix: 'My operator should move it to a newer PostgreSQL: dump it, start the new version, and restore the dump there.',
  }),
  'database-compiles': () => ({
    problem: 'My database compiles statements before it runs them (`jit`), which makes every search slow.',
    fix: 'My operator should remove `jit` from where it is set for my sessions: in the pooler, or in the settings of my role.',
  }),
  'intents-missing': ({ missing }) => ({
    problem: `I’m connected to Discord without ${list.format(missing.map((name) => `**${name}**`))}, so I don’t notice changes to channels and roles.`,
    fix: 'My operator should run the released version, without changes to its intents.',
  }),
  'moderator-role-deleted': ({ roleId }) => ({
    problem: `The moderator role was deleted (id ${roleId}), so only members with Manage Server can moderate.`,
    fix: 'Choose another role with `/admin setup`.',
  }),
  'timezone-unknown': ({ timezone }) => ({
    problem: `I don’t know the time zone “${timezone}”, so I schedule digests in UTC.`,
    fix: 'Choose a city near you with `/admin setup`.',
  }),
  'clock-off': ({ seconds }) => ({
    problem: `My clock is ${plural(Math.abs(seconds), 'second', 'seconds')} ${seconds > 0 ? 'ahead of' : 'behind'} Discord’s, so digests are that much too ${seconds > 0 ? 'early' : 'late'}.`,
    fix: 'My operator should synchronise the machine’s clock over the network (NTP).',
  }),
  'commands-differ': () => ({
    problem: 'The commands Discord shows don’t match this version.',
    fix: 'My operator should restart me, or run `npm run commands:deploy`. Then reload Discord with Ctrl+R.',
  }),
  'gateway-slow': ({ milliseconds }) => ({
    problem: `My connection to Discord is slow: a round trip takes ${plural(milliseconds, 'millisecond', 'milliseconds')}.`,
    fix: 'This often goes away. If it doesn’t, my operator should check the machine’s network.',
  }),
  'check-failed': ({ part }) => ({
    problem: `I couldn’t check ${parts[part]}.`,
    fix: 'Run `/admin doctor` again in a minute. If it still fails, my operator can find the cause in the log.',
  }),
  'queue-waiting': ({ count, oldest }) => ({
    problem: `${plural(count, 'thing has', 'things have')} been waiting for a moderator for more than a day, the oldest from ${moment(oldest, 'R')}.`,
    fix: 'Go through them with `/admin queue`.',
  }),
  'no-log-channel': () => ({
    problem: 'There are entries for moderators to review, but no log channel to show them in.',
    fix: 'Choose one with `/admin setup`. Until then `/admin queue` shows what is waiting.',
  }),
  'digest-not-scheduled': () => ({
    problem: 'No digest is scheduled yet.',
    fix: 'Run `/admin setup`, or choose a day and a time with `/admin digest schedule`.',
  }),
  'digest-skipped': ({ reason, periodEnd }) => ({
    problem: `The digest for ${moment(periodEnd, 'D')} was skipped: ${reason ? digestReasons[reason] : digestReasons.fault}.`,
    fix: 'What was shared then isn’t lost: `/search` finds it.',
  }),
  'digest-paused': ({ since }) => ({
    problem: `The digest has been paused since ${moment(since, 'D')}.`,
    fix: 'Resume it with `/admin digest resume`.',
  }),
  'digest-role-deleted': ({ roleId }) => ({
    problem: `The role that the digest pings was deleted (id ${roleId}), so the digest pings nobody.`,
    fix: 'Choose another one, or none, on the Digest page of `/admin setup`.',
  }),
  'digest-role-quiet': ({ roleId }) => ({
    problem: `The digest mentions <@&${roleId}>, but I’m not allowed to ping it.`,
    fix: 'In Server Settings → Roles, choose that role and allow anyone to mention it, or give me Mention Everyone.',
  }),
  'badge-role-stuck': ({ roleId, problem }) => ({
    problem: `I don’t give or take the role <@&${roleId}> for a badge: ${roleProblems[problem].why}.`,
    fix: roleProblems[problem].fix,
  }),
  'badge-role-refused': ({ roleId, count }) => ({
    problem: `Discord refused for days to let me give <@&${roleId}> to ${plural(count, 'member', 'members')} who earned its badge, so I stopped trying.`,
    fix: 'Choose another role for the badge on the Badge roles page of `/admin setup`, or choose none and then this one again.',
  }),
  'channel-for-some': ({ channelId }) => ({
    problem: `Not everyone can read <#${channelId}>, but everyone in this server can find what is shared there: by search, exports and digests.`,
    fix: 'Let @everyone view that channel, or choose one that everyone can read with `/admin setup`.',
  }),
  'permissions-optional': ({ missing }) => ({
    problem: `I can do without ${list.format(missing.map((one) => `**${optional[one].name}**`))}, but with it more works: ${missing.map((one) => optional[one].adds).join('; ')}.`,
    fix: 'If you want that, allow it in the settings of my role.',
  }),
  'automod-unreadable': () => ({
    problem: 'I can’t read this server’s AutoMod rules, and Discord doesn’t apply them to what I post.',
    fix: 'If you want me to apply them, give my role Manage Server. Everything else works without it.',
  }),
  'automod-partly': ({ presets, unknown, tooLarge }) => ({
    problem: `I can’t apply all of this server’s AutoMod. What I skip: ${[
      ...(presets > 0
        ? [
            plural(
              presets,
              'rule that uses Discord’s own word lists',
              'rules that use Discord’s own word lists',
            ),
          ]
        : []),
      ...(unknown > 0 ? [plural(unknown, 'pattern', 'patterns')] : []),
      ...(tooLarge > 0 ? [plural(tooLarge, 'pattern that is too large', 'patterns that are too large')] : []),
    ].join(' and ')}.`,
    fix: 'Put the words that matter in a keyword rule: I apply keyword rules to everything I post.',
  }),
  'automod-slow': () => ({
    problem: 'This server’s AutoMod patterns took so long that I left them out; its keywords still apply.',
    fix: 'Make the patterns shorter, above all repeats within repeats such as `([a-z]{1,30}){1,30}`.',
  }),
  'channel-by-name': ({ channelId }) => ({
    problem: `No channel is set; I use <#${channelId}> because of its name.`,
    fix: 'Set it with `/admin setup`, so that renaming the channel doesn’t matter.',
  }),
  'moderators-cannot-see-admin': ({ roleId }) => ({
    problem: `Members of <@&${roleId}> can moderate, but Discord doesn’t show them \`/admin\`.`,
    fix: 'Open Server Settings → Integrations → my name → `/admin`, add that role and allow it, or give the role Manage Messages.',
  }),
};

/** A time that Discord shows in each reader's own time zone. */
export function moment(at: Date, style: 'R' | 'F' | 'f' | 'D'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}
