/** A second bot on @discordjs/core: two shards, large guilds, chunks, compression, installs of people, languages. */
import { inflateSync } from 'node:zlib';
import {
  API,
  Client,
  GatewayDispatchEvents,
  GatewayOpcodes,
  GatewayIntentBits as Intent,
  MessageFlags,
} from '@discordjs/core';
import { REST } from '@discordjs/rest';
import { CompressionMethod, WebSocketManager } from '@discordjs/ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { joinThread } from '../../../sandbox/server/actions/threads.js';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server/index.js';

const TOKEN = 'token-of-core';
const crowd = Array.from({ length: 60 }, (_, index) => ({ name: `member${index}` }));
const ALL =
  Intent.Guilds | Intent.GuildMembers | Intent.GuildPresences | Intent.GuildMessages | Intent.MessageContent;
const FIRST = '1100000000000000001';
/** Of the other shard: its id leaves another remainder. */
const SECOND = '1100000000004194305';

let sandbox: RunningSandbox;
let gateway: WebSocketManager;
let client: Client;
let api: API;
const guilds = new Map<
  string,
  { shard: number; large?: boolean; members: unknown[]; member_count: number }
>();

beforeAll(async () => {
  sandbox = await startSandbox({
    bots: [{ token: TOKEN, name: 'Core', privilegedIntents: ['members', 'presences', 'messageContent'] }],
    strict: true,
    world: {
      guilds: [
        { id: FIRST, name: 'Crowd', channels: [{ name: 'general' }], members: [{ name: 'ada' }, ...crowd] },
        { id: SECOND, name: 'Few', channels: [{ name: 'hall' }], members: [{ name: 'eve', locale: 'de' }] },
        {
          name: 'Elsewhere',
          bots: false,
          channels: [{ name: 'lobby' }],
          members: [{ name: 'gus' }, { name: 'fay', installs: ['Core'] }],
        },
      ],
    },
  });
  const rest = new REST({ version: '10', api: sandbox.apiUrl }).setToken(TOKEN);
  api = new API(rest);
  gateway = new WebSocketManager({
    token: TOKEN,
    intents: ALL,
    rest,
    shardCount: 2,
    compression: CompressionMethod.ZlibNative,
  });
  client = new Client({ rest, gateway });
  client.on(GatewayDispatchEvents.GuildCreate, ({ data, shardId }) => {
    guilds.set(data.id, { shard: shardId, ...data });
  });
  client.on(GatewayDispatchEvents.InteractionCreate, ({ data }) => {
    const hasOptions = 'data' in data && data.data && 'options' in data.data;
    const options = hasOptions && 'options' in data.data ? data.data.options : undefined;
    const facts = [data.authorizing_integration_owners, options, data.context];
    const content = options ? JSON.stringify(facts) : 'Hello';
    void api.interactions.reply(data.id, data.token, { content });
  });
  await gateway.connect();
  while (guilds.size < 2) await new Promise((resolve) => setTimeout(resolve, 5));
});
afterAll(async () => {
  await gateway.destroy();
  await sandbox.close();
});

