/** The journal: what it tells of requests, events and interactions, what it hides, and how little it keeps. */
import type { TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { Journal } from '../../sandbox/server/journal.js';
import { GENERAL, stage, TOKEN } from './support/stage.js';

const set = stage();
const client = () => set.sandbox.client;

describe('what is noted', () => {
  test('lets a person’s use of a command be read together with what it caused', async () => {
    await set.bot.application.commands.set([{ name: 'ping', description: 'Ping' }]);
    set.onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('pong');
    };
    await client().clearJournal();
    const { id } = await client().as('ada').command('/ping');
    const entriesOf = async () => (await client().journal()).filter((entry) => entry.interaction === id);
    await expect.poll(async () => (await entriesOf()).length).toBe(5);
    const entries = await entriesOf();
    const names = entries.map((one) => one.phase ?? one.event ?? `${one.method} ${one.status}`);
    expect(names.slice(0, 3)).toEqual(['started', 'INTERACTION_CREATE', 'POST 204']);
    expect(new Set(names.slice(3))).toEqual(new Set(['PATCH 200', 'settled']));
    expect(entries[0]).toMatchObject({ who: 'ada', what: '/ping', channel: 'general' });
    expect(entries.find((one) => one.phase === 'settled')).toMatchObject({
      outcome: 'message',
      deferred: true,
    });
    const text = JSON.stringify(entries);
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain(set.sandbox.parts.interactions.newToken().slice(0, 32));
  });

  test('says why a body was refused, and where', async () => {
    const channel = set.bot.channels.cache.get(GENERAL) as TextChannel;
    await expect(
      channel.send({ embeds: [{ title: 'x'.repeat(300), fields: [{ name: '', value: 'v' }] }] }),
    ).rejects.toThrow();
    const refused = (await client().journal({ kind: 'request' })).at(-1);
    expect(refused?.status).toBe(400);
    expect(refused?.reasons?.map((reason) => reason.path.join('.'))).toContain('embeds.0.title');
    expect(refused?.reasons?.[0]?.message).toMatch(/\w/);
  });

  test('shows a form as its JSON and the names and sizes of its files', async () => {
    const channel = set.bot.channels.cache.get(GENERAL) as TextChannel;
    await channel.send({ content: 'with', files: [{ attachment: Buffer.from('12345'), name: 'five.txt' }] });
    expect((await client().journal({ kind: 'request' })).at(-1)).toMatchObject({
      body: { content: 'with' },
      files: [{ name: 'five.txt', size: 5 }],
    });
  });

  test('is streamed to those who ask for it', async () => {
    const stop = new AbortController();
    const response = await fetch(`${set.sandbox.url}/control/events?journal=only`, { signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await client().as('ada').say('not told here');
    const channel = set.bot.channels.cache.get(GENERAL) as TextChannel;
    await channel.messages.fetch({ limit: 1, cache: false });
    const { value } = (await reader?.read()) ?? {};
    expect(value).toMatch(/^event: journal\ndata: \{"number":\d+,.*"method":"GET"/);
    await reader?.cancel();
    stop.abort();
    await expect.poll(() => set.sandbox.parts.feed.hasReaders).toBe(false);
  });
});

describe('what is kept', () => {
  test('is bounded in entries, in characters, and for each body', () => {
    let capacity = 100;
    const journal = new Journal(() => capacity);
    for (let count = 0; count < 1_000; count += 1) journal.add('request', { count }, { body: '{}' });
    expect(journal.list().map((entry) => entry.count)).toEqual(
      Array.from({ length: 100 }, (_, index) => 900 + index),
    );
    capacity = 10_000;
    const large = JSON.stringify('y'.repeat(100_000));
    for (let count = 0; count < 1_000; count += 1) journal.add('request', { count }, { body: large });
    const kept = journal.list();
    expect(kept.length).toBeLessThan(300);
    expect(kept.at(-1)).toMatchObject({ count: 999, bodyLength: 100_002 });
    expect(String(kept.at(-1)?.bodyStart)).toHaveLength(65_536);
    expect(journal.list({ after: kept.at(-3)?.number }).map((entry) => entry.count)).toEqual([998, 999]);
    capacity = 0;
    journal.add('request', { count: -1 });
    capacity = 10;
    expect(journal.list().at(-1)?.count).toBe(999);
  });
});
