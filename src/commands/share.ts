/** `/share`: keeps a learning and shows its card; what is left out is asked for in a form. */
import { type ChatInputCommandInteraction, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { keptAnswer } from '../components/kept-answer.js';
import type { Command } from '../discord/define.js';
import { learningKinds } from '../entities/entry.js';
import { en } from '../locales/en/index.js';
import { shareForm } from '../views/entry-forms.js';

const words = en.commands.share;

export default {
  data: new SlashCommandBuilder()
    .setName('share')
    .setDescription(words.description)
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option
        .setName('kind')
        .setDescription(words.kind)
        .setChoices(learningKinds.map((kind) => ({ name: en.entries.kinds[kind].name, value: kind }))),
    )
    .addStringOption((option) => option.setName('title').setDescription(words.title))
    .addStringOption((option) => option.setName('body').setDescription(words.body))
    .addStringOption((option) => option.setName('tags').setDescription(words.tags))
    .addStringOption((option) => option.setName('link').setDescription(words.link)),

  answers: (interaction) => (isComplete(interaction) ? 'card' : 'modal'),
  typed: (interaction) => ({ form: 'share', fields: typedOf(interaction) }),

  async run(interaction, { guildId, actor, words, services }) {
    const typed = typedOf(interaction);
    if (!isComplete(interaction)) return { kind: 'form', form: shareForm(words, typed) };
    const entry = await services.entries.share(guildId, actor, typed);
    return keptAnswer(words, entry);
  },
} satisfies Command;

function typedOf({ options }: ChatInputCommandInteraction) {
  return {
    kind: options.getString('kind') ?? '',
    title: options.getString('title') ?? '',
    body: options.getString('body') ?? '',
    tags: options.getString('tags') ?? '',
    link: options.getString('link') ?? '',
  };
}

/** Tags and a link are extras; kind, title and body are the learning itself. */
function isComplete({ options }: ChatInputCommandInteraction): boolean {
  return ['kind', 'title', 'body'].every((name) => options.getString(name) !== null);
}
