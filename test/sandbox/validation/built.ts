/** Owns what the tests build with discord.js: a card with every component of a message, an embed, files. */
import * as discord from 'discord.js';

const { ActionRowBuilder, ButtonBuilder, ButtonStyle } = discord;
export const SNOWFLAKE = '175928847299117063';

const helpful = () =>
  new ButtonBuilder()
    .setCustomId('helpful:1')
    .setLabel('Helpful')
    .setEmoji('👍')
    .setStyle(ButtonStyle.Primary);
export const buttons = () =>
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
export const selects = () => [
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
export const card = () =>
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
export const files = () => [
  new discord.AttachmentBuilder(Buffer.from('png'), { name: 'chart.png', description: 'Weeks' }),
  new discord.AttachmentBuilder(Buffer.from('md'), { name: 'notes-on-indexes.md' }).setSpoiler(false),
];
export const embed = () =>
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
