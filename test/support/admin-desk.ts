/** The commands of moderators and the help, really dispatched: a sandbox, the bot's own client, a real database. */
import type { Client } from 'discord.js';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Person } from '../../sandbox/client.js';
import { type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import { INVITED_BOT_PERMISSIONS } from '../../sandbox/server/permissions.js';
import type { WorldGuild } from '../../sandbox/server/world/world.js';
import { createClient } from '../../src/discord/client.js';
import { Dispatcher } from '../../src/discord/dispatch.js';
import { registerCommands } from '../../src/discord/register.js';
import { matchBuddies } from '../../src/features/buddies/buddies-matching.js';
import { features } from '../../src/features.js';
import { createDataSource } from '../../src/platform/database.js';
import type { Workers } from '../../src/workers.js';
import { inspector } from './inspector.js';
import { type TestDatabase, useDatabase } from './postgres.js';

const token = 'sandbox-token-for-tests';
const silent = pino({ level: 'silent' });

/** Moderators' commands need no worker threads. */
const noThreads: Workers = {
  textInspector: inspector,
  reader: { read: () => Promise.reject(new Error('nobody reads here')) },
  exportWriter: { open: () => Promise.reject(new Error('nobody writes here')) },
  painter: { paint: async () => undefined },
  buddyMatcher: { match: async (task) => matchBuddies(task) },
};

/** Every test has its own guild of this shape: joining a guild is quick, logging in again is not. */
const cohort = {
  owner: 'owner',
  // Without Manage Server, which is optional, as the other two are.
  botPermissions: [...INVITED_BOT_PERMISSIONS, 'CreatePrivateThreads', 'CreateEvents'],
  roles: [
    { name: 'Moderator', permissions: ['MANAGE_MESSAGES'] },
    { name: 'Helper', permissions: [] },
  ],
  channels: [{ name: 'prodevprojectnexus' }, { name: 'general' }, { name: 'moderators' }],
  members: [
    { name: 'owner' },
    { name: 'thabo', roles: ['Moderator'] },
    { name: 'kofi', roles: ['Helper'] },
    { name: 'amina' },
  ],
};

export interface AdminDesk {
  readonly sandbox: RunningSandbox;
  readonly client: Client;
  readonly services: ReturnType<typeof features.services>;
  now: Date;
  /** The current test's guild: its name, its id, its members, and the ids of its channels and roles. */
  guild: { name: string; id: string; members: readonly { name: string; userId: string }[] };
  channels: { prodevprojectnexus: string; general: string; moderators: string };
  roles: { Moderator: string; Helper: string };
  as(name: string, channel?: string): Person;
  /** A guild nobody has set up; `changes` are what differs in it. */
  begin(changes?: Partial<WorldGuild>): Promise<void>;
  query: TestDatabase['query'];
  /** The guild's row. */
  row(): Promise<Record<string, unknown>>;
}

/** Call at the top level of a test file. */
export function useAdminDesk(): AdminDesk {
  const database = useDatabase();
  const desk = { now: new Date('2026-03-04T10:00Z') } as {
    -readonly [Key in keyof AdminDesk]: AdminDesk[Key];
  };
  const closing: (() => unknown)[] = [];
  desk.as = (name, channel = 'prodevprojectnexus') =>
    desk.sandbox.client.as(name, { guild: desk.guild.name, channel });
  desk.query = database.query;
  desk.row = async () =>
    (await database.query('SELECT * FROM guilds WHERE id = $1', [desk.guild.id]))[0] ?? {};

  beforeAll(async () => {
    const dataSource = await createDataSource({ url: database.url, poolSize: 5 }).initialize();
    closing.push(() => dataSource.destroy());
    desk.sandbox = await startSandbox({
      world: { guilds: [] },
      rateLimits: false,
      bots: [{ token, name: 'Nexus' }],
    });
    closing.push(() => desk.sandbox.close());
    const client = createClient({ apiUrl: desk.sandbox.apiUrl, shards: undefined }, silent);
    closing.push(() => client.destroy());
    desk.client = client;
    const { commands } = features;
    desk.services = features.services({
      ...noThreads,
      config: { attachmentOrigins: [], token },
      dataSource,
      client,
      clock: () => desk.now,
      log: silent,
      registered: commands,
      nudge: () => undefined,
      pause: async () => undefined,
    });
    const dispatcher = new Dispatcher({
      ownership: { roleOf: () => 'owner', take: async () => true },
      shardCount: () => 1,
      client,
      features,
      services: desk.services,
      settingsOf: (guildId) => desk.services.guilds.settings(guildId),
      languageOf: (guildId, memberId) => desk.services.languages.chosenBy(guildId, memberId),
      log: silent,
      metrics: { observe: () => undefined },
    });
    client.on('interactionCreate', (interaction) => void dispatcher.dispatch(interaction));
    const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
    await client.login(token);
    await ready;
    await registerCommands({
      rest: client.rest,
      applicationId: client.application?.id ?? '',
      commands,
      log: silent,
    });
    let guildsMade = 0;
    desk.begin = async (changes = {}) => {
      const name = `Cohort ${++guildsMade}`;
      const made = await desk.sandbox.client.createGuild({ ...cohort, ...changes, name });
      desk.guild = { name, id: made.id, members: made.members };
      const idsOf = (named: { name: string; id: string }[]) =>
        Object.fromEntries(named.map((one) => [one.name, one.id])) as never;
      desk.channels = idsOf(made.channels);
      desk.roles = idsOf(made.roles);
      desk.now = new Date('2026-03-04T10:00Z');
      await until(() => client.guilds.cache.has(made.id));
    };
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });
  return desk;
}

/** Waits for the effect of a gateway event. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
