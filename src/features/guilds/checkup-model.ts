/** What the bot needs of a guild's channels, and what a check-up of it can find. */
import type { Digest, DigestReason } from '../../entities/digest.js';
import type { FailureReason } from '../../outbox/delivery.js';
import type { RoleProblem } from '../badges/badge-role-model.js';

/** The permissions the bot uses in a channel, by their names in Discord's API, in the order they are told. */
export const neededPermissions = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'CreatePublicThreads',
] as const;
export type NeededPermission = (typeof neededPermissions)[number];

/** Permissions that the bot can do without, and what they add: private threads for buddies and projects, events for sessions. */
export const optionalPermissions = ['CreatePrivateThreads', 'CreateEvents'] as const;
export type OptionalPermission = (typeof optionalPermissions)[number];

/** Without these nothing can be posted at all; such a channel is not accepted. */
export const writingPermissions: readonly NeededPermission[] = ['ViewChannel', 'SendMessages'];

/** The oldest major version of Postgres that the bot is made for. */
export const oldestPostgres = 15;

/** What a channel is used for. */
export const channelUses = ['cohort', 'digest', 'log'] as const;
export type ChannelUse = (typeof channelUses)[number];

/** A channel with all it is used for: the digest usually goes to the cohort's channel. */
export interface UsedChannel {
  channelId: string;
  uses: readonly ChannelUse[];
}

/** Parts of a check-up that can fail by themselves. */
export type CheckupPart = 'server' | 'digest' | 'queue' | 'outbox' | 'commands' | 'clock';

/** Each finding by its code, with the facts its sentence needs. */
export interface FindingFacts {
  'channel-deleted': UsedChannel;
  'channel-closed': UsedChannel;
  'no-channel': Record<never, never>;
  'timed-out': { until: Date };
  'database-away': Record<never, never>;
  'permissions-missing': UsedChannel & { missing: readonly NeededPermission[] };
  'digest-overdue': { dueAt: Date };
  'digest-failing': { reason: DigestReason | null; periodEnd: Date; retryAt: Date | null };
  'migrations-pending': { count: number };
  /** The server's version, such as `14.9`. */
  'database-old': { version: string };
  'database-compiles': Record<string, never>;
  /** Intents of the gateway, by their names in Discord's API, that the bot did not connect with. */
  'intents-missing': { missing: readonly string[] };
  'moderator-role-deleted': { roleId: string };
  'timezone-unknown': { timezone: string };
  /** Seconds that this machine's clock is ahead of Discord's; negative when it is behind. */
  'clock-off': { seconds: number };
  'commands-differ': Record<never, never>;
  'gateway-slow': { milliseconds: number };
  'check-failed': { part: CheckupPart };
  'digest-not-scheduled': Record<never, never>;
  'digest-paused': { since: Date };
  'digest-skipped': { reason: DigestReason | null; periodEnd: Date };
  'channel-by-name': { channelId: string };
  'moderators-cannot-see-admin': { roleId: string };
  /** Deleted, or not to be pinged by the bot. */
  'digest-role-deleted': { roleId: string };
  'digest-role-quiet': { roleId: string };
  /** A role that comes with a badge, and why it is not given or taken. */
  'badge-role-stuck': { roleId: string; problem: RoleProblem };
  /** Discord refused it for days, to so many members. */
  'badge-role-refused': { roleId: string; count: number };
  /** The cohort's channel is not everybody's to read, but what is shared there is. */
  'channel-for-some': { channelId: string };
  /** What waits for moderators longer than a day. */
  'queue-waiting': { count: number; oldest: Date };
  /** Messages I owe for more than an hour, and why the oldest was not taken. */
  'messages-undelivered': { count: number; oldest: Date; reason: FailureReason | null };
  /** There is something to tell moderators of, and nowhere to tell it. */
  'no-log-channel': Record<never, never>;
  /** In the cohort's channel. */
  'permissions-optional': { missing: readonly OptionalPermission[] };
  'automod-unreadable': Record<never, never>;
  /** Rules by lists of Discord's own, patterns that are not understood, and those whose program is too large. */
  'automod-partly': { presets: number; unknown: number; tooLarge: number };
  /** Patterns that together take so long that they are left out. */
  'automod-slow': Record<never, never>;
}

export type FindingCode = keyof FindingFacts;

export type Finding = { [Code in FindingCode]: { code: Code; facts: FindingFacts[Code] } }[FindingCode];

/** The codes of advice, by how much they matter. */
const advised = [
  'queue-waiting',
  'no-log-channel',
  'digest-not-scheduled',
  'digest-skipped',
  'digest-paused',
  'digest-role-deleted',
  'digest-role-quiet',
  'badge-role-stuck',
  'badge-role-refused',
  'channel-for-some',
  'channel-by-name',
  'moderators-cannot-see-admin',
  'permissions-optional',
  'automod-partly',
  'automod-unreadable',
  'automod-slow',
] as const satisfies readonly FindingCode[];

/** Codes by how much they matter: what comes first is told first. */
export const findingOrder: readonly FindingCode[] = [
  'channel-deleted',
  'channel-closed',
  'no-channel',
  'timed-out',
  'database-away',
  'permissions-missing',
  'digest-overdue',
  'digest-failing',
  'migrations-pending',
  'database-old',
  'database-compiles',
  'intents-missing',
  'moderator-role-deleted',
  'timezone-unknown',
  'clock-off',
  'commands-differ',
  'gateway-slow',
  'check-failed',
  'messages-undelivered',
  ...advised,
];

/** Findings that are worth knowing although nothing is broken. */
export const advice: ReadonlySet<FindingCode> = new Set<FindingCode>(advised);

/** What was found to be well; a part that is not is left out. */
export interface Wellness {
  channels: readonly UsedChannel[];
  moderatorRoleId?: string;
  digest?: { nextDueAt: Date | null; last: Digest | undefined };
  database?: { version: string; bytes: number; milliseconds: number; ownsTables: boolean };
  commands?: true;
  clock?: true;
  /** Gateway's round trip (ms). */
  ping?: number;
}

export interface Checkup {
  /** What matters most first. */
  findings: readonly Finding[];
  well: Wellness;
}

/** Why a change of the set-up was not taken. */
export type SetupRefusal =
  | { code: 'channel-gone'; channelId: string }
  | { code: 'channel-closed'; channelId: string; missing: readonly NeededPermission[] }
  | { code: 'everyone-as-moderators' }
  | { code: 'everyone-as-digest-role' };
