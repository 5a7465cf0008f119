/** `/entry history`: what an entry said before its edits. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type EntryService, historyView } from '../../features/entries/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { entryChoices, entryMeant } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('history')
    .setDescription(en.commands.entry.history)
    .addStringOption(entryOption),
  answers: 'ephemeral',
  autocomplete: entryChoices('any'),
  async run({ options }, context) {
    const { guildId, actor, words, services } = context;
    const number = await entryMeant(options.getString('entry', true), 'any', context);
    const [entry, revisions] = await services.entries.history(guildId, number, actor.id);
    return { kind: 'message', view: historyView(words, entry, revisions) };
  },
} satisfies Subcommand<{ entries: Pick<EntryService, 'history'>; search: Pick<SearchService, 'suggest'> }>;
