/** `/admin tag rename`: one tag in the place of another, on every entry. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { en } from '../../../locales/en/index.js';
import { tagView } from '../../../views/tag-view.js';
import { refreshedAtOnce, tagChoices } from './choices.js';

const words = en.tags.commands;

export default {
  group: 'tag',
  data: new SlashCommandSubcommandBuilder()
    .setName('rename')
    .setDescription(words.rename)
    .addStringOption((option) =>
      option.setName('from').setDescription(words.from).setRequired(true).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option.setName('to').setDescription(words.to).setRequired(true).setAutocomplete(true),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  autocomplete: tagChoices,
  async run({ options }, { guildId, actor, words, services }) {
    const change = { from: options.getString('from', true), to: options.getString('to', true) };
    const replaced = await services.tags.rename(guildId, change, actor.id);
    const refresh = replaced.numbers.slice(-refreshedAtOnce);
    return { kind: 'message', view: tagView(words, replaced), refresh };
  },
} satisfies Subcommand;
