/** The check-up on a real database, with Discord's side and faults put in by hand. */
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findingOrder, type NeededPermission } from '../../src/entities/checkup.js';
import { createDataSource, knownMigrations } from '../../src/platform/database.js';
import { type DoctorParts, DoctorService } from '../../src/services/doctor-service.js';
import type { AutoModerationState } from '../../src/services/guard/auto-moderation.js';
import { GuildService } from '../../src/services/guild-service.js';
import type { GuildInspection, Inspector } from '../../src/services/inspector.js';
import { DatabaseStore } from '../../src/stores/database-store.js';
import { GuildStore } from '../../src/stores/guild-store.js';
import { QueueWaitStore } from '../../src/stores/queue-wait-store.js';
import { useDigests } from '../support/digest.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
const bench = useDigests(database);

const cohort = '720000000000000001';
const log = '720000000000000003';
const role = '710000000000000001';

let dataSource: DataSource;
let guilds: GuildService;
let guildId: string;
let faults: string[];
/** What Discord says; each test changes what it is about. */
let discord: GuildInspection & {
  ahead: number;
  areCurrent: boolean;
  ping: number | undefined;
  /** Roles and channels that were deleted. */
  gone: readonly string[];
  mayPing: boolean;
  missingIntents: readonly string[];
  autoMod: AutoModerationState;
};

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.url, poolSize: 3 }).initialize();
});
afterAll(() => dataSource.destroy());
beforeEach(() => {
  guildId = bench.guild();
  guilds = new GuildService(new GuildStore(dataSource), () => bench.now);
  bench.now = new Date('2026-03-04T10:00Z');
  faults = [];
  discord = {
    missing: new Map([
      [cohort, []],
      [log, []],
    ]),
    moderatorRole: { seesAdmin: true },
    timedOutUntil: null,
    ahead: 200,
    areCurrent: true,
    ping: 42,
    gone: [],
    mayPing: true,
    missingIntents: [],
    autoMod: { isReadable: true, presets: 0, patterns: 0 },
  };
});

const inspector: Inspector = {
  missingIn: async (_guild, channelId) => discord.missing.get(channelId),
  existing: async (_guild, ids) => new Set(ids.filter((one) => !discord.gone.includes(one))),
  mayPing: async () => discord.mayPing,
  inspectGuild: async () => discord,
  missingIntents: () => discord.missingIntents,
  commandsAreCurrent: async () => discord.areCurrent,
  clockAheadOfDiscord: async () => discord.ahead,
  gatewayPing: () => discord.ping,
};

function doctor(parts: Partial<DoctorParts> = {}): DoctorService {
  return new DoctorService({
    guilds,
    digests: bench.service,
    inspector,
    autoModeration: { state: async () => discord.autoMod },
    database: new DatabaseStore(dataSource),
    queue: new QueueWaitStore(dataSource),
    cohortChannelOf: async (_id, settings) => settings.channelId ?? undefined,
    knownMigrations,
    clock: () => bench.now,
    onFault: (part) => faults.push(part),
    ...parts,
  });
}
const examine = async (parts?: Partial<DoctorParts>) => doctor(parts).examine(guildId);
const codes = async (parts?: Partial<DoctorParts>) => (await examine(parts)).findings.map(({ code }) => code);

/** Set up in every respect. */
async function setUp(): Promise<void> {
  await guilds.change(guildId, { channelId: cohort, logChannelId: log, moderatorRoleId: role });
  await bench.service.schedule(guildId, {});
  guilds.forget(guildId);
}

describe('a healthy guild', () => {
  it('has no findings, and says what is well', async () => {
    await setUp();
    const { findings, well } = await examine();
    expect(findings).toEqual([]);
    expect(well).toMatchObject({
      channels: [
        { channelId: cohort, uses: ['cohort', 'digest'] },
        { channelId: log, uses: ['log'] },
      ],
      moderatorRoleId: role,
      digest: { nextDueAt: new Date('2026-03-09T06:00Z') },
      commands: true,
      clock: true,
      ping: 42,
    });
    expect(well.database?.version).toMatch(/^\d+\.\d+$/);
    expect(well.database?.bytes).toBeGreaterThan(1_000_000);
  });
});

describe('channels', () => {
  it('are told by all they are used for, deleted and closed ones before anything else', async () => {
    await setUp();
    discord.missing = new Map<string, readonly NeededPermission[]>([[log, ['ViewChannel', 'SendMessages']]]);
    discord.ahead = -60_000;
    expect((await examine()).findings).toEqual([
      { code: 'channel-deleted', facts: { channelId: cohort, uses: ['cohort', 'digest'] } },
      { code: 'channel-closed', facts: { channelId: log, uses: ['log'] } },
      { code: 'clock-off', facts: { seconds: -60 } },
    ]);
  });

  it('are told with what is missing in them', async () => {
    await setUp();
    discord.missing = new Map<string, readonly NeededPermission[]>([
      [cohort, ['AttachFiles']],
      [log, []],
    ]);
    const { findings, well } = await examine();
    expect(findings).toEqual([
      {
        code: 'permissions-missing',
        facts: { channelId: cohort, uses: ['cohort', 'digest'], missing: ['AttachFiles'] },
      },
    ]);
    expect(well.channels).toEqual([{ channelId: log, uses: ['log'] }]);
  });

  it('are missed when there is none, and one found by its name should be set', async () => {
    expect(await codes()).toEqual(['no-channel', 'digest-not-scheduled']);
    expect(await codes({ cohortChannelOf: async () => cohort })).toEqual([
      'digest-not-scheduled',
      'channel-by-name',
    ]);
  });
});

