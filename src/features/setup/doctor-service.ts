/** The check-up of a guild: everything the bot relies on there, what is wrong, and what is fine. */

import type { CohortChannelOf, Guild } from '../../entities/guild.js';
import type { OutboxStore } from '../../outbox/outbox-store.js';
import type { Clock } from '../../platform/clock.js';
import { within } from '../../platform/waiting.js';
import type { BadgeRoleService } from '../badges/index.js';
import { type DigestService, digestFindings } from '../digest/index.js';
import type { AutoModeration } from '../guard/index.js';
import {
  type Checkup,
  type CheckupPart,
  type DatabaseStore,
  type Finding,
  findingOrder,
  type GuildService,
  type Inspector,
  isTimezone,
  type NeededPermission,
  oldestPostgres,
  type UsedChannel,
  type Wellness,
} from '../guilds/index.js';
import type { QueueWaitStore } from '../moderation/index.js';

/** A machine's clock this far off Discord's is reported (ms), because digests come that much early or late. */
const clockToleranceMs = 5_000;

/** A gateway's round trip from here on (ms) makes answers feel slow. */
const slowPingMs = 1_000;

/** A check that takes longer than this (ms) is told as one that could not be made. */
const checkTimeoutMs = 8_000;

export interface DoctorParts {
  guilds: Pick<GuildService, 'settings'>;
  digests: Pick<DigestService, 'status'>;
  inspector: Inspector;
  autoModeration: Pick<AutoModeration, 'state'>;
  badgeRoles: Pick<BadgeRoleService, 'troubles'>;
  database: Pick<DatabaseStore, 'state'>;
  queue: Pick<QueueWaitStore, 'waiting'>;
  outbox: Pick<OutboxStore, 'overdue'>;
  cohortChannelOf: CohortChannelOf;
  /** Timestamps (ms) of the migrations this version brings. */
  knownMigrations(): readonly number[];
  clock: Clock;
  /** Told why a check could not be made; the guild is told only that. */
  onFault?(part: CheckupPart | 'database', error: unknown): void;
}

/** What waits for a moderator longer than this (ms) is worth a word. */
const queueLateAfterMs = 86_400_000;

/** What the bot owes longer than this (ms), although it has tried, is worth a word. */
const outboxOverdueAfterMs = 3_600_000;

/** What one check brings. */
interface Result {
  findings: Finding[];
  well: Partial<Wellness>;
}

export class DoctorService {
  constructor(private readonly parts: DoctorParts) {}

  /** Checks everything at once; a check that fails is a finding by itself and keeps no other from being told. */
  async examine(guildId: string): Promise<Checkup> {
    const guild = await this.parts.guilds.settings(guildId);
    const asked = await Promise.all([
      this.attempt('server', () => this.server(guild)),
      this.databaseAndDigest(guild),
      this.attempt('commands', () => this.commands()),
      this.attempt('clock', () => this.clock()),
      this.attempt('server', () => this.digestRole(guild)),
      this.attempt('server', () => this.badgeRoles(guildId)),
      this.attempt('server', () => this.readers(guild)),
      this.attempt('server', () => this.autoModeration(guildId)),
    ]);
    const results = [...asked, this.gateway(guildId), this.intents(), this.timezone(guild)];
    return {
      findings: results
        .flatMap((result) => result.findings)
        .sort((one, other) => findingOrder.indexOf(one.code) - findingOrder.indexOf(other.code)),
      well: Object.assign({ channels: [] }, ...results.map((result) => result.well)) as Wellness,
    };
  }

