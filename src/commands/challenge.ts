/** `/challenge`: asking, answering, and pairing the question with what worked. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import accept from './challenge/accept.js';
import list from './challenge/list.js';
import post from './challenge/post.js';
import reopen from './challenge/reopen.js';
import solve from './challenge/solve.js';

const subcommands = [post, solve, accept, reopen, list];

export default {
  data: subcommands.reduce(
    (builder, { data }) => builder.addSubcommand(data) as SlashCommandBuilder,
    new SlashCommandBuilder()
      .setName('challenge')
      .setDescription(en.commands.challenge.description)
      .setContexts(InteractionContextType.Guild),
  ),
  subcommands,
} satisfies Command;
