/** `/entry view`: one entry in full. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type EntryService, entryInFull } from '../../features/entries/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { entryChoices, entryMeant } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('view')
    .setDescription(en.commands.entry.view)
    .addStringOption(entryOption),
  answers: 'ephemeral',
  autocomplete: entryChoices('any'),
  async run({ options }, context) {
    const { guildId, actor, words, services } = context;
    const number = await entryMeant(options.getString('entry', true), 'any', context);
    const entry = await services.entries.viewAs(guildId, number, actor.id);
    const pictures = await services.pictures.shown(entry);
    return { kind: 'message', view: entryInFull(words, entry, actor, { pictures }) };
  },
} satisfies Subcommand<{
  entries: Pick<EntryService, 'viewAs'>;
  pictures: Pick<PictureService, 'shown'>;
  search: Pick<SearchService, 'suggest'>;
}>;