  private async server(guild: Guild): Promise<Result> {
    const cohort = await this.parts.cohortChannelOf(guild.id, guild);
    const channels = usedChannels(guild, cohort);
    const { moderatorRoleId } = guild;
    const inspection = await this.parts.inspector.inspectGuild(
      guild.id,
      channels.map(({ channelId }) => channelId),
      { moderatorRoleId, cohortId: cohort },
    );
    const findings = channels.flatMap((channel) =>
      channelFindings(channel, inspection.missing.get(channel.channelId)),
    );
    if (!cohort) findings.push({ code: 'no-channel', facts: {} });
    if (cohort && !guild.channelId) findings.push({ code: 'channel-by-name', facts: { channelId: cohort } });
    // A channel that is closed to the bot is told as that.
    const missing = inspection.missing.get(cohort ?? '')?.length === 0 ? inspection.missingOptional : [];
    if (missing.length > 0) findings.push({ code: 'permissions-optional', facts: { missing } });
    const until = inspection.timedOutUntil;
    if (until && until > this.parts.clock()) findings.push({ code: 'timed-out', facts: { until } });
    if (moderatorRoleId) findings.push(...roleFindings(moderatorRoleId, inspection.moderatorRole));
    return {
      findings,
      well: {
        channels: channels.filter(({ channelId }) => inspection.missing.get(channelId)?.length === 0),
        ...(moderatorRoleId && inspection.moderatorRole && { moderatorRoleId }),
      },
    };
  }

  private async digestRole({ id, digestRoleId: roleId }: Guild): Promise<Result> {
    const { inspector } = this.parts;
    if (!roleId) return { findings: [], well: {} };
    const isThere = (await inspector.existing(id, [roleId])).has(roleId);
    if (!isThere) return { findings: [{ code: 'digest-role-deleted', facts: { roleId } }], well: {} };
    const isHeard = await inspector.mayPing(id, roleId);
    return { findings: isHeard ? [] : [{ code: 'digest-role-quiet', facts: { roleId } }], well: {} };
  }

  private async badgeRoles(guildId: string): Promise<Result> {
    const { problems, refused } = await this.parts.badgeRoles.troubles(guildId);
    const stuck = [...problems].map(
      ([roleId, problem]) => ({ code: 'badge-role-stuck', facts: { roleId, problem } }) as const,
    );
    const givenUp = refused.map((facts) => ({ code: 'badge-role-refused', facts }) as const);
    return { findings: [...stuck, ...givenUp], well: {} };
  }

  private async readers(guild: Guild): Promise<Result> {
    const channelId = await this.parts.cohortChannelOf(guild.id, guild);
    const isForAll = !channelId || (await this.parts.inspector.isForEveryone(guild.id, channelId));
    return { findings: isForAll ? [] : [{ code: 'channel-for-some', facts: { channelId } }], well: {} };
  }

  private async autoModeration(guildId: string): Promise<Result> {
    const { isReadable, presets, unknown, tooLarge, isSlow } = await this.parts.autoModeration.state(guildId);
    const findings: Finding[] = [];
    if (!isReadable) findings.push({ code: 'automod-unreadable', facts: {} });
    if (presets + unknown + tooLarge > 0)
      findings.push({ code: 'automod-partly', facts: { presets, unknown, tooLarge } });
    if (isSlow) findings.push({ code: 'automod-slow', facts: {} });
    return { findings, well: {} };
  }

  /** Without the database nothing can be said of the digest and the queue. */
  private async databaseAndDigest(guild: Guild): Promise<Result> {
    const { database, digests, knownMigrations, clock } = this.parts;
    const begun = performance.now();
    try {
      const { version, bytes, compiles, migrations, ownsTables } = await inTime(database.state());
      const milliseconds = Math.round(performance.now() - begun);
      const count = knownMigrations().filter((known) => !migrations.includes(known)).length;
      const digest = await this.attempt('digest', async () =>
        digestFindings(await digests.status(guild.id), clock()),
      );
      const queue = await this.attempt('queue', () => this.queue(guild));
      const outbox = await this.attempt('outbox', () => this.outbox(guild));
      const isOld = Number.parseInt(version, 10) < oldestPostgres;
      return {
        findings: [
          ...(count > 0 ? [{ code: 'migrations-pending', facts: { count } } as const] : []),
          ...(isOld ? [{ code: 'database-old', facts: { version } } as const] : []),
          ...(compiles ? [{ code: 'database-compiles', facts: {} } as const] : []),
          ...digest.findings,
          ...queue.findings,
          ...outbox.findings,
        ],
        well: {
          ...digest.well,
          ...(count === 0 &&
            !isOld &&
            !compiles && { database: { version, bytes, milliseconds, ownsTables } }),
        },
      };
    } catch (error) {
      this.parts.onFault?.('database', error);
      return { findings: [{ code: 'database-away', facts: {} }], well: {} };
    }
  }

