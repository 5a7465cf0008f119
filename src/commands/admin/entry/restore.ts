/** `/admin entry restore`: brings back what was hidden or removed. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { en } from '../../../locales/en/index.js';
import { restoredView } from '../../../views/moderation-answers.js';
import { entryChoices } from '../../entry-choices.js';
import { chosen, onEntry } from './options.js';

export default {
  group: 'entry',
  data: onEntry(new SlashCommandSubcommandBuilder())
    .setName('restore')
    .setDescription(en.moderation.commands.entry.restore),
  answers: 'ephemeral',
  moderatorsOnly: true,
  autocomplete: entryChoices('taken-away'),
  async run(interaction, { guildId, actor, words, services }) {
    const { number, reason } = chosen(interaction);
    const change = await services.moderation.restore(guildId, number, actor, reason);
    return { kind: 'message', view: restoredView(words, number, change), refresh: change.staleCards };
  },
} satisfies Subcommand;
