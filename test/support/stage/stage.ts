/** The whole bot without a network: its services, dispatcher and client as the bot wires them, on a real database. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, ClientApplication, ClientUser, type Interaction } from 'discord.js';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll } from 'vitest';
import { createClient } from '../../../src/discord/client.js';
import { Dispatcher } from '../../../src/discord/dispatch.js';
import { matchBuddies } from '../../../src/features/buddies/buddies-matching.js';
import { ExportWriting } from '../../../src/features/export/writing.js';
import { features } from '../../../src/features.js';
import { createDataSource } from '../../../src/platform/database.js';
import { pause } from '../../../src/platform/waiting.js';
import { readReadme } from '../../../src/readme/read-readme.js';
import { assertReadable } from '../../../src/readme/readable.js';
import type { Workers } from '../../../src/workers.js';
import { inspector } from '../inspector.js';
import { type TestDatabase, useDatabase } from '../postgres.js';
import { type Loose, type Sent, StageRest } from './rest.js';

/** The result of one interaction. */
export interface Played {
  /** `answered`, the code of a `UserError`, or what else the dispatcher counts; undefined for autocomplete. */
  result: string | undefined;
  /** Everything sent while it was answered. */
  sent: readonly Sent[];
  /** Its first response. */
  first: Sent | undefined;
  milliseconds: number;
}

export interface StageGuild {
  id: string;
  channels: Record<'prodevprojectnexus' | 'general' | 'moderators', string>;
  roles: Record<'moderator' | 'helper', string>;
}

export interface Stage {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly client: Client;
  readonly rest: StageRest;
  readonly services: ReturnType<typeof features.services>;
  readonly dispatcher: Dispatcher;
  /** Lines of the log of level error and above. */
  readonly errors: Loose[];
  /** What members attach, by name. */
  readonly files: Map<string, string | Buffer>;
  /** Run after the file's tests, in reverse order. */
  readonly closing: (() => unknown)[];
  now: Date;
  newId(): string;
  /** What Discord sends about one of `files`. */
  attachment(name: string): Loose;
  /** A guild the bot is in; one that isn't `cached` belongs to another shard. */
  addGuild(ownerId: string, cached?: boolean): StageGuild;
  /** Passes a raw interaction to the dispatcher, as the gateway does, and waits until it is answered. */
  play(raw: Loose): Promise<Played>;
}

export const applicationId = '900000000000000001';
const everything = String((1n << 53n) - 1n);

/** Threads start when the machine has time: so documents are read here, and charts are only described. */
const inThisThread: Workers = {
  textInspector: inspector,
  reader: {
    async read(bytes) {
      assertReadable(bytes);
      return readReadme(bytes);
    },
  },
  exportWriter: {
    async open() {
      const writing = new ExportWriting();
      return { ask: (task) => writing.take(task), close: () => undefined };
    },
  },
  painter: { paint: async () => undefined },
  buddyMatcher: { match: async (task) => matchBuddies(task) },
};

