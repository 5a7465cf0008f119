/** `/challenge post`: asks the cohort, after showing similar solved challenges. */

import { type ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { proposeChallenge } from '../../features/challenges/index.js';
import type { DraftService } from '../../features/drafts/index.js';
import {
  challengeForm,
  type EntryService,
  heldPicture,
  pictureOption,
} from '../../features/entries/index.js';
import { type PictureService, pictureText } from '../../features/pictures/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { tagListChoices } from '../tag-choices.js';

const words = en.commands.challenge;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('post')
    .setDescription(words.post)
    .addStringOption((option) => option.setName('title').setDescription(words.title))
    .addStringOption((option) => option.setName('details').setDescription(words.details))
    .addStringOption((option) => option.setName('tags').setDescription(words.tags).setAutocomplete(true))
    .addAttachmentOption((option) => option.setName('picture').setDescription(en.pictures.commands.picture))
    .addStringOption((option) =>
      option.setName('picture-description').setDescription(en.pictures.commands.description),
    ),

  autocomplete: tagListChoices,
  answers: (interaction) => (isComplete(interaction) ? 'card' : 'modal'),
  typed(interaction) {
    const [picture] = pictureOption(interaction);
    const fields = { ...typedOf(interaction), ...(picture && { picture: pictureText(picture) }) };
    return { form: 'challenge', fields };
  },

  async run(interaction, context) {
    const typed = typedOf(interaction);
    const offered = pictureOption(interaction);
    if (isComplete(interaction)) {
      const taken = await context.services.pictures.take(offered);
      return proposeChallenge(typed, { taken, offered }, context);
    }
    const picture = await heldPicture(offered, context);
    return { kind: 'form', form: challengeForm(context.words, { ...typed, picture }) };
  },
} satisfies Subcommand<{
  drafts: Pick<DraftService, 'keep'>;
  entries: Pick<EntryService, 'checkChallenge' | 'post'>;
  pictures: Pick<PictureService, 'keep' | 'take'>;
  search: Pick<SearchService, 'similarSolved' | 'suggestTags'>;
}>;

function typedOf({ options }: ChatInputCommandInteraction) {
  return {
    title: options.getString('title') ?? '',
    body: options.getString('details') ?? '',
    tags: options.getString('tags') ?? '',
    link: '',
  };
}

function isComplete({ options }: ChatInputCommandInteraction): boolean {
  return options.getString('title') !== null && options.getString('details') !== null;
}
