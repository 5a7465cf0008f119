/** The built bot as a child process, against a sandbox of its own and a database of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import type { Person } from '../../sandbox/client.js';
import {
  type RunningSandbox,
  type SandboxOptions,
  startSandbox,
  type World,
} from '../../sandbox/server/index.js';
import { type TestDatabase, useDatabase } from './postgres.js';

const token = 'sandbox-token-for-tests';
const entryPoint = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** The cohort that end-to-end tests are about. */
export const world: World = {
  guilds: [
    {
      id: '700000000000000001',
      name: 'Cohort',
      owner: 'owner',
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
  /** A person in the cohort's channel, or another. */
  as(name: string, channel?: string, guild?: string): Person;
  /** Lines of the bot's log so far. */
  readonly log: readonly Record<string, unknown>[];
  /** Starts the process (again) and waits until it is ready. */
  start(environment?: Record<string, string>): Promise<void>;
  /** Ends it, gently unless told; gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Waits for a line of the log. */
  logged(
    wanted: (line: Record<string, unknown>) => boolean,
    withinMs?: number,
  ): Promise<Record<string, unknown>>;
}

/** Call once, at the top level of a test file: the bot runs from its `beforeAll` to its `afterAll`. */
export function useBot(options: SandboxOptions & { environment?: Record<string, string> } = {}): Bot {
  const database = useDatabase();
  const log: Record<string, unknown>[] = [];
  let sandbox: RunningSandbox | undefined;
  let child: ChildProcess | undefined;

  const bot: Bot = {
    database,
    log,
    get sandbox() {
      if (!sandbox) throw new Error('The sandbox runs from beforeAll on.');
      return sandbox;
    },
    as: (name, channel = 'prodevprojectnexus', guild = 'Cohort') =>
      bot.sandbox.client.as(name, { guild, channel }),
    async start(environment = {}) {
      log.length = 0;
      const process_ = spawn(process.execPath, ['--enable-source-maps', entryPoint], {
        stdio: ['ignore', 'pipe', 'inherit'],
        cwd: '/',
        env: {
          PATH: process.env['PATH'],
          DISCORD_TOKEN: token,
          DISCORD_API_URL: bot.sandbox.apiUrl,
          DATABASE_URL: database.url,
          NEXUS_CLOCK_URL: `${bot.sandbox.url}/clock`,
          HTTP_PORT: '0',
          LOG_FORMAT: 'json',
          LOG_LEVEL: 'info',
          ...options.environment,
          ...environment,
        },
      });
      child = process_;
      let rest = '';
      process_.stdout?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line !== '') log.push(JSON.parse(line));
      });
      await bot.logged(({ msg }) => msg === 'ready', 30_000);
    },
    async stop(signal = 'SIGTERM') {
      const ending = child;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
      const exit = once(ending, 'exit') as Promise<[number | null]>;
      ending.kill(signal);
      return (await exit)[0];
    },
    async logged(wanted, withinMs = 5_000) {
      const deadline = Date.now() + withinMs;
      for (;;) {
        const line = log.find(wanted);
        if (line) return line;
        if (Date.now() > deadline || (child && child.exitCode !== null)) {
          throw new Error(
            `No such line in the log:\n${log.map((entry) => JSON.stringify(entry)).join('\n')}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ world, rateLimits: false, ...options, bots: [{ token, name: 'Nexus' }] });
    await bot.start();
  }, 30_000);
  afterAll(async () => {
    await bot.stop();
    await sandbox?.close();
  }, 20_000);
  return bot;
}
