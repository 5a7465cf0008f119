/** What the control API tells of places and pages of messages: as far as the person may see them. */
import { describe, expect, test } from 'vitest';
import { GENERAL, GUILD, stage } from './support/stage.js';

const set = stage();

describe('places', () => {
  test('are those the person sees, with what they may do there', async () => {
    const { client } = set.sandbox;
    await client.createChannel(GUILD, {
      name: 'readings',
      topic: 'What to read',
      overwrites: [{ role: '@everyone', deny: ['SEND_MESSAGES'] }],
    });
    const [ada, mo, olive] = await Promise.all(
      ['ada', 'mo', 'olive'].map((name) => client.as(name).places()),
    );
    const named = (places: typeof ada, name: string) =>
      places?.guilds[0]?.channels.find((channel) => channel.name === name);
    expect(ada?.person).toMatchObject({ username: 'ada', displayName: 'Ada Lovelace' });
    expect(named(ada, 'general')).toMatchObject({ id: GENERAL, can: { send: true, manageMessages: false } });
    expect(named(mo, 'general')?.can.manageMessages).toBe(true);
    expect(named(ada, 'readings')).toMatchObject({ topic: 'What to read', can: { send: false } });
    expect(named(ada, 'staff')).toBeUndefined();
    expect(named(olive, 'staff')?.can.send).toBe(true);
    expect(ada?.guilds[0]?.members.find((member) => member.username === 'ben')).toMatchObject({
      name: 'Benny',
      bot: false,
    });
    expect(ada?.guilds[0]?.roles.at(-1)?.id).toBe(GUILD);
    expect(ada?.bots).toEqual([{ id: set.bot.user.id, name: 'Testbot', connected: true }]);
  });

  test('know the direct channel with a bot once it is open', async () => {
    const { client } = set.sandbox;
    const { id } = await client.as('ben', { channel: 'dm' }).say('Hello');
    const [bot] = (await client.as('ben').places()).bots;
    expect(bot?.channel).toMatchObject({ lastMessageId: id, botId: set.bot.user.id, can: { send: true } });
  });

  test('leave archived threads out', async () => {
    const general = await set.bot.channels.fetch(GENERAL);
    if (!general?.isTextBased() || !('threads' in general)) throw new Error('no text channel');
    const open = await general.threads.create({ name: 'open' });
    const shut = await general.threads.create({ name: 'shut' });
    await shut.setArchived(true);
    const channels = (await set.sandbox.client.as('ada').places()).guilds[0]?.channels ?? [];
    expect(channels.filter((one) => one.thread).map((one) => one.id)).toEqual([open.id]);
  });

  test('are asked for by a person', async () => {
    const answer = await fetch(`${set.sandbox.url}/control/places`);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: 'Whose places? Say so with "as".', refusal: { kind: 'whosePlaces', values: [] } },
    ]);
  });
});

describe('a page of messages', () => {
  test('of a channel with 5,000 takes less than 10 ms of work, wherever it begins', async () => {
    const { client, parts } = set.sandbox;
    const channel = await client.createChannel(GUILD, { name: 'long' });
    const author = parts.state.guilds.get(GUILD)?.ownerId ?? '';
    const ids = Array.from({ length: 5_000 }, (_, index) => {
      const first = parts.state.messagesOf(GENERAL, { limit: 1 })[0];
      if (!first) throw new Error('no message to copy');
      const id = parts.ids.next();
      parts.state.addMessage({ ...first, id, channelId: channel.id, authorId: author, content: `${index}` });
      return id;
    });
    const ada = client.as('ada', { channel: channel.id });
    const took: number[] = [];
    const page = async (options: { before?: string; after?: string }) => {
      // The processor's time and not the clock's, which runs on while a busy machine does other things.
      const begun = process.cpuUsage();
      const found = await ada.page(undefined, { limit: 50, ...options });
      took.push(process.cpuUsage(begun).user / 1000);
      const contents = found.messages.map((message) => Number(message.content));
      return { from: contents[0], to: contents.at(-1), older: found.hasOlder, newer: found.hasNewer };
    };
    expect(await page({})).toEqual({ from: 4_950, to: 4_999, older: true, newer: false });
    expect(await page({ before: ids[4_950] })).toEqual({ from: 4_900, to: 4_949, older: true, newer: true });
    expect(await page({ before: ids[50] })).toEqual({ from: 0, to: 49, older: false, newer: true });
    expect(await page({ before: ids[0] })).toEqual({
      from: undefined,
      to: undefined,
      older: false,
      newer: true,
    });
    expect(await page({ after: ids[10] })).toEqual({ from: 11, to: 60, older: true, newer: true });
    expect(await page({ after: ids[4_989] })).toEqual({ from: 4_990, to: 4_999, older: true, newer: false });
    for (let index = 0; index < 40; index += 1) await page({ before: ids[index * 100 + 60] });
    expect(took.sort((first, second) => first - second)[took.length >> 1]).toBeLessThan(10);
  });
});
