/** `/challenge accept`: pairs a challenge with the solution that worked. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import { acceptSolution } from '../../components/accept.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { entryNumber } from '../../services/text.js';
import { entryChoices } from '../entry-choices.js';

const words = en.commands.challenge;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('accept')
    .setDescription(words.accept)
    .addStringOption((option) =>
      option
        .setName('solution')
        .setDescription(words.acceptedSolution)
        .setRequired(true)
        .setAutocomplete(true),
    ),
  answers: 'public',
  autocomplete: entryChoices('solution'),
  run: async ({ options }, context) =>
    acceptSolution(entryNumber(options.getString('solution', true)), context),
} satisfies Subcommand;
