/** A second bot and what it posts: polls, forwards, posts of forums, webhooks, pins, deletions in bulk; in strict mode. */
import {
  ChannelType,
  Events,
  type ForumChannel,
  GatewayIntentBits as Intent,
  type Message,
  MessageReferenceType,
  PollLayoutType,
  type TextChannel,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { restOf } from '../support/rest.js';
import { ADMIN_WORLD, GENERAL, GUILD, OTHER, stage } from '../support/stage.js';

const [guildOfWorld] = ADMIN_WORLD.guilds;
const set = stage(
  {
    world: {
      guilds: [
        {
          ...guildOfWorld!,
          emojis: ['party'],
          channels: [
            ...guildOfWorld!.channels,
            { name: 'help', type: 'forum', tags: ['solved', 'open'] },
            { name: 'news', type: 'announcement' },
          ],
        },
      ],
    },
    bots: [{ token: 'token-of-the-test', name: 'Testbot', privilegedIntents: ['members', 'messageContent'] }],
  },
  {
    intents: [
      Intent.Guilds,
      Intent.GuildMembers,
      Intent.GuildMessages,
      Intent.MessageContent,
      Intent.GuildMessageReactions,
      Intent.GuildMessagePolls,
      Intent.GuildWebhooks,
    ],
  },
);
const ask = restOf(() => set.sandbox);
const ada = () => set.sandbox.client.as('ada', { channel: 'general' });

// The caller knows of which type the channel of a name is.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function channelNamed<Channel>(name: string): Channel {
  const found = set.bot.guilds.cache.get(GUILD)?.channels.cache.find((one) => one.name === name);
  return found as unknown as Channel;
}

/** The next time the bot hears of an event. */
function heard<Value>(event: string): Promise<Value> {
  return new Promise((resolve) =>
    set.bot.once(event as 'ready', ((value: Value) => resolve(value)) as never),
  );
}

/** The next raw dispatch of a name, as it came over the gateway. */
function dispatched(name: string): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    const listen = (packet: { t: string; d: Record<string, unknown> }) => {
      if (packet.t !== name) return;
      set.bot.off(Events.Raw, listen as never);
      resolve(packet.d);
    };
    set.bot.on(Events.Raw, listen as never);
  });
}

describe('polls', () => {
  test('are posted, voted in by people, and ended with a result', async () => {
    const channel = channelNamed<TextChannel>('general');
    const message = await channel.send({
      poll: {
        question: { text: 'Tea or coffee?' },
        answers: [{ text: 'Tea' }, { text: 'Coffee' }],
        duration: 2,
        allowMultiselect: false,
        layoutType: PollLayoutType.Default,
      },
    });
    expect(message.poll?.question.text).toBe('Tea or coffee?');
    const added = dispatched('MESSAGE_POLL_VOTE_ADD');
    await ada().vote(message.id, 'Tea');
    expect(await added).toMatchObject({ answer_id: 1, message_id: message.id, guild_id: GUILD });
    const removed = dispatched('MESSAGE_POLL_VOTE_REMOVE');
    await ada().vote(message.id, 'Coffee');
    expect(await removed).toMatchObject({ answer_id: 1 });
    const voters = await message.poll?.answers.get(2)?.voters.fetch();
    expect(voters?.map((one) => one.username)).toEqual(['ada']);
    const result = heard<Message>(Events.MessageCreate);
    const ended = await message.poll?.end();
    expect(ended?.poll?.resultsFinalized).toBe(true);
    expect((await result).embeds[0]?.fields.find((one) => one.name === 'victor_answer_text')?.value).toBe(
      'Coffee',
    );
    await expect(ada().vote(message.id, 'Tea')).rejects.toThrow('Poll expired');
    await expect(message.edit('Never mind')).rejects.toMatchObject({ code: 520_003 });
  });

  test('end by themselves when their time has come', async () => {
    const poll = { question: { text: 'Now?' }, answers: [{ text: 'Yes' }, { text: 'No' }], duration: 1 };
    const message = await channelNamed<TextChannel>('other').send({
      poll: { ...poll, allowMultiselect: true },
    });
    await set.sandbox.setClock(61 * 60_000);
    expect((await message.fetch(true)).poll?.resultsFinalized).toBe(true);
    await set.sandbox.setClock(0);
  });
});

