/** `/challenge solve`: offers a solution to a challenge; without text, a form asks for it. */

import { type ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { offerSolution, type Solving } from '../../features/challenges/index.js';
import { type EntryService, solveForm } from '../../features/entries/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { numberIn } from '../../platform/text.js';
import { entryChoices, entryMeant } from '../entry-choices.js';

const words = en.commands.challenge;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('solve')
    .setDescription(words.solve)
    .addStringOption((option) =>
      option.setName('challenge').setDescription(words.challenge).setRequired(true).setAutocomplete(true),
    )
    .addStringOption((option) => option.setName('solution').setDescription(words.solution))
    .addStringOption((option) => option.setName('link').setDescription(words.link)),

  answers: ({ options }) => (options.getString('solution') === null ? 'modal' : 'card'),
  typed(interaction) {
    const fields = typedOf(interaction);
    // Without a challenge there is no form to open again, so only the text is returned.
    return { form: fields.number === '' ? undefined : 'solve', fields };
  },
  autocomplete: entryChoices('open-challenge'),

  async run(interaction, context) {
    const { body, link } = typedOf(interaction);
    const number = await entryMeant(interaction.options.getString('challenge', true), 'challenge', context);
    if (interaction.options.getString('solution') !== null) {
      return offerSolution(number, { solution: body, link }, context);
    }
    await context.services.entries.visibleChallenge(context.guildId, number);
    return { kind: 'form', form: solveForm(context.words, { number }, { link }) };
  },
} satisfies Subcommand<
  Solving & {
    entries: Pick<EntryService, 'visibleChallenge'>;
    search: Pick<SearchService, 'suggest'>;
  }
>;

function typedOf({ options }: ChatInputCommandInteraction) {
  return {
    number: String(numberIn(options.getString('challenge', true)) ?? ''),
    body: options.getString('solution') ?? '',
    link: options.getString('link') ?? '',
  };
}
