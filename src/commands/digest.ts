/** `/digest`: reading the weekly digest. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import latest from './digest/latest.js';
import preview from './digest/preview.js';
import subscribe from './digest/subscribe.js';
import unsubscribe from './digest/unsubscribe.js';

const subcommands = [latest, preview, subscribe, unsubscribe];

export default {
  data: subcommands.reduce(
    (builder, { data }) => builder.addSubcommand(data) as SlashCommandBuilder,
    new SlashCommandBuilder()
      .setName('digest')
      .setDescription(en.digest.commands.digest)
      .setContexts(InteractionContextType.Guild),
  ),
  subcommands,
} satisfies Command;
