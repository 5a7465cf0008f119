/** The check-up on a real database, with Discord's side and faults put in by hand. */

import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AutoModerationState } from '../../../src/features/guard/auto-moderation.js';
import { findingOrder, type NeededPermission } from '../../../src/features/guilds/checkup-model.js';
import { DatabaseStore } from '../../../src/features/guilds/database-store.js';
import { GuildService } from '../../../src/features/guilds/guild-service.js';
import { GuildStore } from '../../../src/features/guilds/guild-store.js';
import type { GuildInspection, Inspector } from '../../../src/features/guilds/inspector.js';
import { QueueWaitStore } from '../../../src/features/moderation/queue-wait-store.js';
import { type DoctorParts, DoctorService } from '../../../src/features/setup/doctor-service.js';
import { OutboxStore } from '../../../src/outbox/outbox-store.js';
import { createDataSource, knownMigrations } from '../../../src/platform/database.js';
import { useDigests } from '../../support/digest.js';
import { useDatabase } from '../../support/postgres.js';

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
  isForEveryone: boolean;
  missingIntents: readonly string[];
  autoMod: AutoModerationState;
};

let badgeRoles: Awaited<ReturnType<DoctorParts['badgeRoles']['troubles']>>;

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.url, poolSize: 3 }).initialize();
});
afterAll(() => dataSource.destroy());
beforeEach(() => {
  guildId = bench.guild();
  guilds = new GuildService(new GuildStore(dataSource), () => bench.now);
  bench.now = new Date('2026-03-04T10:00Z');
  faults = [];
  badgeRoles = { problems: new Map(), refused: [] };
  discord = {
    missing: new Map([
      [cohort, []],
      [log, []],
    ]),
    moderatorRole: { seesAdmin: true },
    missingOptional: [],
    timedOutUntil: null,
    ahead: 200,
    areCurrent: true,
    ping: 42,
    gone: [],
    mayPing: true,
    isForEveryone: true,
    missingIntents: [],
    autoMod: { isReadable: true, presets: 0, unknown: 0, tooLarge: 0, isSlow: false },
  };
});

const inspector: Inspector = {
  missingIn: async (_guild, channelId) => discord.missing.get(channelId),
  existing: async (_guild, ids) => new Set(ids.filter((one) => !discord.gone.includes(one))),
  mayPing: async () => discord.mayPing,
  isForEveryone: async () => discord.isForEveryone,
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
    badgeRoles: { troubles: async () => badgeRoles },
    database: new DatabaseStore(dataSource),
    queue: new QueueWaitStore(dataSource),
    outbox: new OutboxStore(dataSource),
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
  it('has no findings, and says what is fine', async () => {
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

  it('is told: what works better with an optional permission, unless the channel is closed to the bot', async () => {
    await setUp();
    discord = { ...discord, missingOptional: ['CreateEvents'] };
    expect((await examine()).findings).toEqual([
      { code: 'permissions-optional', facts: { missing: ['CreateEvents'] } },
    ]);
    const missing = new Map(discord.missing).set(cohort, ['ViewChannel', 'SendMessages']);
    discord = { ...discord, missing };
    expect(await codes()).toEqual(['channel-closed']);
  });

  it('is told: a role for a badge can’t be given, or Discord refused it for days', async () => {
    await setUp();
    badgeRoles = {
      problems: new Map([
        ['6', 'above-me'],
        ['7', 'gone'],
      ]),
      refused: [{ roleId: '8', count: 2 }],
    };
    expect((await examine()).findings).toEqual([
      { code: 'badge-role-stuck', facts: { roleId: '6', problem: 'above-me' } },
      { code: 'badge-role-stuck', facts: { roleId: '7', problem: 'gone' } },
      { code: 'badge-role-refused', facts: { roleId: '8', count: 2 } },
    ]);
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

  it('is told: the cohort’s channel is not everybody’s to read', async () => {
    await setUp();
    discord = { ...discord, isForEveryone: false };
    expect(await codes()).toEqual(['channel-for-some']);
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

  it('is told: a database that compiles statements', async () => {
    await setUp();
    expect((await new DatabaseStore(dataSource).state()).compiles).toBe(false);
    const state = async () => ({ ...(await new DatabaseStore(dataSource).state()), compiles: true });
    const { findings, well } = await examine({ database: { state } });
    expect(findings).toEqual([{ code: 'database-compiles', facts: {} }]);
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

  it('is told: what could not be delivered for more than an hour although it was tried', async () => {
    await setUp();
    const owed = (key: string, created: string, attempt: number, reason: string | null = null) =>
      database.query(
        `INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at, attempt, reason)
         VALUES ($1, 'publication', $2, $3, $3, $4, $5)`,
        [guildId, key, created, attempt, reason],
      );
    await owed('untried', '2026-03-04T07:00Z', 0);
    await owed('new', '2026-03-04T09:30Z', 1, 'no-access');
    await owed('night', '2026-03-04T07:00Z', 1, 'later');
    expect(await codes()).toEqual([]);
    await owed('old', '2026-03-04T08:00Z', 3, 'no-history');
    await owed('older', '2026-03-04T08:30Z', 2, 'no-access');
    expect((await examine()).findings).toEqual([
      {
        code: 'messages-undelivered',
        facts: { count: 2, oldest: new Date('2026-03-04T08:00Z'), reason: 'no-history' },
      },
    ]);
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
  it('of the database are a finding, and everything else is still reported', async () => {
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
  const none = { isReadable: true, presets: 0, unknown: 0, tooLarge: 0, isSlow: false };
  discord.autoMod = { ...none, isReadable: false };
  expect((await examine()).findings).toContainEqual({ code: 'automod-unreadable', facts: {} });
  discord.autoMod = { ...none, presets: 1, unknown: 2, tooLarge: 3, isSlow: true };
  expect((await examine()).findings).toContainEqual({
    code: 'automod-partly',
    facts: { presets: 1, unknown: 2, tooLarge: 3 },
  });
  expect((await examine()).findings).toContainEqual({ code: 'automod-slow', facts: {} });
});
