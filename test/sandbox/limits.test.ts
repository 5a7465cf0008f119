/** Time limits, rate limits and trouble, as a bot meets them. */
import { type BaseInteraction, DiscordAPIError, type TextChannel } from 'discord.js';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DISCORD_TIME_LIMITS } from '../../sandbox/server/options.js';
import { GENERAL, GUILD, OTHER, stage } from './support/stage.js';

const set = stage();
const client = () => set.sandbox.client;
const general = () => set.bot.channels.cache.get(GENERAL) as TextChannel;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  await set.bot.application.commands.set([{ name: 'ping', description: 'Ping' }]);
});

afterEach(async () => {
  vi.useRealTimers();
  await client().settings({ limits: { ...DISCORD_TIME_LIMITS } });
});

/** From now on the date stands still, so that a slow machine does not reach a limit; timers go on. */
function stopTheDate() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  return { passBy: (ms: number) => vi.setSystemTime(Date.now() + ms) };
}

/** Runs `/ping` with the bot doing `work`; what the person saw and how the work ended. */
async function ping(
  work: (interaction: BaseInteraction & { reply: (text: string) => Promise<unknown> }) => Promise<unknown>,
) {
  const ended = new Promise<number | string>((resolve) => {
    set.onInteraction = async (interaction) => {
      try {
        await work(interaction as never);
        resolve('done');
      } catch (error) {
        resolve(error instanceof DiscordAPIError ? error.code : String(error));
      }
    };
  });
  const exchange = await client().as('ada').command('/ping');
  return { exchange, ended: await ended };
}

describe('time', () => {
  test('an answer that comes too late is unknown, and the person saw a failure', async () => {
    await client().settings({ limits: { firstAnswer: 100 } });
    const { exchange, ended } = await ping(async (interaction) => {
      await wait(150);
      await interaction.reply('late');
    });
    expect(exchange).toMatchObject({
      outcome: 'failed',
      failure: 'The application did not respond in time.',
    });
    expect(ended).toBe(10062);
  });

  test('a second answer is one too many', async () => {
    const { exchange, ended } = await ping(async (interaction) => {
      await interaction.reply('one');
      const body = { type: 4, data: { content: 'two' } };
      await set.bot.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body,
        auth: false,
      });
    });
    expect(exchange.message?.content).toBe('one');
    expect(ended).toBe(40060);
  });

  test('a token dies, and a deferral nobody settles stays one', async () => {
    await client().settings({ limits: { settle: 50 } });
    const date = stopTheDate();
    const { exchange, ended } = await ping(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await wait(100);
      date.passBy(DISCORD_TIME_LIMITS.token + 1);
      await interaction.editReply('late');
    });
    expect(exchange).toMatchObject({ outcome: 'deferred', deferred: true });
    expect(ended).toBe(50027);
  });

  test('a nonce is forgotten in time', async () => {
    const date = stopTheDate();
    const first = await general().send({ content: 'Once', nonce: 'n', enforceNonce: true });
    date.passBy(DISCORD_TIME_LIMITS.nonce);
    expect((await general().send({ content: 'Still', nonce: 'n', enforceNonce: true })).id).toBe(first.id);
    date.passBy(1);
    expect((await general().send({ content: 'Again', nonce: 'n', enforceNonce: true })).id).not.toBe(
      first.id,
    );
  });

  test('nobody answers where no bot is connected', async () => {
    const parts = set.sandbox.parts.gateway;
    const deliver = parts.deliver;
    parts.deliver = () => false;
    const exchange = await client().as('ada').command('/ping');
    parts.deliver = deliver;
    expect(exchange).toMatchObject({ outcome: 'failed', failure: 'No bot is connected that could answer.' });
  });
});

describe('rate limits', () => {
  test('a bucket tells what is left, and discord.js waits for it', async () => {
    await client().settings({ rateLimits: true });
    stopTheDate();
    const path = `${set.sandbox.apiUrl}/v10/channels/${OTHER}/messages`;
    const headers = { authorization: `Bot ${set.bot.token}`, 'content-type': 'application/json' };
    const answers = [];
    for (let count = 0; count < 6; count += 1)
      answers.push(await fetch(path, { method: 'POST', headers, body: '{"content":"x"}' }));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[0]?.headers.get('x-ratelimit-limit')).toBe('5');
    expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(answers[0]?.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
    expect(answers[0]?.headers.get('date')).toBeTruthy();
    expect(answers[5]?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(answers[5]?.headers.get('retry-after')).toBe('5');
    const refused = (await answers[5]?.json()) as { retry_after: number };
    expect(refused).toMatchObject({ message: 'You are being rate limited.', global: false });
    expect(refused.retry_after).toBeGreaterThan(4);
    await client().settings({ rateLimits: false });
  });

  test('the whole bot has so many requests a second; answers to interactions do not count', async () => {
    await client().settings({ rateLimits: true, globalRateLimit: 2 });
    stopTheDate();
    const headers = { authorization: `Bot ${set.bot.token}` };
    const get = () => fetch(`${set.sandbox.apiUrl}/v10/guilds/${GUILD}`, { headers });
    const answers = [await get(), await get(), await get()];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 429]);
    expect(answers[2]?.headers.get('x-ratelimit-global')).toBe('true');
    expect(await answers[2]?.json()).toMatchObject({ global: true });
    expect((await ping((interaction) => interaction.reply('pong'))).exchange.outcome).toBe('message');
    await client().settings({ rateLimits: false, globalRateLimit: 50 });
  });
});

describe('trouble', () => {
  test('a 500 and a 429 are tried again', async () => {
    const route = '/channels/{channel_id}/messages';
    await client().trouble({ kind: 'rate-limit', route, times: 1, retryAfter: 0.05 });
    await client().trouble({ kind: 'error', status: 502, route, times: 1 });
    await client().clearJournal();
    await general().send('Through');
    const posts = (await client().journal({ kind: 'request' })).filter((one) => one.route === route);
    expect(posts.map((one) => one.status)).toEqual(
      [429, 200].length === posts.length ? [429, 200] : [429, 502, 200],
    );
  });

  test('an answer that is lost after the work leaves one message with a nonce', async () => {
    await client().trouble({ kind: 'cut', method: 'POST', route: `/channels/${OTHER}/messages`, times: 1 });
    const other = set.bot.channels.cache.get(OTHER) as TextChannel;
    const before = (await client().as('ada', { channel: 'other' }).read()).length;
    await other.send({ content: 'Lost', nonce: 'lost', enforceNonce: true }).catch(() => undefined);
    await other.send({ content: 'Lost', nonce: 'lost', enforceNonce: true });
    expect(await client().as('ada', { channel: 'other' }).read()).toHaveLength(before + 1);
  });

  test('delays last, and end when told', async () => {
    await client().trouble({ kind: 'delay', ms: 80, route: '/guilds/*' });
    const started = performance.now();
    await set.bot.rest.get(`/guilds/${GUILD}`);
    expect(performance.now() - started).toBeGreaterThan(75);
    await client().endTrouble();
    await set.bot.rest.get(`/guilds/${GUILD}`);
    const [delayed, usual] = (await client().journal({ kind: 'request' })).slice(-2);
    expect(delayed?.trouble).toEqual(['delay']);
    expect(usual?.trouble).toBeUndefined();
  });
});