describe('the rest', () => {
  it('is told: role, time-out, commands, connection', async () => {
    await setUp();
    discord = {
      ...discord,
      moderatorRole: undefined,
      timedOutUntil: new Date('2026-03-04T11:00Z'),
      areCurrent: false,
      ping: 2_500,
    };
    expect(await codes()).toEqual(['timed-out', 'moderator-role-deleted', 'commands-differ', 'gateway-slow']);
    discord = {
      ...discord,
      moderatorRole: { seesAdmin: false },
      timedOutUntil: new Date('2026-03-04T09:00Z'),
      areCurrent: true,
      ping: undefined,
    };
    expect(await codes()).toEqual(['moderators-cannot-see-admin']);
  });

  it('is told: the role of the digest was deleted, or cannot be pinged', async () => {
    await setUp();
    await guilds.change(guildId, { digestRoleId: '5' });
    expect(await codes()).toEqual([]);
    discord = { ...discord, mayPing: false };
    expect(await codes()).toEqual(['digest-role-quiet']);
    discord = { ...discord, gone: ['5'] };
    expect(await codes()).toEqual(['digest-role-deleted']);
  });

  it('is told: a time zone this runtime does not know', async () => {
    await setUp();
    await guilds.change(guildId, { timezone: 'Mars/Olympus' });
    expect(await codes()).toEqual(['timezone-unknown']);
  });

  it('is told: migrations that were not run', async () => {
    await setUp();
    const { findings, well } = await examine({ knownMigrations: () => [...knownMigrations(), 1, 2] });
    expect(findings).toEqual([{ code: 'migrations-pending', facts: { count: 2 } }]);
    expect(well.database).toBeUndefined();
  });

  it('is told: a database older than what the bot is made for', async () => {
    await setUp();
    const state = async () => ({ ...(await new DatabaseStore(dataSource).state()), version: '14.9' });
    const { findings, well } = await examine({ database: { state } });
    expect(findings).toEqual([{ code: 'database-old', facts: { version: '14.9' } }]);
    expect(well.database).toBeUndefined();
  });

  it('is told: an intent that is missing', async () => {
    await setUp();
    discord = { ...discord, missingIntents: ['Guilds'] };
    expect((await examine()).findings).toEqual([{ code: 'intents-missing', facts: { missing: ['Guilds'] } }]);
  });

  it('is told: what waits for a moderator longer than a day', async () => {
    await setUp();
    const queued = (opened: string, outcome: string | null = null) =>
      database.query(
        `INSERT INTO queue_items (guild_id, id, is_review, opened_at, decided_at, outcome)
         VALUES ($1, gen_random_uuid(), true, $2, CASE WHEN $3::text IS NOT NULL THEN $2::timestamptz END, $3)`,
        [guildId, opened, outcome],
      );
    await queued('2026-03-03T10:30Z');
    await queued('2026-02-01T10:00Z', 'kept');
    expect(await codes()).toEqual([]);
    await queued('2026-03-02T10:00Z');
    await queued('2026-03-01T10:00Z');
    expect((await examine()).findings).toEqual([
      { code: 'queue-waiting', facts: { count: 2, oldest: new Date('2026-03-01T10:00Z') } },
    ]);
    await guilds.change(guildId, { logChannelId: null });
    expect(await codes()).toEqual(['queue-waiting', 'no-log-channel']);
  });

  it('is told: entries to look at, and no log channel to show them in', async () => {
    await setUp();
    await guilds.change(guildId, { logChannelId: null });
    expect(await codes()).toEqual([]);
    await guilds.change(guildId, { review: 'new' });
    expect(await codes()).toEqual(['no-log-channel']);
  });

  it('is told: a digest that was due while no job ran', async () => {
    await setUp();
    bench.now = new Date('2026-03-09T06:30Z');
    expect(await codes()).toEqual(['digest-overdue']);
  });
});

describe('faults', () => {
  it('of the database are a finding, and everything else is told all the same', async () => {
    await setUp();
    await guilds.settings(guildId);
    const state = async () => Promise.reject(new Error('ECONNREFUSED'));
    const { findings, well } = await examine({ database: { state } });
    expect(findings).toEqual([{ code: 'database-away', facts: {} }]);
    expect(well).toMatchObject({ commands: true, clock: true, ping: 42 });
    expect(faults).toEqual(['database']);
  });

  it('of Discord are findings, part by part', async () => {
    await setUp();
    const fail = async () => Promise.reject(new Error('503'));
    const failing = { ...inspector, inspectGuild: fail, commandsAreCurrent: fail, clockAheadOfDiscord: fail };
    const { findings } = await examine({ inspector: failing });
    expect(findings).toEqual(
      ['server', 'commands', 'clock'].map((part) => ({ code: 'check-failed', facts: { part } })),
    );
    expect(faults.sort()).toEqual(['clock', 'commands', 'server']);
  });

  it('of the queue are a finding by themselves', async () => {
    await setUp();
    const waiting = async () => Promise.reject(new Error('timeout'));
    expect((await examine({ queue: { waiting } })).findings).toEqual([
      { code: 'check-failed', facts: { part: 'queue' } },
    ]);
  });

  it('are told in an order that knows every code once', () => {
    expect(new Set(findingOrder).size).toBe(findingOrder.length);
  });
});

it('tells how far the rules of AutoMod can be applied, as advice', async () => {
  discord.autoMod = { isReadable: false, presets: 0, patterns: 0 };
  expect((await examine()).findings).toContainEqual({ code: 'automod-unreadable', facts: {} });
  discord.autoMod = { isReadable: true, presets: 1, patterns: 2 };
  expect((await examine()).findings).toContainEqual({
    code: 'automod-partly',
    facts: { presets: 1, patterns: 2 },
  });
});
