/** The gateway with a real client: resume, new sessions, shards, intents, guilds that come and go. */
import { type Client, Events, GatewayIntentBits, type Guild } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import { connect, GENERAL, GUILD, stage, TOKEN, WORLD } from './support/stage.js';

const set = stage();

/** The next time a client emits an event. */
function next(client: Client, event: string): Promise<unknown[]> {
  return new Promise((resolve) => client.once(event as 'ready', (...values: unknown[]) => resolve(values)));
}

describe('a connection that is lost', () => {
  test('is resumed, with what was missed', async () => {
    await set.bot.application.commands.set([{ name: 'ping', description: 'Ping' }]);
    set.onInteraction = async (interaction) => {
      if (interaction.isRepliable()) await interaction.reply('pong');
    };
    const resumed = next(set.bot, Events.ShardResume);
    await set.sandbox.client.disturbGateway({ cut: true });
    const exchange = await set.sandbox.client.as('ada').command('/ping');
    expect(exchange.message?.content).toBe('pong');
    await resumed;
    expect(await set.sandbox.client.sessions()).toHaveLength(1);
  });

  test('is resumed after RECONNECT', async () => {
    const [before] = await set.sandbox.client.sessions();
    const resumed = next(set.bot, Events.ShardResume);
    await set.sandbox.client.disturbGateway({ reconnect: true });
    await resumed;
    expect((await set.sandbox.client.sessions())[0]?.id).toBe(before?.id);
  });

  test('begins a new session when the old one is invalid', async () => {
    const [before] = await set.sandbox.client.sessions();
    const ready = next(set.bot, Events.ShardReady);
    await set.sandbox.client.disturbGateway({ invalidate: true });
    await ready;
    expect((await set.sandbox.client.sessions())[0]?.id).not.toBe(before?.id);
    expect((await set.sandbox.client.as('ada').command('/ping')).message?.content).toBe('pong');
  });
});

describe('guilds', () => {
  test('come when the bot joins and go when it is removed', async () => {
    const joined = next(set.bot, Events.GuildCreate) as Promise<[Guild]>;
    const made = await set.sandbox.client.createGuild({
      name: 'Second',
      members: [{ name: 'dora' }],
      channels: [{ name: 'hall' }],
    });
    expect((await joined)[0]).toMatchObject({ id: made.id, name: 'Second', memberCount: 2 });
    const gone = next(set.bot, Events.GuildDelete) as Promise<[Guild]>;
    await set.sandbox.client.removeBot('Second');
    expect((await gone)[0].id).toBe(made.id);
    const again = next(set.bot, Events.GuildCreate);
    await set.sandbox.client.joinBot('Second');
    await again;
    const left = next(set.bot, Events.GuildDelete);
    await set.bot.guilds.cache.get(made.id)?.leave();
    await left;
  });
});

