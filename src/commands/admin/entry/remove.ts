/** `/admin entry remove`: takes an entry away, beyond its author’s own undoing. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { en } from '../../../locales/en/index.js';
import { removedView } from '../../../views/moderation-answers.js';
import { entryChoices } from '../../entry-choices.js';
import { chosen, onEntry } from './options.js';

export default {
  group: 'entry',
  data: onEntry(new SlashCommandSubcommandBuilder())
    .setName('remove')
    .setDescription(en.moderation.commands.entry.remove),
  answers: 'ephemeral',
  moderatorsOnly: true,
  autocomplete: entryChoices('present'),
  async run(interaction, { guildId, actor, words, services }) {
    const { number, reason } = chosen(interaction);
    const change = await services.moderation.remove(guildId, number, actor, reason);
    return { kind: 'message', view: removedView(words, number, change), refresh: change.staleCards };
  },
} satisfies Subcommand;
