/** `/admin entry restore`: brings back what was hidden or removed. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { staleCards } from '../../../features/entries/index.js';
import { type ModerationService, restoredView } from '../../../features/moderation/index.js';
import type { SearchService } from '../../../features/search/index.js';
import { en } from '../../../locales/en/index.js';
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
  async run(interaction, context) {
    const { guildId, actor, words, services } = context;
    const { number, reason } = await chosen(interaction, 'taken-away', context);
    const change = await services.moderation.restore(guildId, number, actor, reason);
    return {
      kind: 'message',
      view: restoredView(words, number, change),
      effects: [staleCards(change.staleCards)],
    };
  },
} satisfies Subcommand<{
  moderation: Pick<ModerationService, 'restore'>;
  search: Pick<SearchService, 'suggest'>;
}>;
