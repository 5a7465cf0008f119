/** `/entry`: looking at one entry, and changing one's own. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import remove from './entry/delete.js';
import edit from './entry/edit.js';
import history from './entry/history.js';
import restore from './entry/restore.js';
import view from './entry/view.js';

const subcommands = [view, edit, remove, restore, history];

export default {
  data: subcommands.reduce(
    (builder, { data }) => builder.addSubcommand(data) as SlashCommandBuilder,
    new SlashCommandBuilder()
      .setName('entry')
      .setDescription(en.commands.entry.description)
      .setContexts(InteractionContextType.Guild),
  ),
  subcommands,
} satisfies Command;
