/** What discord.js makes of its own builders is accepted, as it goes over the wire. */
import * as discord from 'discord.js';
import { expect, test } from 'vitest';
import { Wire } from './wire.js';

const { ActionRowBuilder, ButtonBuilder, ButtonStyle, MessageFlags } = discord;
const SNOWFLAKE = '175928847299117063';

/** Sends, and expects everything that was sent to be accepted. */
async function accepted(send: (wire: Wire) => Promise<unknown>): Promise<Wire['sent']> {
  const wire = new Wire();
  await send(wire);
  expect(wire.sent.length).toBeGreaterThan(0);
  for (const { refusal } of wire.sent) expect(refusal).toBeUndefined();
  return wire.sent;
}

const helpful = () =>
  new ButtonBuilder()
    .setCustomId('helpful:1')
    .setLabel('Helpful')
    .setEmoji('👍')
    .setStyle(ButtonStyle.Primary);
const buttons = () =>
  new ActionRowBuilder<discord.ButtonBuilder>().addComponents(
    helpful(),
    new ButtonBuilder()
      .setCustomId('custom')
      .setEmoji(SNOWFLAKE)
      .setStyle(ButtonStyle.Secondary)
      .setDisabled(true),
    new ButtonBuilder()
      .setCustomId('animated')
      .setEmoji('<a:nexus:175928847299117063>')
      .setStyle(ButtonStyle.Danger),
    new ButtonBuilder().setURL('https://example.org/?a=b#c').setLabel('Read').setStyle(ButtonStyle.Link),
    new ButtonBuilder().setSKUId(SNOWFLAKE).setStyle(ButtonStyle.Premium),
  );
const selects = () => [
  new discord.StringSelectMenuBuilder()
    .setCustomId('string')
    .setPlaceholder('Kind')
    .setMinValues(0)
    .setMaxValues(2)
    .addOptions(
      new discord.StringSelectMenuOptionBuilder()
        .setLabel('Concept')
        .setValue('concept')
        .setDefault(true)
        .setEmoji('💡'),
      { label: 'Goal', value: 'goal', description: 'What you are after', emoji: { id: SNOWFLAKE } },
    ),
  new discord.UserSelectMenuBuilder().setCustomId('user').setDefaultUsers(SNOWFLAKE),
  new discord.RoleSelectMenuBuilder().setCustomId('role').setMaxValues(25).setDefaultRoles([SNOWFLAKE]),
  new discord.MentionableSelectMenuBuilder().setCustomId('mentionable').addDefaultUsers(SNOWFLAKE),
  new discord.ChannelSelectMenuBuilder()
    .setCustomId('channel')
    .setChannelTypes(discord.ChannelType.GuildText, discord.ChannelType.PublicThread)
    .setDefaultChannels(SNOWFLAKE),
];
const card = () =>
  new discord.ContainerBuilder()
    .setAccentColor(0x5865f2)
    .setSpoiler(false)
    .addTextDisplayComponents(new discord.TextDisplayBuilder().setContent('# #12 Indexes\n*ada*'))
    .addSectionComponents(
      new discord.SectionBuilder()
        .addTextDisplayComponents((text) => text.setContent('A section'))
        .setThumbnailAccessory((thumbnail) =>
          thumbnail.setURL('attachment://chart.png').setDescription('Weeks'),
        ),
      new discord.SectionBuilder()
        .addTextDisplayComponents((text) => text.setContent('Another'))
        .setButtonAccessory(
          new ButtonBuilder().setCustomId('edit').setLabel('Edit').setStyle(ButtonStyle.Secondary),
        ),
    )
    .addSeparatorComponents(
      new discord.SeparatorBuilder().setDivider(true).setSpacing(discord.SeparatorSpacingSize.Large),
    )
    .addMediaGalleryComponents(
      new discord.MediaGalleryBuilder().addItems(
        { media: { url: 'https://example.org/a.png' }, description: 'A picture' },
        { media: { url: 'attachment://chart.png' } },
      ),
    )
    .addFileComponents(new discord.FileBuilder().setURL('attachment://notes-on-indexes.md'))
    .addActionRowComponents(buttons());
