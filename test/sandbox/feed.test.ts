/** The stream of changes: what each follower gets, and what they don't. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FeedEvents, Message, PlaceChannel, PlaceMember } from '../../sandbox/client.js';
import { GENERAL, GUILD, stage } from './support/stage.js';

const set = stage();

interface Told {
  type: keyof FeedEvents;
  data: {
    message?: Message;
    member?: PlaceMember;
    channel?: PlaceChannel;
    outcome?: string;
    visibleTo?: string;
    offsetMs?: number;
  };
}

const stops: (() => void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  // That they are gone reaches the sandbox a little later.
  await vi.waitUntil(() => set.sandbox.parts.feed.size === 0, { timeout: 20_000 });
});

/** What a follower has been told so far. */
async function follow(query = ''): Promise<Told[]> {
  const stop = new AbortController();
  stops.push(() => stop.abort());
  const response = await fetch(`${set.sandbox.url}/control/events${query}`, { signal: stop.signal });
  const told: Told[] = [];
  void (async () => {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, type, data] = /^event: (\S+)\ndata: (.*)$/.exec(block) ?? [];
        if (type) told.push({ type: type as keyof FeedEvents, data: JSON.parse(data ?? '') });
      }
    }
  })().catch(() => undefined);
  return told;
}

/** Everything told before now has arrived once this has. */
async function settled(...all: Told[][]): Promise<void> {
  const mark = `mark ${Math.random()}`;
  await set.sandbox.client.as('olive').say(mark);
  for (const told of all)
    await expect.poll(() => told.some((one) => one.data.message?.content === mark)).toBe(true);
  for (const told of all) told.pop();
}

describe('a follower', () => {
  test('gets what happens to messages, as that person sees them', async () => {
    const [ada, ben] = [await follow('?as=ada'), await follow('?as=ben')];
    const { client } = set.sandbox;
    const said = await client.as('ada').say('one');
    await client.as('ada').edit(said, 'two');
    await client.as('ada').react(said, '👍');
    await client.as('ada').delete(said);
    await settled(ada, ben);
    expect(ada.map((one) => one.type)).toEqual(['message', 'message-update', 'reaction', 'message-delete']);
    expect(ada[2]?.data).toMatchObject({ channelId: GENERAL, guildId: GUILD, messageId: said.id });
    expect(ada[2]?.data.message?.reactions?.[0]?.me).toBe(true);
    expect(ben[2]?.data.message?.reactions?.[0]?.me).toBe(false);
    expect(ben[3]?.data).toEqual({ channelId: GENERAL, guildId: GUILD, messageId: said.id });
  });

  test('hears nothing of channels they do not see', async () => {
    const [ada, olive, all] = [await follow('?as=ada'), await follow('?as=olive'), await follow()];
    await set.sandbox.client.as('olive', { channel: 'staff' }).say('secret');
    await set.sandbox.client.as('ben', { channel: 'dm' }).say('to the bot');
    await settled(ada, olive, all);
    expect(ada).toEqual([]);
    expect(olive.map((one) => one.data.message?.content)).toEqual(['secret']);
    expect(all.filter((one) => one.type === 'message').map((one) => one.data.message?.content)).toEqual([
      'secret',
      'to the bot',
    ]);
  });

  test('alone sees an ephemeral answer, its progress and its dismissal', async () => {
    await set.bot.application.commands.set([{ name: 'slow', description: 'Thinks' }]);
    set.onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: 64 });
      await interaction.editReply('only you');
    };
    const [ada, ben] = [await follow('?as=ada'), await follow('?as=ben')];
    const exchange = await set.sandbox.client.as('ada').command('/slow');
    if (!exchange.message) throw new Error('no answer');
    await set.sandbox.client.as('ada').dismiss(exchange.message);
    await settled(ada, ben);
    expect(ben).toEqual([]);
    expect(ada.map((one) => (one.type === 'exchange' ? one.data.outcome : one.type))).toEqual([
      'pending',
      'message',
      'pending',
      'message-update',
      'message',
      'message-delete',
    ]);
    expect(ada[2]?.data).toMatchObject({ deferred: true, outcome: 'pending' });
    expect(ada.at(-1)?.data.visibleTo).toBe(exchange.userId);
  });

  test('learns that a channel closed to them, and not what it became', async () => {
    const { client } = set.sandbox;
    const { id } = await client.createChannel(GUILD, { name: 'closing' });
    const [ada, olive] = [await follow('?as=ada'), await follow('?as=olive')];
    await client.setOverwrite(GUILD, 'closing', { role: '@everyone', deny: ['VIEW_CHANNEL'] });
    await settled(ada, olive);
    expect(ada).toEqual([
      { type: 'channel', data: { event: 'CHANNEL_UPDATE', channelId: id, guildId: GUILD } },
    ]);
    expect(olive[0]?.data.channel).toMatchObject({ id, name: 'closing', can: { send: true } });
  });

  test('gets changes of members, roles, threads, commands and the clock', async () => {
    const { client } = set.sandbox;
    const told = await follow('?as=ben');
    await client.changeMember(GUILD, 'ada', { nick: 'Countess' });
    await client.createRole(GUILD, { name: 'Reader' });
    const general = await set.bot.channels.fetch(GENERAL);
    if (!general?.isTextBased() || !('threads' in general)) throw new Error('no text channel');
    await general.threads.create({ name: 'aside' });
    await set.bot.application.commands.set([]);
    await client.setClock(5_000);
    await client.setClock(0);
    await settled(told);
    expect(told.find((one) => one.type === 'member')?.data.member?.name).toBe('Countess');
    expect(told.filter((one) => one.type === 'guild')).toHaveLength(1);
    expect(told.find((one) => one.type === 'channel')?.data.channel).toMatchObject({
      name: 'aside',
      type: 11,
    });
    expect(told.filter((one) => one.type === 'commands')).toHaveLength(1);
    expect(told.filter((one) => one.type === 'clock').map((one) => one.data.offsetMs)).toEqual([5_000, 0]);
  });

  test('who does not read is cut off before much waits for them', async () => {
    const response = await fetch(`${set.sandbox.url}/control/events`);
    const { feed } = set.sandbox.parts;
    expect(feed.size).toBe(1);
    const filler = 'x'.repeat(1_000_000);
    for (let count = 0; count < 40 && feed.size > 0; count += 1) {
      feed.publish('filler', () => filler);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(() => feed.size).toBe(0);
    await response.body?.cancel().catch(() => undefined);
  });
});
