/** A sandbox with a real discord.js client on it, for one test file; both end with the file. */
import { Client, type ClientOptions, type Interaction } from 'discord.js';
import { afterAll, beforeAll } from 'vitest';
import {
  type RunningSandbox,
  type SandboxOptions,
  startSandbox,
  type World,
} from '../../../sandbox/server/index.js';

export const TOKEN = 'token-of-the-test';

export const WORLD: World = {
  guilds: [
    {
      id: '1100000000000000001',
      name: 'Test',
      owner: 'olive',
      roles: [
        { name: 'Moderator', permissions: ['MANAGE_MESSAGES'], mentionable: true },
        { name: 'Quiet', permissions: [] },
      ],
      channels: [
        { id: '1100000000000000101', name: 'general' },
        { id: '1100000000000000102', name: 'other' },
        { name: 'staff', overwrites: [{ role: '@everyone', deny: ['VIEW_CHANNEL'] }] },
      ],
      members: [
        { name: 'olive' },
        { name: 'mo', roles: ['Moderator'] },
        { name: 'ada', displayName: 'Ada Lovelace', locale: 'de' },
        { name: 'ben', nick: 'Benny' },
        { name: 'cleo', closedDms: true },
      ],
    },
  ],
};

/** The same with a bot that may do everything, and stands above all. */
export const ADMIN_WORLD: World = {
  guilds: WORLD.guilds.map((guild) => ({ ...guild, botPermissions: ['ADMINISTRATOR'], botRoles: 'top' })),
};

export const GUILD = '1100000000000000001';
export const GENERAL = '1100000000000000101';
export const OTHER = '1100000000000000102';

/** Logs a client in at a sandbox and waits until it is ready. */
export async function connect(
  sandbox: RunningSandbox,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: ['Guilds'],
    allowedMentions: { parse: [] },
    rest: { api: sandbox.apiUrl },
    ...options,
    // A client that has to identify again would wait five seconds otherwise.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }), ...options.ws },
  });
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(TOKEN);
  await ready;
  return client as Client<true>;
}

export interface Stage {
  sandbox: RunningSandbox;
  bot: Client<true>;
  /** What the bot does with the next interactions. */
  onInteraction: (interaction: Interaction) => Promise<unknown>;
}

/** Starts both before a file's tests, and ends them afterwards. */
export function stage(options: SandboxOptions = {}, client: Partial<ClientOptions> = {}): Stage {
  const set = { onInteraction: async () => {} } as unknown as Stage;
  beforeAll(async () => {
    set.sandbox = await startSandbox({
      world: WORLD,
      bots: [{ token: TOKEN, name: 'Testbot' }],
      rateLimits: false,
      strict: true,
      ...options,
    });
    set.bot = await connect(set.sandbox, client);
    set.bot.on('interactionCreate', (interaction) => void set.onInteraction(interaction));
  });
  afterAll(async () => {
    await set.bot?.destroy();
    await set.sandbox?.close();
  });
  return set;
}
