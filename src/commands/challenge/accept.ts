/** `/challenge accept`: pairs a challenge with the solution that worked. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type Accepting, acceptSolution } from '../../features/challenges/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { entryChoices, entryMeant } from '../entry-choices.js';

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
    acceptSolution(await entryMeant(options.getString('solution', true), 'solution', context), context),
} satisfies Subcommand<Accepting & { search: Pick<SearchService, 'suggest'> }>;
