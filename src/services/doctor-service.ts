/** The check-up of a guild: everything the bot relies on there, what is amiss, and what is well. */
import {
  type Checkup,
  type CheckupPart,
  type Finding,
  findingOrder,
  type NeededPermission,
  oldestPostgres,
  type UsedChannel,
  type Wellness,
} from '../entities/checkup.js';
import type { Guild } from '../entities/guild.js';
import type { DatabaseStore } from '../stores/database-store.js';
import type { QueueWaitStore } from '../stores/queue-wait-store.js';
import type { Clock } from './clock.js';
import { digestFindings } from './digest-checkup.js';
import type { DigestService } from './digest-service.js';
import type { AutoModeration } from './guard/auto-moderation.js';
import type { GuildService } from './guild-service.js';
import type { Inspector } from './inspector.js';
import type { CohortChannelOf } from './publisher.js';
import { isTimezone } from './timezones.js';

/** A machine's clock this far off Discord's is worth mending (ms): digests come early or late by as much. */
const clockTolerance = 5_000;

/** A gateway's round trip from here on (ms) makes answers feel slow. */
const slowPing = 1_000;

/** A check that takes longer than this (ms) is told as one that could not be made. */
const patience = 8_000;

export interface DoctorParts {
  guilds: Pick<GuildService, 'settings'>;
  digests: Pick<DigestService, 'status'>;
  inspector: Inspector;
  autoModeration: Pick<AutoModeration, 'state'>;
  database: Pick<DatabaseStore, 'state'>;
  queue: Pick<QueueWaitStore, 'waiting'>;
  cohortChannelOf: CohortChannelOf;
  /** Timestamps (ms) of the migrations this version brings. */
  knownMigrations(): readonly number[];
  clock: Clock;
  /** Told why a check could not be made; the guild is told only that. */
  onFault?(part: CheckupPart | 'database', error: unknown): void;
}

/** What waits for a moderator longer than this (ms) is worth a word. */
const queuePatience = 86_400_000;

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
      moderatorRoleId,
    );
    const findings = channels.flatMap((channel) =>
      channelFindings(channel, inspection.missing.get(channel.channelId)),
    );
    if (!cohort) findings.push({ code: 'no-channel', facts: {} });
    if (cohort && !guild.channelId) findings.push({ code: 'channel-by-name', facts: { channelId: cohort } });
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

  private async autoModeration(guildId: string): Promise<Result> {
    const { isReadable, presets, patterns } = await this.parts.autoModeration.state(guildId);
    const findings: Finding[] = [];
    if (!isReadable) findings.push({ code: 'automod-unreadable', facts: {} });
    if (presets + patterns > 0) findings.push({ code: 'automod-partly', facts: { presets, patterns } });
    return { findings, well: {} };
  }

  /** Without the database nothing can be said of the digest and the queue. */
  private async databaseAndDigest(guild: Guild): Promise<Result> {
    const { database, digests, knownMigrations, clock } = this.parts;
    const begun = performance.now();
    try {
      const { version, bytes, migrations } = await within(patience, database.state());
      const milliseconds = Math.round(performance.now() - begun);
      const count = knownMigrations().filter((known) => !migrations.includes(known)).length;
      const digest = await this.attempt('digest', async () =>
        digestFindings(await digests.status(guild.id), clock()),
      );
      const queue = await this.attempt('queue', () => this.queue(guild));
      const isOld = Number.parseInt(version, 10) < oldestPostgres;
      return {
        findings: [
          ...(count > 0 ? [{ code: 'migrations-pending', facts: { count } } as const] : []),
          ...(isOld ? [{ code: 'database-old', facts: { version } } as const] : []),
          ...digest.findings,
          ...queue.findings,
        ],
        well: {
          ...digest.well,
          ...(count === 0 && !isOld && { database: { version, bytes, milliseconds } }),
        },
      };
    } catch (error) {
      this.parts.onFault?.('database', error);
      return { findings: [{ code: 'database-away', facts: {} }], well: {} };
    }
  }

  private async queue({ id, review, logChannelId }: Guild): Promise<Result> {
    const before = new Date(this.parts.clock().getTime() - queuePatience);
    const { open, late, oldest } = await this.parts.queue.waiting(id, before);
    const findings: Finding[] = [];
    if (late > 0 && oldest) findings.push({ code: 'queue-waiting', facts: { count: late, oldest } });
    if (!logChannelId && (review !== 'off' || open > 0)) findings.push({ code: 'no-log-channel', facts: {} });
    return { findings, well: {} };
  }

  private async commands(): Promise<Result> {
    return (await this.parts.inspector.commandsAreCurrent())
      ? { findings: [], well: { commands: true } }
      : { findings: [{ code: 'commands-differ', facts: {} }], well: {} };
  }

  private async clock(): Promise<Result> {
    const ahead = await this.parts.inspector.clockAheadOfDiscord();
    return Math.abs(ahead) <= clockTolerance
      ? { findings: [], well: { clock: true } }
      : { findings: [{ code: 'clock-off', facts: { seconds: Math.round(ahead / 1_000) } }], well: {} };
  }

  private gateway(guildId: string): Result {
    const ping = this.parts.inspector.gatewayPing(guildId);
    return ping !== undefined && ping >= slowPing
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
      return await within(patience, check());
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

async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
