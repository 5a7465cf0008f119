/** `/admin tag remove`: takes a tag off every entry. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { en } from '../../../locales/en/index.js';
import { tagView } from '../../../views/tag-view.js';
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
    const refresh = replaced.numbers.slice(-refreshedAtOnce);
    return { kind: 'message', view: tagView(words, replaced), refresh };
  },
} satisfies Subcommand;
