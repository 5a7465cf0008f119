/** `/entry delete`: deletes the member's own entry, which can be restored for 30 days. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type EntryService, removeEntry } from '../../features/entries/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { entryChoices, entryMeant } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('delete')
    .setDescription(en.commands.entry.delete)
    .addStringOption(entryOption),
  answers: 'ephemeral',
  autocomplete: entryChoices('own'),
  run: async ({ options }, context) =>
    removeEntry(await entryMeant(options.getString('entry', true), 'own', context), context),
} satisfies Subcommand<{
  entries: Pick<EntryService, 'any' | 'remove'>;
  search: Pick<SearchService, 'suggest'>;
}>;
