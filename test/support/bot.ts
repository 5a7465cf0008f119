/** The built bot as a child process, with its own sandbox and its own database. */
import { afterAll, beforeAll } from 'vitest';
import type { Exchange, MessageLike, Person } from '../../sandbox/client.js';
import {
  type RunningSandbox,
  type SandboxOptions,
  startSandbox,
  type World,
} from '../../sandbox/server/index.js';
import { BotProcess, type LogLine } from './bot-process.js';
import { type TestDatabase, useDatabase } from './postgres.js';

const token = 'sandbox-token-for-tests';

/** The cohort used in end-to-end tests. */
export const world: World = {
  guilds: [
    {
      id: '700000000000000001',
      name: 'Cohort',
      owner: 'owner',
      // What an invitation asks for, plus Manage Server, which is needed to read AutoMod's rules.
      botPermissions: [
        'ViewChannel',
        'SendMessages',
        'SendMessagesInThreads',
        'EmbedLinks',
        'AttachFiles',
        'ReadMessageHistory',
        'AddReactions',
        'CreatePublicThreads',
        'ManageGuild',
      ],
      roles: [
        { id: '710000000000000001', name: 'Moderator', permissions: ['MANAGE_MESSAGES'] },
        { id: '710000000000000002', name: 'Helper', permissions: [] },
      ],
      channels: [
        { id: '720000000000000001', name: 'prodevprojectnexus' },
        { id: '720000000000000002', name: 'general' },
        { id: '720000000000000003', name: 'moderators' },
      ],
      members: [
        { name: 'owner', displayName: 'Owner' },
        { name: 'thabo', displayName: 'Thabo', roles: ['Moderator'] },
        { name: 'amina', displayName: 'Amina' },
        { name: 'kofi', displayName: 'Kofi' },
        { name: 'wanjiru', displayName: 'Wanjiru' },
      ],
    },
    {
      id: '700000000000000002',
      name: 'Elsewhere',
      owner: 'other-owner',
      channels: [{ id: '720000000000000011', name: 'prodevprojectnexus' }],
      members: [{ name: 'other-owner' }, { name: 'amina' }],
    },
  ],
};

export interface Bot {
  readonly sandbox: RunningSandbox;
  readonly database: TestDatabase;
  /** A person in the cohort channel, or in another one. */
  as(name: string, channel?: string, guild?: string): Person;
  /** Lines of the bot's log so far. */
  readonly log: readonly LogLine[];
  /** Starts the process (again) and waits until it is ready. */
  start(environment?: Record<string, string>): Promise<void>;
  /** Starts another process of the same bot, which the test stops itself. */
  startAnother(environment?: Record<string, string>): Promise<BotProcess>;
  /** Stops it, with SIGTERM unless told otherwise; returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Waits for a line of the log. */
  logged(wanted: (line: LogLine) => boolean, withinMs?: number): Promise<LogLine>;
}

/** Tests do in a minute what members do in a week. In `Elsewhere` the usual limits apply. */
export async function raiseLimits(database: Pick<TestDatabase, 'query'>): Promise<void> {
  await database.query(
    `INSERT INTO guilds (id, created_at, hourly_limit, daily_limit) VALUES ($1, now(), 500, 1000)
     ON CONFLICT (id) DO UPDATE SET hourly_limit = 500, daily_limit = 1000`,
    [world.guilds?.[0]?.id],
  );
}

/** Clicks what is behind `⋯` on a card. */
export async function behindMore(person: Person, card: MessageLike, label: string): Promise<Exchange> {
  return person.click(await person.click(card, '⋯'), label);
}

/** Call once at the top level of a test file: the bot runs from its `beforeAll` to its `afterAll`. */
export function useBot(options: SandboxOptions & { environment?: Record<string, string> } = {}): Bot {
  const database = useDatabase();
  const main = new BotProcess();
  let sandbox: RunningSandbox | undefined;

  const environmentOf = (changes: Record<string, string> = {}) => ({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: bot.sandbox.apiUrl,
    DATABASE_URL: database.url,
    NEXUS_CLOCK_URL: `${bot.sandbox.url}/clock`,
    ATTACHMENT_ORIGINS: bot.sandbox.url,
    HTTP_PORT: '0',
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'info',
    ...options.environment,
    ...changes,
  });
  const bot: Bot = {
    database,
    log: main.log,
    get sandbox() {
      if (!sandbox) throw new Error('The sandbox runs from beforeAll on.');
      return sandbox;
    },
    as: (name, channel = 'prodevprojectnexus', guild = 'Cohort') =>
      bot.sandbox.client.as(name, { guild, channel }),
    start: (environment) => main.start(environmentOf(environment)),
    async startAnother(environment) {
      const another = new BotProcess();
      await another.start(environmentOf(environment));
      return another;
    },
    stop: (signal) => main.stop(signal),
    logged: (wanted, withinMs) => main.logged(wanted, withinMs),
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ world, rateLimits: false, bots: [{ token, name: 'Nexus' }], ...options });
    await raiseLimits(database);
    await bot.start();
  }, 90_000);
  afterAll(async () => {
    await bot.stop();
    await sandbox?.close();
  });
  return bot;
}
