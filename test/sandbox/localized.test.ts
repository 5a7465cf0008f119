/** Commands in a person's language: their names may be typed in it, and the bot hears its own. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { GENERAL, GUILD, stage } from './support/stage.js';

const set = stage();
let heard: string[] = [];

beforeAll(async () => {
  await set.bot.application.commands.set(
    [
      {
        name: 'keep',
        nameLocalizations: { fr: 'garder', 'es-ES': 'guardar', 'en-GB': 'retain' },
        description: 'Keep',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'title',
            nameLocalizations: { fr: 'titre' },
            description: 'Title',
          },
        ],
      },
      { type: ApplicationCommandType.User, name: 'Profile', nameLocalizations: { fr: 'Profil' } },
    ],
    GUILD,
  );
});

beforeEach(() => {
  heard = [];
  set.onInteraction = async (interaction: Interaction) => {
    if (!interaction.isCommand()) return;
    const title = interaction.isChatInputCommand() ? interaction.options.getString('title') : null;
    heard = [interaction.locale, interaction.commandName, title ?? ''];
    await interaction.reply({ content: 'Done.', flags: MessageFlags.Ephemeral });
  };
});

test.each([
  ['fr', '/garder titre:One'],
  ['fr', '/keep title:One'],
  ['es-ES', '/guardar title:One'],
  // Where the language has no name of its own, the one it falls back to counts.
  ['es-419', '/guardar title:One'],
  ['en-US', '/retain title:One'],
])('in %s one can run %s', async (locale, line) => {
  await set.sandbox.client.changeUser('ben', { locale });
  await set.sandbox.client.as('ben', { channel: GENERAL }).command(line);
  expect(heard).toEqual([locale, 'keep', 'One']);
});

test('another language’s name is none', async () => {
  await set.sandbox.client.changeUser('ben', { locale: 'de' });
  const running = set.sandbox.client.as('ben', { channel: GENERAL }).command('/garder title:One');
  await expect(running).rejects.toThrow('There is no such command for ben: garder');
});

test('a menu’s command is heard, and shown above its answer, by the bot’s name', async () => {
  await set.sandbox.client.changeUser('ben', { locale: 'fr' });
  const ben = set.sandbox.client.as('ben', { channel: GENERAL });
  const { message } = await ben.contextMenu('Profil', { user: 'ada' });
  expect(heard).toEqual(['fr', 'Profile', '']);
  expect(message?.interaction_metadata).toMatchObject({ name: 'Profile' });
});
