/** `/admin entry hide`: takes an entry out of sight until it is restored. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { en } from '../../../locales/en/index.js';
import { hiddenView } from '../../../views/moderation-answers.js';
import { entryChoices } from '../../entry-choices.js';
import { chosen, onEntry } from './options.js';

export default {
  group: 'entry',
  data: onEntry(new SlashCommandSubcommandBuilder())
    .setName('hide')
    .setDescription(en.moderation.commands.entry.hide),
  answers: 'ephemeral',
  moderatorsOnly: true,
  autocomplete: entryChoices('any'),
  async run(interaction, { guildId, actor, words, services }) {
    const { number, reason } = chosen(interaction);
    const change = await services.moderation.hide(guildId, number, actor, reason);
    return { kind: 'message', view: hiddenView(words, number, change), refresh: change.staleCards };
  },
} satisfies Subcommand;
