/** Digests over REST, against the stand-in for Discord: posted once, found again, and every refusal by its name. */
import { REST } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import { type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import { DigestPublisher } from '../../src/discord/digest-publisher.js';
import { nonceOf } from '../../src/services/digest-poster.js';
import { world } from '../support/bot.js';
import { end, week } from '../support/digest-content.js';

const token = 'sandbox-token-for-tests';
const guildId = '700000000000000001';
const channelId = '720000000000000001';
const content = { ...week(), guildId };
const post = {
  channelId,
  nonce: nonceOf(guildId, end),
  content,
  language: 'en',
  isNudge: false,
  roleId: null,
};

/** A picture of one pixel, unless a test takes it away. */
const painter = { paint: async (): Promise<Buffer | undefined> => pixel };
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let sandbox: RunningSandbox;
let publisher: DigestPublisher;
const warnings: unknown[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({
    world,
    rateLimits: false,
    bots: [
      // With the intent it also sees what other bots' buttons hold.
      { token, name: 'Nexus', privilegedIntents: ['messageContent'] },
      { token: 'other', name: 'Other' },
    ],
  });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  publisher = publisherOf(token);
});
afterEach(() => sandbox.client.reset(world));

function publisherOf(token_: string, timeout = 15_000): DigestPublisher {
  const rest = new REST({ api: sandbox.apiUrl, timeout, retries: 0 }).setToken(token_);
  return new DigestPublisher(rest, { warn: (facts: unknown) => warnings.push(facts) } as never, painter);
}

const reader = () => sandbox.client.as('amina', { guild: 'Cohort', channel: 'prodevprojectnexus' });

describe('posting', () => {
  it('posts the week and gives the message’s id', async () => {
    const posted = await publisher.postDigest(post);
    const [message] = await reader().read();
    expect(posted).toEqual({ outcome: 'posted', messageId: message?.id });
    expect(textOf(message)).toContain('CORS error only in production');
  });

  it('shows the chart, with its text, and a way to discuss', async () => {
    await publisher.postDigest(post);
    const [message] = await reader().read();
    expect(message?.attachments).toMatchObject([{ filename: 'entries-a-day.png', size: pixel.length }]);
    const body = JSON.stringify(message?.components);
    expect(body).toContain('"description":"Bar chart of the entries shared a day, 20 Jan to 16 Mar');
    expect(body).toContain('"label":"Discuss"');
  });

  it('posts it without the chart when that cannot be painted', async () => {
    const paint = vi.spyOn(painter, 'paint').mockResolvedValueOnce(undefined);
    expect(await publisher.postDigest(post)).toMatchObject({ outcome: 'posted' });
    paint.mockRestore();
    const [message] = await reader().read();
    expect(message?.attachments).toEqual([]);
    expect(textOf(message)).toContain('CORS error only in production');
  });

  it('twice with the same nonce makes one message, and gives it twice', async () => {
    expect(await publisher.postDigest(post)).toEqual(await publisher.postDigest(post));
    expect(await reader().read()).toHaveLength(1);
  });

  it('pings nobody', async () => {
    await publisher.postDigest(post);
    const sent = (await sandbox.client.journal()).find(({ method }) => method === 'POST');
    expect(sent?.body).toMatchObject({ allowed_mentions: { parse: [], users: [] }, enforce_nonce: true });
  });

  it.each([
    ['no-access', ['VIEW_CHANNEL']],
    ['no-permission', ['SEND_MESSAGES']],
  ])('says %s when the bot lacks %s', async (reason, permissions) => {
    await sandbox.client.closeChannel('Cohort', 'prodevprojectnexus', permissions);
    expect(await publisher.postDigest(post)).toEqual({ outcome: 'refused', reason });
  });

  it('says channel-gone when there is no such channel', async () => {
    expect(await publisher.postDigest({ ...post, channelId: '720000000000000999' })).toEqual({
      outcome: 'refused',
      reason: 'channel-gone',
    });
    expect(warnings.at(-1)).toMatchObject({ outcome: 'refused', reason: 'channel-gone' });
  });

  it.each([
    ['an answer that never comes', { kind: 'silent' }],
    ['a fault of Discord', { kind: 'error', status: 502 }],
    ['an answer lost on its way', { kind: 'lost' }],
  ] as const)('does not know what became of it after %s', async (_, trouble) => {
    await sandbox.client.trouble({ ...trouble, method: 'POST', route: '/channels/*/messages', times: 1 });
    expect(await publisherOf(token, 500).postDigest(post)).toEqual({ outcome: 'unknown' });
  });
});

describe('finding', () => {
  it('finds the message of the period among others, and not that of another period', async () => {
    const posted = await publisher.postDigest(post);
    const later = new Date(end.getTime() + 7 * 86_400_000);
    await publisher.postDigest({ ...post, nonce: 'another', content: { ...content, periodEnd: later } });
    expect(await publisher.findDigest(channelId, end)).toEqual({ ...posted, outcome: 'found' });
    expect(await publisher.findDigest(channelId, new Date(end.getTime() - 1))).toEqual({ outcome: 'absent' });
  });

  it('finds it behind hundreds of newer messages', async () => {
    const posted = await publisher.postDigest(post);
    for (let index = 0; index < 210; index += 1) await reader().say(`Hello ${index}`);
    expect(await publisher.findDigest(channelId, end)).toEqual({ ...posted, outcome: 'found' });
  });

  it('takes no other bot’s message for its own', async () => {
    expect(await publisherOf('other').postDigest(post)).toMatchObject({ outcome: 'posted' });
    expect(await publisher.findDigest(channelId, end)).toEqual({ outcome: 'absent' });
  });

  it('knows when it cannot know', async () => {
    await sandbox.client.trouble({ kind: 'error', status: 500, method: 'GET', times: 1 });
    expect(await publisher.findDigest(channelId, end)).toEqual({ outcome: 'unknown' });
    expect(await publisher.findDigest(channelId, end)).toEqual({ outcome: 'absent' });
    await sandbox.client.closeChannel('Cohort', 'prodevprojectnexus');
    expect(await publisher.findDigest(channelId, end)).toEqual({ outcome: 'refused', reason: 'no-access' });
  });
});

it('makes nonces that Discord takes, one for each guild and period', () => {
  const longest = nonceOf('18446744073709551615', new Date(8_640_000_000_000_000));
  expect(longest.length).toBeLessThanOrEqual(25);
  expect(nonceOf('1', end)).not.toBe(nonceOf('2', end));
  expect(nonceOf('1', end)).not.toBe(nonceOf('1', new Date(end.getTime() + 1)));
});