describe('threads', () => {
  test('are archived once nothing happened for as long as they say, and a message brings them back', async () => {
    const quiet = await channelNamed<TextChannel>('other').threads.create({
      name: 'Quiet',
      autoArchiveDuration: 60,
    });
    const busy = await channelNamed<TextChannel>('other').threads.create({
      name: 'Busy',
      autoArchiveDuration: 1_440,
    });
    const archived = heard(Events.ThreadUpdate);
    await set.sandbox.setClock(61 * 60_000);
    await archived;
    expect([quiet.archived, busy.archived]).toEqual([true, false]);
    const revived = heard(Events.ThreadUpdate);
    await quiet.send('Still here');
    await revived;
    expect(quiet.archived).toBe(false);
    // The message counts from when it was written.
    await set.sandbox.setClock(120 * 60_000);
    expect(quiet.archived).toBe(false);
    await set.sandbox.setClock(0);
  });
});

describe('forwards and stickers', () => {
  test('a forward holds the message as it was', async () => {
    const original = await channelNamed<TextChannel>('general').send('Read this');
    const forward = await original.forward(OTHER);
    expect(forward.reference).toMatchObject({ type: MessageReferenceType.Forward, messageId: original.id });
    expect(forward.messageSnapshots.first()?.content).toBe('Read this');
    await original.edit('Changed');
    expect((await forward.fetch(true)).messageSnapshots.first()?.content).toBe('Read this');
  });

  test('a sticker that there is not is refused, where it was an empty message', async () => {
    const { status, body } = await ask('POST', `/channels/${GENERAL}/messages`, { sticker_ids: [GENERAL] });
    expect([status, body.code]).toEqual([400, 50081]);
  });
});

describe('several messages at once', () => {
  test('are deleted in one event', async () => {
    const channel = channelNamed<TextChannel>('other');
    const messages = [await channel.send('one'), await channel.send('two'), await channel.send('three')];
    const gone = dispatched('MESSAGE_DELETE_BULK');
    await channel.bulkDelete(messages);
    expect((await gone).ids).toEqual(messages.map((one) => one.id));
    expect((await channel.messages.fetch({ limit: 100 })).has(messages[0]?.id ?? '')).toBe(false);
  });
});

describe('a change of a message', () => {
  test('is sent when it is pinned and published', async () => {
    const message = await channelNamed<TextChannel>('news').send('News');
    const pinned = dispatched('MESSAGE_UPDATE');
    await message.pin();
    expect(await pinned).toMatchObject({ id: message.id, pinned: true });
    const published = dispatched('MESSAGE_UPDATE');
    await message.crosspost();
    expect(await published).toMatchObject({ id: message.id, flags: 1 });
    await expect(message.crosspost()).rejects.toMatchObject({ code: 40033 });
  });
});

describe('a forum', () => {
  const forum = () => channelNamed<ForumChannel>('help');
  const tag = (name: string) => forum().availableTags.find((one) => one.name === name)?.id ?? '';

  test('has tags, and posts whose first message has the id of the thread', async () => {
    expect(forum().availableTags.map((one) => one.name)).toEqual(['solved', 'open']);
    const post = await forum().threads.create({
      name: 'It breaks',
      message: { content: 'Here is how' },
      appliedTags: [tag('open')],
    });
    expect(post.appliedTags).toEqual([tag('open')]);
    expect((await post.fetchStarterMessage())?.id).toBe(post.id);
    await post.setAppliedTags([tag('solved')]);
    expect((await post.fetch()).appliedTags).toEqual([tag('solved')]);
    await expect(post.setAppliedTags([GENERAL])).rejects.toMatchObject({ code: 10087 });
    await expect(
      post.setAppliedTags(Array.from({ length: 6 }, (_, index) => `${GENERAL}${index}`)),
    ).rejects.toThrow();
  });

  test('is where people open posts, and asks for a tag once it needs one', async () => {
    const opened = await set.sandbox.client
      .as('ben', { channel: 'help' })
      .openPost('How?', 'Tell me', { tags: ['open'] });
    expect(opened).toMatchObject({
      applied_tags: [tag('open')],
      message: { id: opened.id, content: 'Tell me' },
    });
    await expect(ada().in('help').say('no')).rejects.toThrow('posts');
    await ask('PATCH', `/channels/${forum().id}`, { flags: 1 << 4 });
    await expect(forum().threads.create({ name: 'No tag', message: { content: '?' } })).rejects.toMatchObject(
      {
        code: 40067,
      },
    );
    await ask('PATCH', `/channels/${forum().id}`, { flags: 0 });
  });

  test('takes a message of no kind but posts', async () => {
    expect((await ask('POST', `/channels/${forum().id}/messages`, { content: 'Hi' })).body.code).toBe(40058);
  });

  test('takes posts of webhooks, by name or in a thread', async () => {
    const told = dispatched('WEBHOOKS_UPDATE');
    const webhook = await forum().createWebhook({ name: 'Poster' });
    expect(await told).toMatchObject({ channel_id: forum().id });
    const first = await webhook.send({
      content: 'From afar',
      threadName: 'Afar',
      appliedTags: [tag('open')],
    });
    expect(first.channelId).toBe(first.id);
    expect(first.author.username).toBe('Poster');
    const second = await webhook.send({ content: 'More', threadId: first.id });
    expect(second.channelId).toBe(first.id);
    await webhook.editMessage(second.id, { content: 'Much more', threadId: first.id });
    const read = await webhook.fetchMessage(second.id, { threadId: first.id });
    expect(read.content).toBe('Much more');
    await expect(webhook.send('Nowhere')).rejects.toMatchObject({ code: 220_001 });
    await expect(webhook.send({ content: 'x', threadName: 'y', threadId: first.id })).rejects.toMatchObject({
      code: 220_002,
    });
  });
});

