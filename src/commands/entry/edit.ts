/** `/entry edit`: the form of one's own entry, or its pictures. */
import { type ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { changePictures, type EntryService, editForm, pictureOption } from '../../features/entries/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { entryChoices, entryMeant } from '../entry-choices.js';
import { entryOption } from './option.js';

const { commands } = en.pictures;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('edit')
    .setDescription(en.commands.entry.edit)
    .addStringOption(entryOption)
    .addAttachmentOption((option) => option.setName('picture').setDescription(commands.picture))
    .addStringOption((option) => option.setName('picture-description').setDescription(commands.description))
    .addStringOption((option) =>
      option
        .setName('pictures')
        .setDescription(commands.those)
        .setChoices({ name: commands.keep, value: 'keep' }, { name: commands.remove, value: 'remove' }),
    ),
  answers: (interaction) => (isAboutPictures(interaction) ? 'ephemeral' : 'modal'),
  autocomplete: entryChoices('own'),
  async run(interaction, context) {
    const { options } = interaction;
    const { guildId, actor, words, services } = context;
    const number = await entryMeant(options.getString('entry', true), 'own', context);
    if (isAboutPictures(interaction)) {
      const keeps = options.getString('pictures') === 'keep';
      return changePictures(number, { keeps, offered: pictureOption(interaction) }, context);
    }
    const entry = await services.entries.own(guildId, number, actor.id);
    return { kind: 'form', form: editForm(words, entry) };
  },
} satisfies Subcommand<{
  entries: Pick<EntryService, 'changePictures' | 'own' | 'requireEditable'>;
  pictures: Pick<PictureService, 'take'>;
  search: Pick<SearchService, 'suggest'>;
}>;

/** A picture takes the place of those there, unless they are to be kept. */
function isAboutPictures({ options }: ChatInputCommandInteraction): boolean {
  return options.getAttachment('picture') !== null || options.getString('pictures') === 'remove';
}
