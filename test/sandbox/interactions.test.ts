/** Slash commands, components, forms and completion, from a person's line to the bot's answer and back. */
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, textOf } from '../../sandbox/client.js';
import { GENERAL, GUILD, stage } from './support/stage.js';

const set = stage();

beforeAll(async () => {
  await set.bot.application.commands.set(
    [
      {
        name: 'search',
        description: 'Search',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'query',
            description: 'What',
            autocomplete: true,
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'kind',
            description: 'Which',
            choices: [
              { name: 'A concept', value: 'concept' },
              { name: 'A practice', value: 'practice' },
            ],
          },
          { type: ApplicationCommandOptionType.User, name: 'author', description: 'Whose' },
          { type: ApplicationCommandOptionType.Channel, name: 'place', description: 'Where' },
          { type: ApplicationCommandOptionType.Role, name: 'role', description: 'Role' },
          { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'File' },
          { type: ApplicationCommandOptionType.Integer, name: 'count', description: 'Count', minValue: 1 },
        ],
      },
      {
        name: 'admin',
        description: 'Admin',
        defaultMemberPermissions: ['ManageMessages'],
        options: [
          {
            type: ApplicationCommandOptionType.SubcommandGroup,
            name: 'digest',
            description: 'Digest',
            options: [
              {
                type: ApplicationCommandOptionType.Subcommand,
                name: 'schedule',
                description: 'Schedule',
                options: [
                  {
                    type: ApplicationCommandOptionType.String,
                    name: 'day',
                    description: 'Day',
                    required: true,
                  },
                  {
                    type: ApplicationCommandOptionType.String,
                    name: 'time',
                    description: 'Time',
                    required: true,
                  },
                ],
              },
            ],
          },
          { type: ApplicationCommandOptionType.Subcommand, name: 'stats', description: 'Stats' },
        ],
      },
      { name: 'Save it', type: ApplicationCommandType.Message },
      { name: 'Profile', type: ApplicationCommandType.User },
    ],
    GUILD,
  );
});

const ada = () => set.sandbox.client.as('ada');