/** Call at the top level of a test file. */
export function useStage(poolSize = 5, changed: Partial<Workers> = {}): Stage {
  const database = useDatabase();
  const closing: (() => unknown)[] = [];
  const stage = { database, closing, files: new Map() } as { -readonly [Key in keyof Stage]: Stage[Key] };

  beforeAll(async () => {
    stage.now = new Date('2026-03-02T08:00:00Z');
    stage.errors = [];
    let ids = 910_000_000_000_000_000n;
    stage.newId = () => String(ids++);
    stage.dataSource = await createDataSource({ url: database.url, poolSize }).initialize();
    closing.push(() => stage.dataSource.destroy());
    const log = pino(
      { level: 'warn' },
      {
        write: (line: string) => {
          const parsed = JSON.parse(line);
          if (parsed.level >= 50 && parsed.level !== 'warn') stage.errors.push(parsed);
        },
      },
    );
    const client = createClient({ apiUrl: undefined, shards: undefined }, log);
    closing.push(() => client.destroy());
    const botUser = {
      id: applicationId,
      username: 'nexus',
      discriminator: '0',
      avatar: null,
      bot: true,
      global_name: null,
    };
    stage.rest = new StageRest(stage.newId, botUser);
    client.rest.options.makeRequest = stage.rest.makeRequest;
    // The refusals of weeks, in minutes: its warning of too many would be an error in the log.
    client.rest.options.invalidRequestWarningInterval = 0;
    client.rest.setToken('token-of-the-stage');
    client.user = Reflect.construct(ClientUser, [client, botUser]);
    client.application = Reflect.construct(ClientApplication, [client, { id: applicationId, flags: 0 }]);
    client.ws.shards.set(0, { id: 0, ping: 40, status: 0 } as never);
    stage.client = client;
    const origin = await serveFiles(stage);
    stage.attachment = (name) => ({
      id: stage.newId(),
      filename: name,
      size: stage.files.get(name)?.length ?? 0,
      url: `${origin}/${encodeURIComponent(name)}`,
      proxy_url: `${origin}/${encodeURIComponent(name)}`,
    });
    const services = features.services({
      ...inThisThread,
      ...changed,
      config: { attachmentOrigins: [origin], token: 'a token' },
      dataSource: stage.dataSource,
      client,
      clock: () => stage.now,
      log,
      registered: features.commands,
      nudge: () => undefined,
      pause,
    });
    stage.services = services;
    const observed = new AsyncLocalStorage<{ result?: string }>();
    stage.dispatcher = new Dispatcher({
      client,
      features,
      services,
      settingsOf: (guildId) => services.guilds.settings(guildId),
      languageOf: (guildId, memberId) => services.languages.chosenBy(guildId, memberId),
      ownership: { roleOf: () => 'owner', take: async () => true },
      shardCount: () => 1,
      log,
      metrics: {
        observe: (name, result) => {
          if (name !== 'autocomplete') Object.assign(observed.getStore() ?? {}, { result });
        },
      },
    });

    stage.addGuild = (ownerId, cached = true) => {
      const guild = rawGuild(stage.newId, ownerId, botUser);
      stage.rest.guilds.set(guild.id, guild);
      if (cached) (client.guilds as Loose)._add({ ...guild, shardId: 0 });
      const idsOf = (named: { name: string; id: string }[]) =>
        Object.fromEntries(named.map(({ name, id }) => [name, id])) as never;
      return { id: guild.id, channels: idsOf(guild.channels), roles: idsOf(guild.roles) };
    };

    stage.play = async (raw) => {
      const { rest } = stage;
      const before = rest.sent.length;
      const begun = performance.now();
      const own: { result?: string } = {};
      rest.expect(raw);
      const interaction = received(client, raw);
      if (!interaction) throw new Error(`discord.js makes nothing of ${JSON.stringify(raw)}`);
      await observed.run(own, () => stage.dispatcher.dispatch(interaction));
      const sent = rest.sent.slice(before);
      rest.settle(raw);
      const callbacks = sent.filter(
        ({ path, interactionId }) => path.endsWith('/callback') && interactionId === raw.id,
      );
      const first = callbacks[0];
      return {
        result: own.result,
        sent,
        first,
        milliseconds: (first?.at ?? Number.POSITIVE_INFINITY) - begun,
      };
    };
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });
  return stage;
}

async function serveFiles({ files, closing }: Pick<Stage, 'files' | 'closing'>): Promise<string> {
  const server = createServer((request, response) => {
    const file = files.get(decodeURIComponent((request.url ?? '/').slice(1)));
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As the gateway passes it to the bot: as an instance of discord.js's class. */
function received(client: Client, raw: Loose): Interaction | undefined {
  let interaction: Interaction | undefined;
  client.once('interactionCreate', (made) => {
    interaction = made;
  });
  (client as Loose).actions.InteractionCreate.handle(raw);
  client.removeAllListeners('interactionCreate');
  return interaction;
}

function rawGuild(newId: () => string, ownerId: string, botUser: Loose): Loose {
  const id = newId();
  const role = (name: string, roleId = newId(), permissions = '0') => ({
    id: roleId,
    name,
    permissions,
    color: 0,
    colors: { primary_color: 0 },
    hoist: false,
    position: 1,
    managed: false,
    mentionable: false,
    flags: 0,
  });
  const channel = (name: string) => ({
    id: newId(),
    guild_id: id,
    name,
    type: 0,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
    topic: null,
  });
  const bot = role('bot', newId(), everything);
  const guild: Loose = {
    id,
    name: 'Cohort',
    icon: null,
    owner_id: ownerId,
    features: [],
    preferred_locale: 'en-US',
    roles: [{ ...role('@everyone', id), position: 0 }, role('moderator'), role('helper'), bot],
    channels: [channel('prodevprojectnexus'), channel('general'), channel('moderators')],
    emojis: [],
    stickers: [],
    threads: [],
    members: [
      {
        user: botUser,
        roles: [bot.id],
        joined_at: '2026-01-01T00:00:00Z',
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
    member_count: 5,
  };
  return guild;
}