describe('two shards over a compressed line', () => {
  test('have their own guilds', () => {
    expect(guilds.get(FIRST)?.shard).not.toBe(guilds.get(SECOND)?.shard);
  });

  test('get of a large guild a part of the members, and the others when they ask', async () => {
    const large = guilds.get(FIRST);
    expect([large?.large, large?.members.length, large?.member_count]).toEqual([true, 50, 62]);
    expect([guilds.get(SECOND)?.large, guilds.get(SECOND)?.members.length]).toEqual([false, 2]);
    const all = await client.requestGuildMembers({ guild_id: FIRST, query: '', limit: 0 });
    expect(all.members).toHaveLength(62);
    const some = await client.requestGuildMembers({ guild_id: FIRST, query: 'member1', limit: 3 });
    expect(some.members).toHaveLength(3);
  });

  test('hear what is written, and of soundboards that are empty', async () => {
    const heard = new Promise<string>((resolve) => {
      client.once(GatewayDispatchEvents.MessageCreate, ({ data }) => resolve(data.content));
    });
    await sandbox.client.as('eve', { guild: 'Few' }).say('Anybody here?');
    expect(await heard).toBe('Anybody here?');
    const sounds = new Promise((resolve) => {
      client.once(GatewayDispatchEvents.SoundboardSounds, ({ data }) => resolve(data));
    });
    const shard = guilds.get(FIRST)?.shard ?? 0;
    await gateway.send(shard, { op: GatewayOpcodes.RequestSoundboardSounds, d: { guild_ids: [FIRST] } });
    expect(await sounds).toEqual({ guild_id: FIRST, soundboard_sounds: [] });
  });

  test('hear of private threads only once they are in them', async () => {
    const heard: string[] = [];
    const onThread = ({ data }: { data: { name?: string } }) => void heard.push(data.name ?? '');
    client.on(GatewayDispatchEvents.ThreadCreate, onThread);
    client.on(GatewayDispatchEvents.ThreadUpdate, onThread);
    const eve = sandbox.client.as('eve', { guild: 'Few' });
    const secret = await eve.openThread('Secret', { private: true });
    const open = await eve.openThread('Open');
    await expect.poll(() => heard).toEqual(['Open']);
    await expect(api.channels.get(secret.id)).rejects.toMatchObject({ code: 50_001 });
    const { id } = await api.applications.getCurrent();
    joinThread(sandbox.parts, sandbox.parts.state.channels.get(secret.id)!, id);
    await expect.poll(() => heard).toEqual(['Open', 'Secret']);
    expect(await api.channels.get(secret.id)).toMatchObject({ name: 'Secret', type: 12 });
    expect(open.type).toBe(11);
    client.off(GatewayDispatchEvents.ThreadCreate, onThread);
    client.off(GatewayDispatchEvents.ThreadUpdate, onThread);
  });

  test('hear which threads there are when they are let into a channel', async () => {
    const heard: unknown[] = [];
    const onSync = ({ data }: { data: { channel_ids?: string[]; threads: { name?: string | null }[] } }) =>
      void heard.push([data.channel_ids, data.threads.map(({ name }) => name)]);
    client.on(GatewayDispatchEvents.ThreadListSync, onSync);
    const place = { guild: 'Few', channel: 'hall' };
    const { parent_id: parent } = await sandbox.client.as('eve', place).openThread('Before them');
    await sandbox.client.closeChannel('Few', 'hall');
    await sandbox.client.openChannel('Few', 'hall');
    await expect.poll(() => heard).toHaveLength(1);
    expect(heard).toEqual([[[parent], expect.arrayContaining(['Before them'])]]);
    // Another change, which lets nobody in, is no news of threads.
    await sandbox.client.closeChannel('Few', 'hall', ['SEND_MESSAGES']);
    await sandbox.client.openChannel('Few', 'hall');
    expect(heard).toHaveLength(1);
    client.off(GatewayDispatchEvents.ThreadListSync, onSync);
  });

  test('count the sessions that were opened', async () => {
    expect((await api.gateway.getBot()).session_start_limit).toMatchObject({ total: 1_000, remaining: 998 });
  });
});

