/** The whole bot but for its network: its services, dispatcher and client as `src/app.ts` wires them, on a real database. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, ClientApplication, ClientUser, type Interaction } from 'discord.js';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll } from 'vitest';
import { commands, components, createServices, type Workers } from '../../../src/app.js';
import { createClient } from '../../../src/discord/client.js';
import { Dispatcher } from '../../../src/discord/dispatch.js';
import { createDataSource } from '../../../src/platform/database.js';
import { ExportWriting } from '../../../src/services/cohort-export/writing.js';
import { readReadme } from '../../../src/services/readme/read-readme.js';
import { assertReadable } from '../../../src/services/readme/readable.js';
import type { Services } from '../../../src/services/services.js';
import { type TestDatabase, useDatabase } from '../postgres.js';
import { type Loose, type Sent, StageRest } from './rest.js';

/** What became of one interaction. */
export interface Played {
  /** `answered`, the code of a `UserError`, or what else the dispatcher counts; undefined of an autocomplete. */
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
  readonly services: Services;
  readonly dispatcher: Dispatcher;
  /** Lines of the log of level error and above. */
  readonly errors: Loose[];
  /** What members attach, by name. */
  readonly files: Map<string, string | Buffer>;
  /** Run when the file's tests are over, the last first. */
  readonly closing: (() => unknown)[];
  now: Date;
  newId(): string;
  /** What Discord tells of one of `files`. */
  attachment(name: string): Loose;
  /** A guild the bot is in; one that is not `cached` belongs to another shard. */
  addGuild(ownerId: string, cached?: boolean): StageGuild;
  /** Hands a raw interaction to the dispatcher, as the gateway does, and waits until it is answered. */
  play(raw: Loose): Promise<Played>;
}

export const applicationId = '900000000000000001';
const everything = String((1n << 53n) - 1n);

/** Threads start when a machine finds the time: what is read is read here, and charts are described alone. */
const inThisThread: Workers = {
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
};

/** Call at the top level of a test file. */
export function useStage(poolSize = 5): Stage {
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
    const { services, cards } = createServices(
      { attachmentOrigins: [origin], token: 'a token' },
      stage.dataSource,
      client,
      () => stage.now,
      log,
      inThisThread,
    );
    stage.services = services;
    const observed = new AsyncLocalStorage<{ result?: string }>();
    stage.dispatcher = new Dispatcher({
      client,
      services,
      commands,
      components,
      cards,
      isLeader: () => true,
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

/** As the gateway hands it to the bot: the class that discord.js takes for it. */
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
