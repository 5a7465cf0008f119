/** `/challenge post`: asks the cohort, after showing what solved something like it before. */
import { type ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import { proposeChallenge } from '../../components/challenge-form.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { challengeForm } from '../../views/entry-forms.js';

const words = en.commands.challenge;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('post')
    .setDescription(words.post)
    .addStringOption((option) => option.setName('title').setDescription(words.title))
    .addStringOption((option) => option.setName('details').setDescription(words.details))
    .addStringOption((option) => option.setName('tags').setDescription(words.tags)),

  answers: (interaction) => (isComplete(interaction) ? 'card' : 'modal'),
  typed: (interaction) => ({ form: 'challenge', fields: typedOf(interaction) }),

  async run(interaction, context) {
    const typed = typedOf(interaction);
    if (!isComplete(interaction)) return { kind: 'form', form: challengeForm(context.words, typed) };
    return proposeChallenge(typed, context);
  },
} satisfies Subcommand;

function typedOf({ options }: ChatInputCommandInteraction) {
  return {
    title: options.getString('title') ?? '',
    body: options.getString('details') ?? '',
    tags: options.getString('tags') ?? '',
    link: '',
  };
}

function isComplete({ options }: ChatInputCommandInteraction): boolean {
  return options.getString('title') !== null && options.getString('details') !== null;
}
