/** `/entry restore`: restores an entry that the member deleted. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type EntryService, restoreEntry } from '../../features/entries/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { entryChoices, entryMeant } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('restore')
    .setDescription(en.commands.entry.restore)
    .addStringOption(entryOption),
  answers: 'ephemeral',
  autocomplete: entryChoices('own-deleted'),
  run: async ({ options }, context) =>
    restoreEntry(await entryMeant(options.getString('entry', true), 'own-deleted', context), context),
} satisfies Subcommand<{ entries: Pick<EntryService, 'restore'>; search: Pick<SearchService, 'suggest'> }>;