describe('commands', () => {
  beforeAll(async () => {
    const { id } = await api.applications.getCurrent();
    await api.applicationCommands.bulkOverwriteGlobalCommands(id, [
      { name: 'here', description: 'For guilds' },
      { name: 'mine', description: 'For people', integration_types: [1], contexts: [0, 1, 2] },
      {
        name: 'both',
        name_localizations: { de: 'beides' },
        description: 'For both',
        integration_types: [0, 1],
        options: [
          {
            type: 3,
            name: 'kind',
            name_localizations: { de: 'art' },
            description: 'Which one',
            choices: [{ name: 'tea', name_localizations: { de: 'Tee' }, value: 'tea' }],
          },
        ],
      },
    ]);
  });
  const answer = async (name: string, line: string) =>
    JSON.parse(
      (await sandbox.client.as(name, { guild: 'Elsewhere' }).command(line)).message?.content ?? '[]',
    );

  test('of an app that somebody installed are theirs in a guild the bot is not in', async () => {
    const offered = await sandbox.client.as('fay', { guild: 'Elsewhere' }).commands();
    expect(offered.map((one) => one.name)).toEqual(['mine', 'both']);
    const exchange = await sandbox.client.as('fay', { guild: 'Elsewhere' }).command('/mine');
    expect(exchange.message?.content).toBe('Hello');
    const fay = sandbox.parts.state.users;
    const id = [...fay.values()].find((one) => one.username === 'fay')?.id;
    expect((await answer('fay', '/both kind:tea'))[0]).toEqual({ 1: id });
    await expect(sandbox.client.as('gus', { guild: 'Elsewhere' }).command('/mine')).rejects.toThrow(
      'no such command',
    );
    const few = await sandbox.client.as('eve', { guild: 'Few' }).commands();
    expect(few.map((one) => one.name)).toEqual(['here', 'both']);
  });

  test('of such an app answer privately where external apps may not speak', async () => {
    await sandbox.client.changeRole('Elsewhere', '@everyone', {
      permissions: ['ViewChannel', 'SendMessages', 'UseApplicationCommands'],
    });
    const exchange = await sandbox.client.as('fay', { guild: 'Elsewhere' }).command('/mine');
    expect(Number(exchange.message?.flags) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
  });

  test('can be typed in the person’s own language', async () => {
    const eve = sandbox.client.as('eve', { guild: 'Few' });
    const exchange = await eve.command('/beides art:Tee');
    expect(JSON.parse(exchange.message?.content ?? '[]')[1]).toEqual([
      { type: 3, name: 'kind', value: 'tea' },
    ]);
    await expect(sandbox.client.as('ada', { guild: 'Crowd' }).command('/beides')).rejects.toThrow(
      'no such command',
    );
  });

  test('are listed without their translations unless those are asked for', async () => {
    const { id } = await api.applications.getCurrent();
    const plain = await api.applicationCommands.getGlobalCommands(id, { with_localizations: false });
    const whole = await api.applicationCommands.getGlobalCommands(id, { with_localizations: true });
    const find = (list: typeof plain) => list.find((one) => one.name === 'both');
    expect(find(plain)?.name_localizations).toBeUndefined();
    expect(find(whole)?.name_localizations).toEqual({ de: 'beides' });
  });
});

describe('the line', () => {
  /** Opens a bare connection, and identifies. */
  function open(
    query: string,
    identify: object = {},
  ): Promise<{ first: Buffer; ready: unknown; close: () => void }> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(
        `${sandbox.url.replace('http', 'ws')}/gateway/?v=10&encoding=json${query}`,
      );
      const parts: Buffer[] = [];
      socket.on('unexpected-response', (_, response) => reject(new Error(String(response.statusCode))));
      socket.on('error', reject);
      socket.on('open', () => {
        socket.send(JSON.stringify({ op: 2, d: { token: TOKEN, intents: 0, properties: {}, ...identify } }));
      });
      socket.on('message', (data: Buffer, isBinary) => {
        parts.push(data);
        const text = isBinary ? undefined : data.toString();
        if (parts.length < 2) return;
        resolve({ first: parts[0] ?? Buffer.alloc(0), ready: text, close: () => socket.terminate() });
        socket.terminate();
      });
    });
  }

  test('is a zstd frame of raw blocks where it is asked for', async () => {
    const { first } = await open('&compress=zstd-stream');
    expect(first.subarray(0, 4).toString('hex')).toBe('28b52ffd');
    const size = first.readUIntLE(6, 3) >> 3;
    expect(JSON.parse(first.subarray(9, 9 + size).toString())).toMatchObject({ op: 10 });
    expect(first).toHaveLength(9 + size);
  });

  test('has long payloads compressed one by one where IDENTIFY asks for it', async () => {
    const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    const guild = await new Promise<{ t: string; d: { id: string } }>((resolve) => {
      socket.on('open', () =>
        socket.send(
          JSON.stringify({ op: 2, d: { token: TOKEN, intents: 1, properties: {}, compress: true } }),
        ),
      );
      socket.on('message', (data: Buffer, isBinary) => {
        const payload = JSON.parse((isBinary ? inflateSync(data) : data).toString());
        if (payload.t === 'GUILD_CREATE' && isBinary) resolve(payload);
      });
    });
    socket.terminate();
    expect(guild.d.id).toBe(FIRST);
  });

  test('of another version is closed with 4012', async () => {
    const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?v=9&encoding=json`);
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(4_012);
  });
});

describe('what is not spoken or not done', () => {
  test('is refused, or a gap', async () => {
    const lines: string[] = [];
    const own = await startSandbox({
      bots: [{ token: TOKEN }],
      strict: false,
      print: (line) => lines.push(line),
    });
    const refused = new WebSocket(`${own.url.replace('http', 'ws')}/gateway?v=10&encoding=etf`);
    const status = await new Promise((resolve) => {
      refused.on('unexpected-response', (_, response) => resolve(response.statusCode));
      refused.on('error', () => {});
    });
    expect(status).toBe(501);
    const socket = new WebSocket(`${own.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    await new Promise((resolve) => {
      socket.on('message', (data: Buffer) => {
        const payload = JSON.parse(data.toString());
        if (payload.op === 10)
          socket.send(JSON.stringify({ op: 2, d: { token: TOKEN, intents: 0, properties: {} } }));
        if (payload.t !== 'READY') return;
        socket.send(
          JSON.stringify({ op: 3, d: { status: 'idle', activities: [], since: null, afk: false } }),
        );
        socket.send(JSON.stringify({ op: 4, d: { guild_id: FIRST, channel_id: null } }));
        setTimeout(resolve, 50);
      });
    });
    socket.terminate();
    expect(own.gaps().map((one) => one.name)).toEqual([
      'gateway: encoding=etf',
      'gateway: operation 3 (update presence)',
      'gateway: operation 4 (update voice state)',
    ]);
    expect(lines).toHaveLength(3);
    await own.close();
  });

  test('are more sessions than the limits that were set', async () => {
    const own = await startSandbox({ bots: [{ token: TOKEN }], identify: { total: 2, maxConcurrency: 1 } });
    const identify = () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${own.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
        socket.on('open', () =>
          socket.send(JSON.stringify({ op: 2, d: { token: TOKEN, intents: 0, properties: {} } })),
        );
        socket.on('close', (code) => resolve(String(code)));
        socket.on('message', (data: Buffer) => {
          const payload = JSON.parse(data.toString());
          if (payload.t === 'READY' || payload.op === 9) {
            resolve(payload.t ?? 'INVALID_SESSION');
            socket.terminate();
          }
        });
      });
    expect(await identify()).toBe('READY');
    expect(await identify()).toBe('INVALID_SESSION');
    const left = await new API(new REST({ api: own.apiUrl }).setToken(TOKEN)).gateway.getBot();
    expect(left.session_start_limit).toMatchObject({ remaining: 1, max_concurrency: 1 });
    await own.close();
  });
});
