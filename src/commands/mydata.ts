/** `/mydata`: what members may ask of their own data. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import exportData from './mydata/export.js';
import forget from './mydata/forget.js';

export default {
  data: new SlashCommandBuilder()
    .setName('mydata')
    .setDescription(en.rights.commands.description)
    .setContexts(InteractionContextType.Guild)
    .addSubcommand(exportData.data)
    .addSubcommand(forget.data),
  subcommands: [exportData, forget],
} satisfies Command;
