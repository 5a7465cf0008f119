/** `/challenge solve`: offers a solution to a challenge; left out, it is asked for in a form. */
import { type ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import { offerSolution } from '../../components/solve-form.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { entryNumber, numberIn } from '../../services/text.js';
import { solveForm } from '../../views/entry-forms.js';
import { entryChoices } from '../entry-choices.js';

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
    // Without a challenge to answer there is no form to open again: the text alone comes back.
    return { form: fields.number === '' ? undefined : 'solve', fields };
  },
  autocomplete: entryChoices('open-challenge'),

  async run(interaction, context) {
    const { body, link } = typedOf(interaction);
    const number = entryNumber(interaction.options.getString('challenge', true));
    if (interaction.options.getString('solution') !== null) {
      return offerSolution(number, { solution: body, link }, context);
    }
    await context.services.entries.visibleChallenge(context.guildId, number);
    return { kind: 'form', form: solveForm(context.words, { number }, { link }) };
  },
} satisfies Subcommand;

function typedOf({ options }: ChatInputCommandInteraction) {
  return {
    number: String(numberIn(options.getString('challenge', true)) ?? ''),
    body: options.getString('solution') ?? '',
    link: options.getString('link') ?? '',
  };
}
