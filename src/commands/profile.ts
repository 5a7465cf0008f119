/** `/profile`: what members tell of themselves and their projects. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import edit from './profile/edit.js';
import view from './profile/view.js';

export default {
  data: new SlashCommandBuilder()
    .setName('profile')
    .setDescription(en.profile.commands.description)
    .setContexts(InteractionContextType.Guild)
    .addSubcommand(view.data)
    .addSubcommand(edit.data),
  subcommands: [view, edit],
} satisfies Command;