describe('slash commands', () => {
  test('options are read by position, by name and as the rest of the line', async () => {
    set.onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const read = {
        query: options.getString('query'),
        kind: options.getString('kind'),
        author: options.getMember('author') && options.getUser('author')?.username,
        place: options.getChannel('place')?.name,
        role: options.getRole('role')?.name,
        count: options.getInteger('count'),
      };
      await interaction.reply(JSON.stringify(read));
    };
    const read = async (line: string) => JSON.parse((await ada().command(line)).message?.content ?? '');
    expect(await read('/search "docker compose" concept')).toMatchObject({
      query: 'docker compose',
      kind: 'concept',
    });
    expect(await read('/search query:docker compose kind:A practice')).toMatchObject({
      query: 'docker compose',
      kind: 'practice',
    });
    expect(await read('/search author:@ben place:#other role:@&Moderator count:3 query:"a \\"b\\""')).toEqual(
      {
        query: 'a "b"',
        kind: null,
        author: 'ben',
        place: 'other',
        role: 'Moderator',
        count: 3,
      },
    );
  });

  test('subcommands, permissions and locale reach the bot', async () => {
    set.onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      await interaction.reply({
        content: [
          options.getSubcommandGroup(),
          options.getSubcommand(),
          options.getString('day'),
          options.getString('time'),
          interaction.memberPermissions?.has('ManageMessages'),
          interaction.appPermissions.has('SendMessages'),
          interaction.locale,
          interaction.guildLocale,
          interaction.channel?.id,
        ].join(' '),
        flags: MessageFlags.Ephemeral,
      });
    };
    const mo = set.sandbox.client.as('mo');
    const exchange = await mo.command('/admin digest schedule Monday 09:00');
    expect(exchange.message?.content).toBe(`digest schedule Monday 09:00 true true en-US en-US ${GENERAL}`);
    expect(exchange.ephemeral).toBe(true);
    expect((await mo.read()).at(-1)?.id).toBe(exchange.message?.id);
    expect((await ada().read()).at(-1)?.id).not.toBe(exchange.message?.id);
    await mo.dismiss(exchange);
    expect((await mo.read()).at(-1)?.id).not.toBe(exchange.message?.id);
    await expect(ada().command('/admin stats')).rejects.toThrow('no such command for ada');
    await expect(mo.command('/admin digest')).rejects.toThrow('followed by one of: schedule');
    await expect(mo.command('/admin digest schedule Monday')).rejects.toThrow('time is required');
  });

  test('a deferral is followed until it is settled', async () => {
    set.onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('Done');
      await interaction.followUp({ content: 'And more', flags: MessageFlags.Ephemeral });
    };
    const exchange = await ada().command('/search');
    expect(exchange).toMatchObject({ outcome: 'message', deferred: true, message: { content: 'Done' } });
    const later = await set.sandbox.client.exchange(exchange.id, { followUps: 1 });
    expect(later.followUps.map((message) => message.content)).toEqual(['And more']);
    expect((await set.sandbox.client.as('ben').read()).map((one) => one.content)).not.toContain('And more');
  });

  test('a follow-up right after a deferral becomes the loading message', async () => {
    set.onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const deferred = await interaction.deferReply({ flags: MessageFlags.Ephemeral, withResponse: true });
      const followUp = await interaction.followUp('Public? No.');
      await interaction.followUp({ content: `${deferred.resource?.message?.id === followUp.id}` });
    };
    const exchange = await ada().command('/search');
    expect(exchange).toMatchObject({ ephemeral: true, message: { content: 'Public? No.', flags: 64 } });
    const later = await set.sandbox.client.exchange(exchange.id, { followUps: 1 });
    expect(later.followUps[0]?.content).toBe('true');
  });

  test('a deleted deferral and the private message after it are one exchange', async () => {
    set.onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.deleteReply();
      await interaction.followUp({ content: 'Sorry', flags: MessageFlags.Ephemeral });
    };
    const exchange = await ada().command('/search');
    expect(exchange).toMatchObject({
      outcome: 'message',
      deleted: true,
      ephemeral: true,
      message: { content: 'Sorry' },
    });
  });

  test('files go up with a command and come down with an answer', async () => {
    set.onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const file = interaction.options.getAttachment('file', true);
      const content = await (await fetch(file.url)).text();
      await interaction.reply({
        files: [{ attachment: Buffer.from(content.toUpperCase()), name: 'loud.txt' }],
      });
    };
    const exchange = await ada().command('/search', {}, { file: { name: 'quiet.txt', content: 'hush' } });
    expect(exchange.message?.attachments[0]).toMatchObject({ filename: 'loud.txt', size: 4 });
    expect(new TextDecoder().decode(await set.sandbox.client.download(exchange.message as never))).toBe(
      'HUSH',
    );
  });

  test('completion offers choices for what is typed', async () => {
    set.onInteraction = async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed}er`, value: `${typed}er` }]);
    };
    expect(await ada().autocomplete('/search', 'query', 'dock')).toEqual([
      { name: 'docker', value: 'docker' },
    ]);
  });
});

describe('components and forms', () => {
  const row = () =>
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('up').setLabel('Helpful 3').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('form').setLabel('Edit').setStyle(ButtonStyle.Secondary),
      new ButtonBuilder().setURL('https://example.org').setLabel('Source').setStyle(ButtonStyle.Link),
    );
  const choosing = () =>
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('pick')
        .setPlaceholder('Pick one')
        .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
    );
  const form = () =>
    new ModalBuilder()
      .setCustomId('m')
      .setTitle('Edit')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Title')
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('title')
              .setStyle(TextInputStyle.Short)
              .setValue('Old')
              .setMaxLength(10),
          ),
        new LabelBuilder()
          .setLabel('Body')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('body').setStyle(TextInputStyle.Paragraph).setRequired(false),
          ),
      );
  const behave = async (interaction: Interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'Card', components: [row(), choosing()] });
    else if (interaction.isButton() && interaction.customId === 'up')
      await interaction.update({ content: 'Counted' });
    else if (interaction.isButton()) await interaction.showModal(form());
    else if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: `Chose ${interaction.values.join()}` });
    } else if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      const answer = `${fields.getTextInputValue('title')}|${fields.getTextInputValue('body')}`;
      if (interaction.isFromMessage()) await interaction.update(answer);
    }
  };

  test('buttons are found by the start of their label, and update their message', async () => {
    set.onInteraction = behave;
    const card = await ada().command('/search');
    expect(textOf(card.message)).toBe(
      'Card\n[1: Helpful 3] [2: Edit] [3: Source → https://example.org]\n[Select Pick one: One | Two]',
    );
    expect(buttonsOf(card.message)).toEqual(['Helpful 3', 'Edit', 'Source']);
    const clicked = await set.sandbox.client.as('ben').click(card, 'Helpful');
    expect(clicked).toMatchObject({
      outcome: 'update',
      message: { id: card.message?.id, content: 'Counted' },
    });
    await expect(ada().click(card, 'Source')).rejects.toThrow('is a link');
    await expect(ada().click(card, 'Nothing')).rejects.toThrow('there is: Helpful 3, Edit, Source');
  });

  test('selects send the values of what was chosen', async () => {
    set.onInteraction = behave;
    const card = await ada().command('/search');
    const chosen = await ada().choose(card, 'Pick', 'Two');
    expect(chosen).toMatchObject({ outcome: 'update', deferred: true, message: { content: 'Chose 2' } });
  });

  test('a form keeps what it was filled with, and checks as a client does', async () => {
    set.onInteraction = behave;
    const card = await ada().command('/search');
    const opened = await ada().click(card, 'Edit');
    expect(opened.outcome).toBe('modal');
    expect(textOf(opened.modal)).toBe('[Form] Edit\n[Title] Old\n[Body]');
    const sent = await ada().submit(opened, { Body: 'New\nbody' });
    expect(sent.message?.content).toBe('Old|New\nbody');
    await expect(ada().submit(opened, { title: 'far too long a title' })).rejects.toThrow('at most 10');
    await expect(ada().submit(opened, { Title: '' })).rejects.toThrow('must be filled in');
    await expect(ada().submit(opened, { Nope: '' })).rejects.toThrow('no field Nope');
  });

  test('menus carry the whole message, or the person', async () => {
    set.onInteraction = async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(
          `${interaction.targetMessage.author.username}: ${interaction.targetMessage.content}`,
        );
      if (interaction.isUserContextMenuCommand())
        await interaction.reply(`It is ${interaction.targetUser.username}`);
    };
    const said = await set.sandbox.client.as('ben').say('I found it');
    const saved = await ada().contextMenu('Save it', { message: said });
    expect(saved.message?.content).toBe('ben: I found it');
    const profile = await ada().contextMenu('Profile', { user: 'ben' });
    expect(profile.message?.content).toBe('It is ben');
  });
});
