/** `/admin tag rename`: replaces a tag by another one on every entry. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { staleCards, type TagService, tagView } from '../../../features/entries/index.js';
import { en } from '../../../locales/en/index.js';
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
    const effects = [staleCards(replaced.numbers.slice(-refreshedAtOnce))];
    return { kind: 'message', view: tagView(words, replaced), effects };
  },
} satisfies Subcommand<{ tags: Pick<TagService, 'rename' | 'suggest'> }>;
