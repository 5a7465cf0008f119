/** `/challenge reopen`: takes the acceptance back. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { entryNumber } from '../../services/text.js';
import { note } from '../../views/blocks.js';
import { entryChoices } from '../entry-choices.js';

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
  async run({ options }, { guildId, actor, words, services }) {
    const number = entryNumber(options.getString('challenge', true));
    const { solution } = await services.challenges.reopen(guildId, number, actor);
    return { kind: 'message', view: note(words.entries.reopened(number)), refresh: [number, solution] };
  },
} satisfies Subcommand;
