/** The sandbox itself: its clock, snapshot, stream of changes, reset, and whom it refuses. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/server/index.js';
import { timeOf } from '../../sandbox/server/snowflake.js';
import { connect, GENERAL, GUILD, stage, TOKEN, WORLD } from './support/stage.js';

const set = stage();
const HOUR = 3_600_000;

describe('the clock', () => {
  test('moves messages and ids, and waits for those who follow it', async () => {
    const { url, client } = set.sandbox;
    const { version } = await client.clock();
    const heard: number[] = [];
    const stop = new AbortController();
    const follow = async (known: number): Promise<void> => {
      const answer = await fetch(`${url}/clock?version=${known}`, { signal: stop.signal });
      const reading = (await answer.json()) as { offsetMs: number; version: number };
      heard.push(reading.offsetMs);
      return follow(reading.version);
    };
    const following = follow(version).catch(() => undefined);
    await expect.poll(() => set.sandbox.parts.clock.followers).toBe(1);
    await client.setClock(HOUR);
    expect(heard).toEqual([HOUR]);
    const message = await client.as('ada').say('Later');
    expect(Math.abs(timeOf(message.id) - Date.now() - HOUR)).toBeLessThan(5_000);
    expect(Date.parse(message.timestamp) - Date.now()).toBeGreaterThan(HOUR - 5_000);
    expect(message.id).toMatch(/^\d{17,19}$/);
    await client.setClock(0);
    stop.abort();
    await following;
    expect(heard).toEqual([HOUR, 0]);
    expect(BigInt((await client.as('ada').say('Back')).id) > BigInt(message.id)).toBe(true);
  });
});

describe('the snapshot', () => {
  test('brings everything back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const stateFile = join(folder, 'deep', 'state.json');
    const options = { world: WORLD, bots: [{ token: TOKEN }], stateFile };
    const first = await startSandbox(options);
    const bot = await connect(first);
    await bot.application.commands.set([{ name: 'ping', description: 'Ping' }]);
    const sent = await (bot.channels.cache.get(GENERAL) as TextChannel).send({
      content: 'Kept',
      files: [{ attachment: Buffer.from('bytes'), name: 'kept.txt' }],
    });
    await expect.poll(() => readFile(stateFile, 'utf8').catch(() => '')).toContain('Kept');
    await bot.destroy();
    await first.close();
    const second = await startSandbox({ ...options, world: { guilds: [] } });
    const again = await connect(second);
    expect(again.user.id).toBe(bot.user.id);
    expect((await again.application.commands.fetch()).map((command) => command.name)).toEqual(['ping']);
    const message = await (again.channels.cache.get(GENERAL) as TextChannel).messages.fetch(sent.id);
    expect(message.content).toBe('Kept');
    const { pathname, search } = new URL(message.attachments.first()?.url ?? '');
    const file = await fetch(`${second.url}${pathname}${search}`);
    expect(await file.text()).toBe('bytes');
    await again.destroy();
    await second.close();
    await rm(folder, { recursive: true });
  });
});

describe('the server', () => {
  /** The status for a request with such headers. */
  function statusWith(headers: { [name: string]: string }): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      request(`${set.sandbox.url}/clock`, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
  }

  test('answers this machine only', async () => {
    expect(await statusWith({ host: `localhost:${set.sandbox.port}` })).toBe(200);
    expect(await statusWith({ host: 'evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'https://evil.example' })).toBe(403);
  });

  test('answers its own page, and no other of this machine', async () => {
    const own = { host: `localhost:${set.sandbox.port}`, origin: `http://localhost:${set.sandbox.port}` };
    expect(await statusWith({ ...own, 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await statusWith({ origin: 'http://localhost:3000' })).toBe(403);
    expect(await statusWith({ origin: `http://localhost:${set.sandbox.port}` })).toBe(403);
    expect(await statusWith({ origin: 'null' })).toBe(403);
    // A picture or a form of another port's page: the browser tells no origin.
    expect(await statusWith({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(await statusWith({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(403);
  });

  test('streams changes', async () => {
    const response = await fetch(`${set.sandbox.url}/control/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await set.sandbox.client.as('ada').say('Streamed');
    const { value } = (await reader?.read()) ?? {};
    expect(value).toMatch(/^event: message\ndata: \{.*Streamed/);
    await reader?.cancel();
  });

  test('tells people what cannot be', async () => {
    const { client } = set.sandbox;
    await expect(client.as('nobody').command('/ping')).rejects.toThrow('There is nobody called nobody.');
    await expect(client.as('ada', { channel: 'staff' }).read()).rejects.toThrow(
      'ada does not see that channel.',
    );
    await expect(client.createRole(GUILD, { name: 'x', permissions: ['FLY'] })).rejects.toThrow(
      'no permission called FLY',
    );
    await expect(client.guild('Nowhere')).rejects.toThrow('There is no guild Nowhere.');
  });

  test('resets', async () => {
    const { client } = set.sandbox;
    await client.as('ada').say('Gone soon');
    const ready = new Promise((resolve) => set.bot.once('shardReady', resolve));
    await client.reset();
    await ready;
    expect(await client.as('ada').read()).toEqual([]);
    expect(set.bot.guilds.cache.get(GUILD)?.name).toBe('Test');
  });

  test('hands interactions straight to the bot for benchmarks', async () => {
    set.onInteraction = async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.reply('pong');
      await interaction.editReply('edited');
    };
    const user = {
      id: '1100000000000000777',
      username: 'u',
      discriminator: '0',
      global_name: null,
      avatar: null,
    };
    const answer = await set.sandbox.interact({
      type: 2,
      version: 1,
      channel_id: GENERAL,
      channel: { id: GENERAL, type: 0 },
      guild_id: GUILD,
      member: { user, roles: [], permissions: '0', joined_at: '2024-01-01T00:00:00+00:00', flags: 0 },
      locale: 'en-US',
      entitlements: [],
      authorizing_integration_owners: {},
      app_permissions: '0',
      data: { id: '1100000000000000888', name: 'ping', type: 1 },
    });
    expect(answer).toMatchObject({ type: 4, data: { content: 'pong' } });
    await set.sandbox.client.as('ada').waitFor((message) => message.content === 'edited');
  });
});