  private async queue({ id, review, logChannelId }: Guild): Promise<Result> {
    const before = new Date(this.parts.clock().getTime() - queueLateAfterMs);
    const { open, late, oldest } = await this.parts.queue.waiting(id, before);
    const findings: Finding[] = [];
    if (late > 0 && oldest) findings.push({ code: 'queue-waiting', facts: { count: late, oldest } });
    if (!logChannelId && (review !== 'off' || open > 0)) findings.push({ code: 'no-log-channel', facts: {} });
    return { findings, well: {} };
  }

  private async outbox({ id }: Guild): Promise<Result> {
    const before = new Date(this.parts.clock().getTime() - outboxOverdueAfterMs);
    const { count, oldest, reason } = await this.parts.outbox.overdue(id, before);
    if (count === 0 || !oldest) return { findings: [], well: {} };
    return { findings: [{ code: 'messages-undelivered', facts: { count, oldest, reason } }], well: {} };
  }

  private async commands(): Promise<Result> {
    return (await this.parts.inspector.commandsAreCurrent())
      ? { findings: [], well: { commands: true } }
      : { findings: [{ code: 'commands-differ', facts: {} }], well: {} };
  }

  private async clock(): Promise<Result> {
    const ahead = await this.parts.inspector.clockAheadOfDiscord();
    return Math.abs(ahead) <= clockToleranceMs
      ? { findings: [], well: { clock: true } }
      : { findings: [{ code: 'clock-off', facts: { seconds: Math.round(ahead / 1_000) } }], well: {} };
  }

  private gateway(guildId: string): Result {
    const ping = this.parts.inspector.gatewayPing(guildId);
    return ping !== undefined && ping >= slowPingMs
      ? { findings: [{ code: 'gateway-slow', facts: { milliseconds: Math.round(ping) } }], well: {} }
      : { findings: [], well: ping === undefined ? {} : { ping: Math.round(ping) } };
  }

  private intents(): Result {
    const missing = this.parts.inspector.missingIntents();
    return {
      findings: missing.length > 0 ? [{ code: 'intents-missing', facts: { missing } }] : [],
      well: {},
    };
  }

  private timezone({ timezone }: Guild): Result {
    const isKnown = isTimezone(timezone);
    return { findings: isKnown ? [] : [{ code: 'timezone-unknown', facts: { timezone } }], well: {} };
  }

  private async attempt(part: CheckupPart, check: () => Promise<Result>): Promise<Result> {
    try {
      return await inTime(check());
    } catch (error) {
      this.parts.onFault?.(part, error);
      return { findings: [{ code: 'check-failed', facts: { part } }], well: {} };
    }
  }
}

/** Every channel once, with all it is used for. */
function usedChannels(guild: Guild, cohort: string | undefined): UsedChannel[] {
  const uses = [
    ['cohort', cohort],
    ['digest', guild.digestChannelId ?? cohort],
    ['log', guild.logChannelId],
  ] as const;
  const ids = new Set(uses.flatMap(([, id]) => (id ? [id] : [])));
  return [...ids].map((channelId) => ({
    channelId,
    uses: uses.filter(([, id]) => id === channelId).map(([use]) => use),
  }));
}

function channelFindings(channel: UsedChannel, missing: readonly NeededPermission[] | undefined): Finding[] {
  if (!missing) return [{ code: 'channel-deleted', facts: channel }];
  if (missing.includes('ViewChannel')) return [{ code: 'channel-closed', facts: channel }];
  return missing.length > 0 ? [{ code: 'permissions-missing', facts: { ...channel, missing } }] : [];
}

function roleFindings(roleId: string, role: { seesAdmin: boolean } | undefined): Finding[] {
  if (!role) return [{ code: 'moderator-role-deleted', facts: { roleId } }];
  return role.seesAdmin ? [] : [{ code: 'moderators-cannot-see-admin', facts: { roleId } }];
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return within(checkTimeoutMs, work, () => {
    throw new Error(`no answer within ${checkTimeoutMs} ms`);
  });
}
