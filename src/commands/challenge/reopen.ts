/** `/challenge reopen`: withdraws the acceptance. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type Reopening, reopenChallenge } from '../../features/challenges/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { entryChoices, entryMeant } from '../entry-choices.js';

const words = en.commands.challenge;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('reopen')
    .setDescription(words.reopen)
    .addStringOption((option) =>
      option.setName('challenge').setDescription(words.challenge).setRequired(true).setAutocomplete(true),
    ),
  answers: 'public',
  autocomplete: entryChoices('solved-challenge'),
  run: async ({ options }, context) =>
    reopenChallenge(
      await entryMeant(options.getString('challenge', true), 'solved-challenge', context),
      context,
    ),
} satisfies Subcommand<Reopening & { search: Pick<SearchService, 'suggest'> }>;