describe('several connections', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    const second = {
      id: '1100000000004194305',
      name: 'Odd',
      channels: [{ name: 'hall' }],
      members: [{ name: 'eve' }],
    };
    sandbox = await startSandbox({
      world: { guilds: [...WORLD.guilds, second] },
      bots: [{ token: TOKEN, privilegedIntents: ['members', 'messageContent'] }],
    });
  });
  afterAll(() => sandbox.close());

  test('each shard hears of its own guilds', async () => {
    const shards = await Promise.all(
      [0, 1].map((shard) => connect(sandbox, { shards: [shard], shardCount: 2 })),
    );
    const heard: string[] = [];
    for (const [index, client] of shards.entries())
      client.on(Events.InteractionCreate, (interaction) => {
        heard.push(`${index} ${interaction.guild?.name}`);
        if (interaction.isRepliable()) void interaction.reply('ok');
      });
    const shardOfOdd = shards.findIndex((client) =>
      client.guilds.cache.some((guild) => guild.name === 'Odd'),
    );
    expect(shards.map((client) => client.guilds.cache.size)).toEqual([1, 1]);
    await shards[0]?.application.commands.set([{ name: 'ping', description: 'Ping' }]);
    await sandbox.client.as('eve', { guild: 'Odd' }).command('/ping');
    await sandbox.client.as('ada', { guild: 'Test' }).command('/ping');
    expect(heard).toEqual([`${shardOfOdd} Odd`, `${1 - shardOfOdd} Test`]);
    await Promise.all(shards.map((client) => client.destroy()));
  });

  test('privileged intents bring members and content', async () => {
    const { Guilds, GuildMembers, GuildMessages, MessageContent } = GatewayIntentBits;
    const client = await connect(sandbox, { intents: [Guilds, GuildMembers, GuildMessages, MessageContent] });
    const heard = next(client, Events.MessageCreate) as Promise<[{ content: string }]>;
    await sandbox.client.as('ada', { guild: 'Test' }).say('Hear me');
    expect((await heard)[0].content).toBe('Hear me');
    // Without the intent for presences a guild comes with the bot alone; Ada came with her message.
    const guild = client.guilds.cache.get(GUILD);
    expect(guild?.members.cache.map((one) => one.user.username).sort()).toEqual(['Sandbox Bot', 'ada']);
    expect((await guild?.members.fetch())?.size).toBe(6);
    const left = next(client, Events.GuildMemberRemove);
    await sandbox.client.removeMember('Test', 'ben');
    await left;
    expect(guild?.members.cache.size).toBe(5);
    await client.destroy();
  });
});

describe('the protocol', () => {
  /** Opens a bare connection, sends payloads, and answers the code it is closed with. */
  function closeCode(...payloads: unknown[]): Promise<number> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`${set.sandbox.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
      socket.on('open', () => {
        for (const payload of payloads)
          socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
      });
      socket.on('close', resolve);
    });
  }
  const identify = (d: object) => ({ op: 2, d: { token: TOKEN, intents: 1, properties: {}, ...d } });

  test('closes with Discord’s codes', async () => {
    expect(await closeCode(identify({ token: 'wrong' }))).toBe(4004);
    expect(await closeCode(identify({}), identify({}))).toBe(4005);
    expect(await closeCode({ op: 3, d: {} })).toBe(4003);
    expect(await closeCode({ op: 77, d: {} })).toBe(4001);
    expect(await closeCode('no JSON')).toBe(4002);
    expect(await closeCode({ op: 3, d: { padding: 'x'.repeat(4_097) } })).toBe(4002);
    expect(await closeCode(identify({ shard: [2, 2] }))).toBe(4010);
    expect(await closeCode(identify({ intents: 1 << 31 }))).toBe(4013);
    expect(await closeCode(identify({ intents: GatewayIntentBits.GuildMembers }))).toBe(4014);
    expect(await closeCode(...Array.from({ length: 122 }, () => ({ op: 1, d: null })))).toBe(4008);
  });

  test('closes a connection whose heart has stopped', async () => {
    await set.sandbox.client.settings({ limits: { heartbeatInterval: 30 } });
    expect(await closeCode()).toBe(4009);
    await set.sandbox.client.settings({ limits: { heartbeatInterval: 41_250 } });
  });

  test('a client whose heartbeats are not acknowledged comes back by itself', async () => {
    await set.sandbox.client.settings({ limits: { heartbeatInterval: 60 } });
    const client = await connect(set.sandbox);
    const resumed = next(client, Events.ShardResume);
    await set.sandbox.client.disturbGateway({ deaf: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await set.sandbox.client.disturbGateway({ deaf: false });
    await resumed;
    await client.destroy();
    await set.sandbox.client.settings({ limits: { heartbeatInterval: 41_250 } });
  });

  test('events of a channel the bot cannot see stay away', async () => {
    await set.sandbox.client.clearJournal();
    await set.sandbox.client.as('ada', { channel: GENERAL }).say('Quietly');
    const events = await set.sandbox.client.journal({ kind: 'gateway' });
    expect(events.filter((entry) => entry.event === 'MESSAGE_CREATE')).toEqual([]);
  });
});