describe('a webhook of a channel', () => {
  test('is read, renamed and deleted by its token alone', async () => {
    const webhook = await channelNamed<TextChannel>('general').createWebhook({ name: 'Hook' });
    const path = `/webhooks/${webhook.id}/${webhook.token}`;
    const none = { authorization: '' };
    expect((await ask('GET', path, undefined, none)).body).toMatchObject({ name: 'Hook' });
    expect((await ask('GET', path, undefined, none)).body.user).toBeUndefined();
    expect((await ask('PATCH', path, { name: 'Crook' }, none)).body.name).toBe('Crook');
    await expect(webhook.send({ content: 'x', threadName: 'y' })).rejects.toMatchObject({ code: 220_003 });
    expect((await ask('DELETE', path, undefined, none)).status).toBe(204);
    expect((await ask('GET', `/webhooks/${webhook.id}`)).body.code).toBe(10015);
  });
});

describe('reactions', () => {
  test('with custom emoji come from people, and unknown ones are refused', async () => {
    const message = await channelNamed<TextChannel>('general').send('Well done');
    const collected = message.awaitReactions({ max: 1, time: 5_000 });
    await ada().react(message.id, ':party:');
    expect((await collected).first()?.emoji.name).toBe('party');
    await message.react(set.bot.guilds.cache.get(GUILD)?.emojis.cache.first() ?? '');
    expect((await message.fetch(true)).reactions.cache.first()?.count).toBe(2);
    await expect(message.react(`nothing:${GENERAL}`)).rejects.toMatchObject({ code: 10014 });
    await expect(ada().react(message.id, 'nonsense')).rejects.toThrow('Unknown Emoji');
  });
});

describe('components', () => {
  const row = (id: string) => [
    { type: 1, components: [{ type: 2, style: 1, custom_id: 'x', emoji: { id, name: 'party' } }] },
  ];

  test('have custom emoji that the bot can use, and no others', async () => {
    const party = set.bot.guilds.cache.get(GUILD)?.emojis.cache.first()?.id ?? '';
    const channel = channelNamed<TextChannel>('general');
    await channel.send({ components: row(party) });
    const { body } = await ask('POST', `/channels/${GENERAL}/messages`, { components: row(GENERAL) });
    expect([body.code, body.errors.components[0].components[0].emoji.id._errors[0].code]).toEqual([
      50_035,
      'COMPONENT_INVALID_EMOJI',
    ]);
  });
});

describe('collectors', () => {
  test('hear what people write and press', async () => {
    const channel = channelNamed<TextChannel>('general');
    const said = channel.awaitMessages({ max: 1, time: 5_000, filter: (one) => one.content === 'Ready' });
    await ada().say('Ready');
    expect((await said).first()?.author.username).toBe('ada');
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] };
    const message = await channel.send({ content: 'Press', components: [row] });
    const pressed = message.awaitMessageComponent({ time: 5_000 });
    const exchange = ada().click(message.id, 'Go');
    await (await pressed).reply('Gone');
    expect((await exchange).message?.content).toBe('Gone');
  });
});

describe('threads of people', () => {
  test('are public or private, and private ones are not heard of by a bot that may not see them', async () => {
    const opened = heard<{ name: string }>(Events.ThreadCreate);
    const { id } = await ada().openThread('Side');
    expect((await opened).name).toBe('Side');
    const { type } = await ada().openThread('Secret', { private: true });
    expect(type).toBe(ChannelType.PrivateThread);
    await expect(set.sandbox.client.as('ben').in('Secret').say('Let me in')).rejects.toThrow('does not see');
    const message = await ada().in(id).say('Within');
    expect(message.channel_id).toBe(id);
  });
});