const files = () => [
  new discord.AttachmentBuilder(Buffer.from('png'), { name: 'chart.png', description: 'Weeks' }),
  new discord.AttachmentBuilder(Buffer.from('md'), { name: 'notes-on-indexes.md' }).setSpoiler(false),
];
const embed = () =>
  new discord.EmbedBuilder()
    .setTitle('Indexes')
    .setURL('https://example.org')
    .setDescription('x'.repeat(3000))
    .setColor('Blurple')
    .setTimestamp(new Date(0))
    .setAuthor({ name: 'ada', iconURL: 'https://example.org/a.png', url: 'https://example.org' })
    .setFooter({ text: 'Nexus' })
    .setImage('attachment://chart.png')
    .setThumbnail('https://example.org/a.png')
    .addFields({ name: '\u200b', value: 'x', inline: true });

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
    await channel.messages.edit(SNOWFLAKE, { attachments: [{ id: SNOWFLAKE } as discord.Attachment] });
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

test('a modal with every kind of field', async () => {
  const texts = new discord.ModalBuilder()
    .setCustomId('share')
    .setTitle('Share a learning')
    .addTextDisplayComponents((text) => text.setContent('Be kind'))
    .addLabelComponents(
      new discord.LabelBuilder()
        .setLabel('Title')
        .setDescription('A line')
        .setTextInputComponent((input) =>
          input
            .setCustomId('title')
            .setStyle(discord.TextInputStyle.Short)
            .setMaxLength(120)
            .setMinLength(1)
            .setValue('x')
            .setPlaceholder('x')
            .setRequired(true),
        ),
      new discord.LabelBuilder()
        .setLabel('File')
        .setFileUploadComponent((upload) =>
          upload.setCustomId('file').setMinValues(0).setMaxValues(10).setRequired(false),
        ),
      new discord.LabelBuilder()
        .setLabel('Track')
        .setRadioGroupComponent((group) =>
          group
            .setCustomId('track')
            .addOptions(
              { label: 'Backend', value: 'backend', default: true },
              { label: 'Frontend', value: 'frontend' },
            ),
        ),
      new discord.LabelBuilder()
        .setLabel('Tags')
        .setCheckboxGroupComponent((group) =>
          group
            .setCustomId('tags')
            .setMinValues(1)
            .setMaxValues(2)
            .addOptions({ label: 'sql', value: 'sql' }, { label: 'css', value: 'css' }),
        ),
    );
  const picks = new discord.ModalBuilder()
    .setCustomId('setup')
    .setTitle('Set up')
    .addLabelComponents(
      new discord.LabelBuilder()
        .setLabel('Agree')
        .setCheckboxComponent((box) => box.setCustomId('agree').setDefault(true)),
      new discord.LabelBuilder()
        .setLabel('Kind')
        .setStringSelectMenuComponent((menu) =>
          menu.setCustomId('kind').setRequired(false).addOptions({ label: 'x', value: 'x' }),
        ),
      new discord.LabelBuilder()
        .setLabel('Who')
        .setUserSelectMenuComponent((menu) => menu.setCustomId('who')),
      new discord.LabelBuilder()
        .setLabel('Role')
        .setRoleSelectMenuComponent((menu) => menu.setCustomId('role')),
      new discord.LabelBuilder()
        .setLabel('Channel')
        .setChannelSelectMenuComponent((menu) => menu.setCustomId('channel').setChannelTypes(0)),
    );
  const mentionable = new discord.ModalBuilder()
    .setCustomId('any')
    .setTitle('Any')
    .addLabelComponents(
      new discord.LabelBuilder()
        .setLabel('Any')
        .setMentionableSelectMenuComponent((menu) => menu.setCustomId('any of')),
    );
  const sent = await accepted(async (wire) => {
    for (const modal of [texts, picks, mentionable]) await wire.interaction().showModal(modal);
  });
  const kinds = sent.flatMap(({ body }) =>
    body.data.components.map((one: { component?: { type: number } }) => one.component?.type),
  );
  expect(kinds).toEqual(expect.arrayContaining([3, 4, 5, 6, 7, 8, 19, 21, 22, 23]));
});

