/** Messages over REST: nonces, files, pages, threads, reactions, pins, direct messages, permissions, mentions. */
import {
  type Attachment,
  AttachmentBuilder,
  ChannelType,
  DiscordAPIError,
  EmbedBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MessageFlags,
  type TextChannel,
  TextDisplayBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { GENERAL, GUILD, OTHER, stage, TOKEN } from './support/stage.js';

const set = stage();

const general = () => set.bot.channels.cache.get(GENERAL) as TextChannel;
const client = () => set.sandbox.client;

/** The code Discord's API refuses with. */
async function codeOf(work: Promise<unknown>): Promise<number | string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('messages', () => {
  test('an enforced nonce makes one message', async () => {
    const first = await general().send({ content: 'Once', nonce: 'n-1', enforceNonce: true });
    const second = await general().send({ content: 'Twice', nonce: 'n-1', enforceNonce: true });
    expect(second.id).toBe(first.id);
    expect((await general().send({ content: 'Twice', nonce: 'n-2', enforceNonce: true })).id).not.toBe(
      first.id,
    );
  });

  test('pages go back, forth and around', async () => {
    const sent = [];
    for (const content of ['1', '2', '3', '4', '5']) sent.push(await general().send(content));
    const contents = async (options: { before?: string; after?: string; around?: string; limit?: number }) =>
      [...(await general().messages.fetch({ ...options, cache: false })).values()].map((one) => one.content);
    expect(await contents({ limit: 2 })).toEqual(['5', '4']);
    expect(await contents({ limit: 2, before: sent[3]?.id })).toEqual(['3', '2']);
    expect(await contents({ limit: 2, after: sent[0]?.id })).toEqual(['3', '2']);
    expect(await contents({ limit: 3, around: sent[2]?.id })).toEqual(['4', '3', '2']);
    await sent[0]?.delete();
    expect(await codeOf(general().messages.fetch({ message: sent[0]?.id ?? '', force: true }))).toBe(10008);
  });

  test('files are served back, and embeds and components point at them', async () => {
    const file = new AttachmentBuilder(Buffer.from('# Title'), { name: 'READ ME.md', description: 'A file' });
    const plain = await general().send({ files: [file] });
    expect(plain.attachments.first()).toMatchObject({ name: 'READ_ME.md', size: 7, description: 'A file' });
    expect(await (await fetch(plain.attachments.first()?.url ?? '')).text()).toBe('# Title');
    const embed = new EmbedBuilder().setTitle('Chart').setImage('attachment://chart.png');
    const chart = new AttachmentBuilder(Buffer.from('png'), { name: 'chart.png' });
    const shown = await general().send({ embeds: [embed], files: [chart] });
    expect(shown.attachments.size).toBe(0);
    expect(await (await fetch(shown.embeds[0]?.image?.url ?? '')).text()).toBe('png');
    await plain.delete();
    expect((await fetch(plain.attachments.first()?.url ?? '')).status).toBe(404);
  });

  test('addresses of files are signed, run out after a day, and are fresh with the message', async () => {
    const file = new AttachmentBuilder(Buffer.from('png'), { name: 'a.png' });
    const sent = await general().send({ files: [file] });
    const first = sent.attachments.first()?.url ?? '';
    expect(first).toMatch(/\?ex=[0-9a-f]+&is=[0-9a-f]+&hm=[0-9a-f]{64}&$/);
    const status = async (url: string) => (await fetch(url)).status;
    expect(await status(first)).toBe(200);
    expect(await status(first.replace(/\?.*/, ''))).toBe(404);
    expect(await status(first.replace(/ex=[0-9a-f]+/, 'ex=7fffffff'))).toBe(404);
    await client().setClock(86_400_000);
    expect(await status(first)).toBe(404);
    const read = await general().messages.fetch({ message: sent.id, force: true });
    expect(await status(read.attachments.first()?.url ?? '')).toBe(200);
    await client().setClock(0);
  });

  test('an edit keeps the files it names, deletes the others, and shows none that is not there', async () => {
    const files = ['a.png', 'b.png'].map((name) => new AttachmentBuilder(Buffer.from(name), { name }));
    const gallery = (...names: string[]) =>
      new MediaGalleryBuilder().addItems(
        names.map((name) => new MediaGalleryItemBuilder().setURL(`attachment://${name}`)),
      );
    const sent = await general().send({
      flags: MessageFlags.IsComponentsV2,
      components: [gallery('a.png', 'b.png')],
      files,
    });
    const [a, b] = [...sent.attachments.values()];
    const edited = await sent.edit({
      components: [gallery('b.png')],
      attachments: [b as Attachment],
    });
    expect([...edited.attachments.keys()]).toEqual([b?.id]);
    expect((await fetch(a?.url ?? '')).status).toBe(404);
    expect((await fetch(b?.url ?? '')).status).toBe(200);
    expect(await codeOf(edited.edit({ components: [gallery('b.png')], attachments: [] }))).toBe(50035);
    expect(await codeOf(edited.edit({ components: [gallery('a.png')] }))).toBe(50035);
    expect((await fetch(b?.url ?? '')).status).toBe(200);
  });

  test('Components V2 stay what they are', async () => {
    const text = (content: string) => new TextDisplayBuilder().setContent(content);
    const sent = await general().send({ flags: MessageFlags.IsComponentsV2, components: [text('One')] });
    const edited = await sent.edit({ components: [text('Two')] });
    expect(edited.components[0]).toMatchObject({ data: { content: 'Two', id: 1 } });
    expect(await codeOf(sent.edit({ content: 'Three' }))).toBe(50035);
    const plain = await general().send('Plain');
    expect(await codeOf(plain.edit({ content: '' }))).toBe(50006);
  });

  test('nobody is pinged that was not meant to be', async () => {
    const ada = (await client().world()).users.find((user) => user.username === 'ada')?.id;
    const content = `<@${ada}> @everyone`;
    expect((await general().send({ content })).mentions.users.size).toBe(0);
    const pinged = await general().send({ content, allowedMentions: { users: [ada ?? ''] } });
    expect([...pinged.mentions.users.keys()]).toEqual([ada]);
    expect(pinged.mentions.everyone).toBe(false);
  });

  test('bodies are refused as Discord refuses them, until that is switched off', async () => {
    const send = () =>
      set.bot.rest.post(`/channels/${GENERAL}/messages`, { body: { content: 'x'.repeat(2_001) } });
    expect(await codeOf(send())).toBe(50035);
    expect(
      await codeOf(set.bot.rest.put(`/applications/${set.bot.user.id}/commands`, { body: [{ name: 'x' }] })),
    ).toBe(50035);
    await client().settings({ validation: false });
    expect(await codeOf(send())).toBe('accepted');
    await client().settings({ validation: true });
  });

  test('reactions and pins', async () => {
    const sent = await general().send('React');
    await sent.react('👍');
    await client().as('ada').react(sent.id, '👍');
    const seen = await sent.fetch(true);
    expect(seen.reactions.cache.get('👍')).toMatchObject({ count: 2, me: true });
    await seen.reactions.cache.get('👍')?.users.remove();
    expect((await sent.fetch(true)).reactions.cache.get('👍')?.count).toBe(1);
    expect(await codeOf(sent.react('nonsense'))).toBe(10014);
    expect(await codeOf(sent.pin())).toBe(50013);
  });

  test('what another wrote can be neither edited nor, without permission, deleted', async () => {
    const said = await client().as('ada').say('Mine');
    const seen = await general().messages.fetch(said.id);
    expect(seen.content).toBe('');
    expect(
      await codeOf(
        set.bot.rest.patch(`/channels/${GENERAL}/messages/${said.id}`, { body: { content: 'x' } }),
      ),
    ).toBe(50005);
    expect(await codeOf(seen.delete())).toBe(50013);
    await client().changeMember(GUILD, 'Testbot', { roles: ['Testbot', 'Moderator'] });
    await general().bulkDelete([seen.id, (await general().send('Mine too')).id]);
  });
});

describe('threads', () => {
  test('a message has one thread, and an archived one is closed', async () => {
    const sent = await general().send('Ask');
    const thread = await sent.startThread({ name: 'Talk' });
    expect(thread.id).toBe(sent.id);
    expect(
      await codeOf(
        set.bot.rest.post(`/channels/${GENERAL}/messages/${sent.id}/threads`, { body: { name: 'Again' } }),
      ),
    ).toBe(160004);
    const inside = await thread.send('Inside');
    expect((await client().as('ada', { channel: thread.id }).read()).map((one) => one.content)).toEqual([
      '',
      'Inside',
    ]);
    await thread.setArchived(true);
    expect(await codeOf(inside.edit('Later'))).toBe(50083);
    await thread.send('Revived');
    expect((await thread.fetch(true)).archived).toBe(false);
    const alone = await general().threads.create({ name: 'Alone', type: ChannelType.PublicThread });
    expect(alone.parentId).toBe(GENERAL);
    expect((await set.bot.guilds.cache.get(GUILD)?.channels.fetchActiveThreads())?.threads.size).toBe(2);
    await alone.leave();
  });
});

describe('direct messages', () => {
  test('arrive where they are welcome', async () => {
    const { users } = await client().world();
    const idOf = (name: string) => users.find((user) => user.username === name)?.id ?? '';
    await set.bot.users.send(idOf('ada'), 'Hello');
    expect((await client().as('ada').in('dm').read()).map((one) => one.content)).toEqual(['Hello']);
    expect(await codeOf(set.bot.users.send(idOf('cleo'), 'Hello'))).toBe(50007);
    expect(await codeOf(set.bot.users.fetch('1100000000000000999'))).toBe(10013);
  });
});

describe('permissions', () => {
  test('a channel closed, muted or gone says which', async () => {
    const other = () => set.bot.rest.post(`/channels/${OTHER}/messages`, { body: { content: 'x' } });
    await client().closeChannel(GUILD, 'other');
    expect(await codeOf(other())).toBe(50001);
    await client().closeChannel(GUILD, 'other', ['SEND_MESSAGES']);
    expect(await codeOf(other())).toBe(50013);
    await client().closeChannel(GUILD, 'other', ['ATTACH_FILES', 'CREATE_PUBLIC_THREADS']);
    expect(await codeOf(other())).toBe('accepted');
    const files = [{ name: 'a.txt', data: Buffer.from('a') }];
    expect(await codeOf(set.bot.rest.post(`/channels/${OTHER}/messages`, { body: {}, files }))).toBe(50013);
    expect(
      await codeOf(set.bot.rest.post(`/channels/${OTHER}/threads`, { body: { name: 'x', type: 11 } })),
    ).toBe(50013);
    await client().openChannel(GUILD, 'other');
    expect(await codeOf(set.bot.rest.post(`/channels/${OTHER}/messages`, { body: {}, files }))).toBe(
      'accepted',
    );
    await client().deleteChannel(GUILD, 'other');
    expect(await codeOf(other())).toBe(10003);
    expect(set.bot.channels.cache.has(OTHER)).toBe(false);
  });

  test('members, roles and guilds that are not there', async () => {
    const guild = set.bot.guilds.cache.get(GUILD);
    expect(await codeOf(set.bot.rest.get('/guilds/1100000000000000999'))).toBe(10004);
    expect(await codeOf(guild?.members.fetch('1100000000000000999') ?? Promise.resolve())).toBe(10013);
    expect(await codeOf(set.bot.rest.get(`/guilds/${GUILD}/members?limit=10`))).toBe(50001);
    expect((await guild?.members.search({ query: 'benny' }))?.size).toBe(1);
    expect(
      (await set.bot.guilds.fetch({ guild: GUILD, withCounts: true, force: true })).approximateMemberCount,
    ).toBe(6);
  });

  test('a wrong token and an unknown path get different answers', async () => {
    const get = (path: string, token = TOKEN) =>
      fetch(`${set.sandbox.apiUrl}/v10${path}`, { headers: { authorization: `Bot ${token}` } });
    const wrong = await get('/users/@me', 'wrong');
    expect([wrong.status, await wrong.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
    const unknown = await get('/no/such/path');
    expect([unknown.status, await unknown.json()]).toEqual([404, { message: '404: Not Found', code: 0 }]);
    expect((await client().journal({ kind: 'request' })).at(-1)).toMatchObject({
      path: '/no/such/path',
      known: false,
    });
  });
});
