/** `/admin entry hide`: hides an entry until it is restored. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { staleCards } from '../../../features/entries/index.js';
import { hiddenView, type ModerationService } from '../../../features/moderation/index.js';
import type { SearchService } from '../../../features/search/index.js';
import { en } from '../../../locales/en/index.js';
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
  async run(interaction, context) {
    const { guildId, actor, words, services } = context;
    const { number, reason } = await chosen(interaction, 'any', context);
    const change = await services.moderation.hide(guildId, number, actor, reason);
    return {
      kind: 'message',
      view: hiddenView(words, number, change),
      effects: [staleCards(change.staleCards)],
    };
  },
} satisfies Subcommand<{
  moderation: Pick<ModerationService, 'hide'>;
  search: Pick<SearchService, 'suggest'>;
}>;
