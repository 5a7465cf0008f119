/** `/entry edit`: the form of one's own entry. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type EntryService, editForm } from '../../features/entries/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { entryChoices, entryMeant } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('edit')
    .setDescription(en.commands.entry.edit)
    .addStringOption(entryOption),
  answers: 'modal',
  autocomplete: entryChoices('own'),
  async run({ options }, context) {
    const { guildId, actor, words, services } = context;
    const entry = await services.entries.own(
      guildId,
      await entryMeant(options.getString('entry', true), 'own', context),
      actor.id,
    );
    return { kind: 'form', form: editForm(words, entry) };
  },
} satisfies Subcommand<{ entries: Pick<EntryService, 'own'>; search: Pick<SearchService, 'suggest'> }>;
