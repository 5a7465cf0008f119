/** `/admin tag remove`: removes a tag from every entry. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { staleCards, type TagService, tagView } from '../../../features/entries/index.js';
import { en } from '../../../locales/en/index.js';
import { refreshedAtOnce, tagChoices } from './choices.js';

const words = en.tags.commands;

export default {
  group: 'tag',
  data: new SlashCommandSubcommandBuilder()
    .setName('remove')
    .setDescription(words.remove)
    .addStringOption((option) =>
      option.setName('tag').setDescription(words.removed).setRequired(true).setAutocomplete(true),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  autocomplete: tagChoices,
  async run({ options }, { guildId, actor, words, services }) {
    const replaced = await services.tags.remove(guildId, options.getString('tag', true), actor.id);
    const effects = [staleCards(replaced.numbers.slice(-refreshedAtOnce))];
    return { kind: 'message', view: tagView(words, replaced), effects };
  },
} satisfies Subcommand<{ tags: Pick<TagService, 'remove' | 'suggest'> }>;