test('commands with every kind of option, and menus', () =>
  accepted(async ({ client }) => {
    const all = new discord.SlashCommandBuilder()
      .setName('all')
      .setDescription('Everything')
      .setNameLocalizations({ fr: 'tout', 'en-GB': 'all' })
      .setDescriptionLocalizations({ fr: 'Tout' })
      .setDefaultMemberPermissions(
        discord.PermissionFlagsBits.ManageMessages | discord.PermissionFlagsBits.PinMessages,
      )
      .setContexts(discord.InteractionContextType.Guild)
      .setIntegrationTypes(discord.ApplicationIntegrationType.GuildInstall)
      .setNSFW(false)
      .addStringOption((option) =>
        option
          .setName('s')
          .setDescription('x')
          .setRequired(true)
          .setAutocomplete(true)
          .setMinLength(1)
          .setMaxLength(6000),
      )
      .addStringOption((option) =>
        option
          .setName('c')
          .setDescription('x')
          .addChoices({ name: 'Concept', value: 'concept', name_localizations: { fr: 'Idée' } }),
      )
      .addIntegerOption((option) =>
        option
          .setName('i')
          .setDescription('x')
          .setMinValue(-5)
          .setMaxValue(5)
          .addChoices({ name: 'one', value: 1 }),
      )
      .addNumberOption((option) =>
        option.setName('n').setDescription('x').setMinValue(0.5).setAutocomplete(true),
      )
      .addBooleanOption((option) => option.setName('b').setDescription('x'))
      .addUserOption((option) => option.setName('u').setDescription('x'))
      .addChannelOption((option) => option.setName('ch').setDescription('x').addChannelTypes(0, 5))
      .addRoleOption((option) => option.setName('r').setDescription('x'))
      .addMentionableOption((option) => option.setName('m').setDescription('x'))
      .addAttachmentOption((option) => option.setName('a').setDescription('x'));
    const nested = new discord.SlashCommandBuilder()
      .setName('admin')
      .setDescription('x')
      .setDefaultMemberPermissions(null)
      .addSubcommand((sub) =>
        sub
          .setName('setup')
          .setDescription('x')
          .addChannelOption((option) => option.setName('channel').setDescription('x')),
      )
      .addSubcommandGroup((group) =>
        group
          .setName('tag')
          .setDescription('x')
          .addSubcommand((sub) =>
            sub
              .setName('rename')
              .setDescription('x')
              .addStringOption((option) => option.setName('from').setDescription('x').setRequired(true)),
          ),
      );
    const menus = [
      new discord.ContextMenuCommandBuilder()
        .setName('Save as learning')
        .setType(discord.ApplicationCommandType.Message),
      new discord.ContextMenuCommandBuilder()
        .setName('Nexus profile')
        .setType(discord.ApplicationCommandType.User)
        .setDefaultMemberPermissions(8n),
    ];
    const body = [all, nested, ...menus].map((command) => command.toJSON());
    await client.rest.put(discord.Routes.applicationCommands(SNOWFLAKE), { body });
    await client.rest.put(discord.Routes.applicationGuildCommands(SNOWFLAKE, SNOWFLAKE), { body });
    await client.rest.post(discord.Routes.applicationCommands(SNOWFLAKE), { body: body[0] });
    await client.rest.patch(discord.Routes.applicationCommand(SNOWFLAKE, SNOWFLAKE), {
      body: { description: 'x' },
    });
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
