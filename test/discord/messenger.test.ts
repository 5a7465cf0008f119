/** The outbox's Discord, against the stand-in: posted once, found again, and every refusal by its name. */
import { type Client, REST } from 'discord.js';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import { type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import { createClient } from '../../src/discord/client.js';
import { note } from '../../src/discord/message/blocks.js';
import { DiscordMessenger } from '../../src/discord/messenger.js';
import { world } from '../support/bot.js';

const token = 'sandbox-token-for-tests';
const guildId = '700000000000000001';
const channelId = '720000000000000001';
const componentId = 2 ** 30 + 5;
const post = { channelId, nonce: 'a nonce', view: note('What is owed'), componentId };
const place = { guildId, channelId };
const marker = { componentId, customIds: [] };
const since = new Date(Date.now() - 60_000);
const silent = pino({ level: 'silent' });

let sandbox: RunningSandbox;
let client: Client;
let messenger: DiscordMessenger;
const warnings: unknown[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({
    world,
    rateLimits: false,
    bots: [
      // With the intent it also sees what other bots' components hold.
      { token, name: 'Nexus', privilegedIntents: ['messageContent'] },
      { token: 'other', name: 'Other' },
    ],
  });
  client = createClient({ apiUrl: sandbox.apiUrl, shards: undefined }, silent);
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(token);
  await ready;
});
afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});
beforeEach(() => {
  messenger = messengerOf(token);
});
afterEach(() => sandbox.client.reset(world));

function messengerOf(token_: string, timeout = 15_000): DiscordMessenger {
  const rest = new REST({ api: sandbox.apiUrl, timeout, retries: 0 }).setToken(token_);
  return new DiscordMessenger({ guilds: client.guilds, rest }, {
    warn: (facts: unknown) => warnings.push(facts),
  } as never);
}

const reader = () => sandbox.client.as('amina', { guild: 'Cohort', channel: 'prodevprojectnexus' });

describe('posting', () => {
  it('gives the message’s id, pings nobody, and twice with the same nonce makes one message', async () => {
    const posted = await messenger.post(post);
    const [message] = await reader().read();
    expect(posted).toEqual({ outcome: 'posted', messageId: message?.id });
    expect(textOf(message)).toContain('What is owed');
    expect(await messenger.post(post)).toEqual(posted);
    expect(await reader().read()).toHaveLength(1);
    const sent = (await sandbox.client.journal()).find(({ method }) => method === 'POST');
    expect(sent?.body).toMatchObject({ allowed_mentions: { parse: [], users: [] }, enforce_nonce: true });
  });

  it.each([
    ['no-access', ['VIEW_CHANNEL']],
    ['no-permission', ['SEND_MESSAGES']],
  ])('says %s when the bot lacks %s', async (reason, permissions) => {
    await sandbox.client.closeChannel('Cohort', 'prodevprojectnexus', permissions);
    expect(await messenger.post(post)).toEqual({ outcome: 'refused', reason });
  });

  it('says channel-gone when there is no such channel', async () => {
    const gone = { ...post, channelId: '720000000000000999' };
    expect(await messenger.post(gone)).toEqual({ outcome: 'refused', reason: 'channel-gone' });
    expect(warnings.at(-1)).toMatchObject({ outcome: 'refused', reason: 'channel-gone' });
  });

  it.each([
    ['an answer that never comes', { kind: 'silent' }],
    ['a fault of Discord', { kind: 'error', status: 502 }],
    ['an answer lost on its way', { kind: 'lost' }],
  ] as const)('doesn’t know the result after %s', async (_, trouble) => {
    await sandbox.client.trouble({ ...trouble, method: 'POST', route: '/channels/*/messages', times: 1 });
    expect(await messengerOf(token, 500).post(post)).toEqual({ outcome: 'unknown' });
  });
});

describe('finding', () => {
  it('finds the message by its stamp among others, behind hundreds of newer ones', async () => {
    const posted = await messenger.post(post);
    await messenger.post({ ...post, nonce: 'another', componentId: componentId + 1 });
    for (let index = 0; index < 210; index += 1) await reader().say(`Hello ${index}`);
    expect(await messenger.find(place, marker, since)).toEqual({ ...posted, outcome: 'found' });
    const absent = { ...marker, componentId: componentId + 2 };
    expect(await messenger.find(place, absent, since)).toEqual({ outcome: 'absent' });
  });

  it('finds it by a custom id as well, and ignores other bots’ messages', async () => {
    await messengerOf('other').post(post);
    expect(await messenger.find(place, marker, since)).toEqual({ outcome: 'absent' });
  });

  it('says when it can’t tell', async () => {
    await sandbox.client.trouble({ kind: 'error', status: 500, method: 'GET', times: 1 });
    expect(await messenger.find(place, marker, since)).toEqual({ outcome: 'unknown' });
    expect(await messenger.find(place, marker, since)).toEqual({ outcome: 'absent' });
  });

  it.each([
    ['no-access', ['VIEW_CHANNEL']],
    // Discord then gives an empty history instead of a refusal.
    ['no-history', ['READ_MESSAGE_HISTORY']],
  ])('says %s instead of absent without %s', async (reason, permissions) => {
    await messenger.post(post);
    await sandbox.client.closeChannel('Cohort', 'prodevprojectnexus', permissions);
    await expect.poll(() => messenger.find(place, marker, since)).toEqual({ outcome: 'refused', reason });
  });

  it('believes an empty direct channel', async () => {
    const { userId } = await sandbox.client.addMember('Cohort', { name: 'nia' });
    const opened = await messenger.openDirect(userId);
    if (opened.outcome !== 'open') throw new Error(`no direct channel: ${opened.outcome}`);
    const direct = { guildId, channelId: opened.channelId };
    expect(await messenger.find(direct, marker, since)).toEqual({ outcome: 'absent' });
    await messenger.post({ ...post, channelId: opened.channelId });
    expect(await messenger.find(direct, marker, since)).toMatchObject({ outcome: 'found' });
  });
});
