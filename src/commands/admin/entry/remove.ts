/** `/admin entry remove`: removes an entry; its author can't restore it. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { staleCards } from '../../../features/entries/index.js';
import { type ModerationService, removedView } from '../../../features/moderation/index.js';
import type { SearchService } from '../../../features/search/index.js';
import { en } from '../../../locales/en/index.js';
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
  async run(interaction, context) {
    const { guildId, actor, words, services } = context;
    const { number, reason } = await chosen(interaction, 'present', context);
    const change = await services.moderation.remove(guildId, number, actor, reason);
    return {
      kind: 'message',
      view: removedView(words, number, change),
      effects: [staleCards(change.staleCards)],
    };
  },
} satisfies Subcommand<{
  moderation: Pick<ModerationService, 'remove'>;
  search: Pick<SearchService, 'suggest'>;
}>;
