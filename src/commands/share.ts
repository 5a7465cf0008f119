/** `/share`: stores a learning and shows its card; a form asks for missing options. */
import { type ChatInputCommandInteraction, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { learningKinds } from '../entities/entry.js';
import {
  type EntryService,
  heldPicture,
  pictureOption,
  shareForm,
  shareLearning,
} from '../features/entries/index.js';
import { type PictureService, pictureText } from '../features/pictures/index.js';
import type { SearchService } from '../features/search/index.js';
import { en } from '../locales/en/index.js';
import { tagListChoices } from './tag-choices.js';

const words = en.commands.share;

export default {
  data: new SlashCommandBuilder()
    .setName('share')
    .setDescription(words.description)
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option
        .setName('kind')
        .setDescription(words.kind)
        .setChoices(learningKinds.map((kind) => ({ name: en.entries.kinds[kind].name, value: kind }))),
    )
    .addStringOption((option) => option.setName('title').setDescription(words.title))
    .addStringOption((option) => option.setName('body').setDescription(words.body))
    .addStringOption((option) => option.setName('tags').setDescription(words.tags).setAutocomplete(true))
    .addStringOption((option) => option.setName('link').setDescription(words.link))
    .addAttachmentOption((option) => option.setName('picture').setDescription(en.pictures.commands.picture))
    .addStringOption((option) =>
      option.setName('picture-description').setDescription(en.pictures.commands.description),
    ),

  autocomplete: tagListChoices,
  answers: (interaction) => (isComplete(interaction) ? 'card' : 'modal'),
  typed(interaction) {
    const [picture] = pictureOption(interaction);
    const fields = { ...typedOf(interaction), ...(picture && { picture: pictureText(picture) }) };
    return { form: 'share', fields };
  },

  async run(interaction, context) {
    const { words, services } = context;
    const typed = typedOf(interaction);
    const offered = pictureOption(interaction);
    if (isComplete(interaction)) {
      return shareLearning(typed, { taken: await services.pictures.take(offered) }, context);
    }
    return {
      kind: 'form',
      form: shareForm(words, { ...typed, picture: await heldPicture(offered, context) }),
    };
  },
} satisfies Command<{
  entries: Pick<EntryService, 'share'>;
  pictures: Pick<PictureService, 'keep' | 'take'>;
  search: Pick<SearchService, 'suggestTags'>;
}>;

function typedOf({ options }: ChatInputCommandInteraction) {
  return {
    kind: options.getString('kind') ?? '',
    title: options.getString('title') ?? '',
    body: options.getString('body') ?? '',
    tags: options.getString('tags') ?? '',
    link: options.getString('link') ?? '',
  };
}

/** Tags and a link are extras; kind, title and body are the learning itself. */
function isComplete({ options }: ChatInputCommandInteraction): boolean {
  return ['kind', 'title', 'body'].every((name) => options.getString(name) !== null);
}
