/** `/readme`: a learner's README in, and out again. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import exportReadme from './readme/export.js';
import importReadme from './readme/import.js';

const subcommands = [importReadme, exportReadme];

export default {
  data: subcommands.reduce(
    (builder, { data }) => builder.addSubcommand(data) as SlashCommandBuilder,
    new SlashCommandBuilder()
      .setName('readme')
      .setDescription(en.imports.commands.description)
      .setContexts(InteractionContextType.Guild),
  ),
  subcommands,
} satisfies Command;
