/** The messages discord.js makes of its own builders are accepted, as they go over the wire. */
import * as discord from 'discord.js';
import { expect, test } from 'vitest';
import { buttons, card, embed, files, SNOWFLAKE, selects } from './built.js';
import { accepted } from './wire.js';

const { ActionRowBuilder, MessageFlags } = discord;

test('a message of content, embeds, rows and files', async () => {
  const [sent] = await accepted(({ channel }) =>
    channel.send({
      content: 'Hello <@175928847299117062>',
      embeds: [embed(), { title: 'plain', timestamp: '2026-08-01T09:00:00.000000+00:00' }],
      components: [
        buttons(),
        ...selects()
          .slice(0, 4)
          .map((one) =>
            new ActionRowBuilder<discord.StringSelectMenuBuilder>().addComponents(
              one as discord.StringSelectMenuBuilder,
            ),
          ),
      ],
      files: files(),
      nonce: 1234567890123456n.toString(),
      enforceNonce: true,
      allowedMentions: { parse: [], users: ['175928847299117062'], repliedUser: false },
      reply: { messageReference: SNOWFLAKE, failIfNotExists: false },
    }),
  );
  expect(sent?.body).toMatchObject({
    enforce_nonce: true,
    attachments: [{ id: '0', description: 'Weeks' }, { id: '1' }],
  });
});

test('a message with a nonce that discord.js makes itself', async () => {
  const [sent] = await accepted(({ channel }) => channel.send('hi'));
  expect(String(sent?.body.nonce).length).toBeLessThanOrEqual(25);
});

test('a message of components alone, with files', () =>
  accepted(({ channel }) =>
    channel.send({
      flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications,
      components: [
        card(),
        new ActionRowBuilder<discord.ChannelSelectMenuBuilder>().addComponents(
          selects()[4] as discord.ChannelSelectMenuBuilder,
        ),
      ],
      files: files(),
    }),
  ));

test('a poll, a sticker and a forwarded message', () =>
  accepted(async ({ channel }) => {
    await channel.send({
      poll: {
        question: { text: 'When?' },
        answers: [{ text: 'Now', emoji: '👍' }, { text: 'Later' }],
        duration: 24,
        allowMultiselect: false,
      },
    });
    await channel.send({ stickers: [SNOWFLAKE] });
    await channel.send({ forward: { message: SNOWFLAKE, channel: channel.id, guild: SNOWFLAKE } });
  }));

test('edits: of content, to components alone, of attachments', () =>
  accepted(async ({ channel }) => {
    await channel.messages.edit(SNOWFLAKE, { content: 'x', embeds: [], components: [] });
    await channel.messages.edit(SNOWFLAKE, {
      content: null,
      embeds: [],
      flags: MessageFlags.IsComponentsV2,
      components: [card()],
      files: files(),
    });
    await channel.messages.edit(SNOWFLAKE, { attachments: [{ id: SNOWFLAKE }] });
    await channel.messages.edit(SNOWFLAKE, { flags: MessageFlags.SuppressEmbeds });
  }));

test('messages of a webhook and their edits', () =>
  accepted(async ({ webhook }) => {
    await webhook.send({
      content: 'x',
      username: 'Nexus',
      avatarURL: 'https://example.org/a.png',
      threadName: 'x',
    });
    await webhook.send({ flags: MessageFlags.IsComponentsV2, components: [card()], files: files() });
    await webhook.editMessage('@original', { content: 'x' });
    await webhook.editMessage(SNOWFLAKE, { content: null, components: [buttons()] });
  }));

test('answers: a reply, a deferral and its edit, a follow-up', () =>
  accepted(async (wire) => {
    await wire.interaction().reply({ content: 'x', flags: MessageFlags.Ephemeral });
    await wire.interaction().reply({
      flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
      components: [card()],
      files: files(),
    });
    const later = wire.interaction();
    await later.deferReply({ flags: MessageFlags.Ephemeral });
    await later.editReply({ flags: MessageFlags.IsComponentsV2, components: [card()], files: files() });
    await later.followUp({ content: 'x', flags: MessageFlags.Ephemeral });
    await wire.interaction().deferReply();
  }));

test('threads, conversations, permissions', () =>
  accepted(async ({ client }) => {
    await client.rest.post(discord.Routes.threads(SNOWFLAKE, SNOWFLAKE), {
      body: { name: 'Discuss #12', auto_archive_duration: 10080, rate_limit_per_user: undefined },
    });
    await client.rest.post(discord.Routes.threads(SNOWFLAKE), {
      body: { name: 'x', type: 11, invitable: undefined },
    });
    await client.rest.patch(discord.Routes.channel(SNOWFLAKE), {
      body: { archived: false, locked: true, name: '' },
    });
    await client.rest.post(discord.Routes.userChannels(), { body: { recipient_id: SNOWFLAKE } });
    await client.rest.put(discord.Routes.channelPermission(SNOWFLAKE, SNOWFLAKE), {
      body: { type: 0, allow: '1024', deny: '0' },
    });
  }));
