/** The modals and commands discord.js makes of its own builders are accepted, as they go over the wire. */
import * as discord from 'discord.js';
import { expect, test } from 'vitest';
import { SNOWFLAKE } from './built.js';
import { accepted } from './wire.js';

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
