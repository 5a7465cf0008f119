/** `/search`: finds entries by their words, forgiving of typos, or lists the newest. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { learningKinds } from '../entities/entry.js';
import {
  type SearchCriteria,
  type Searching,
  type SearchService,
  searchAnswer,
} from '../features/search/index.js';
import { en } from '../locales/en/index.js';
import { tagChoices } from './tag-choices.js';

const words = en.search.commands;

const kinds = [
  ...learningKinds.map((value) => ({ name: en.entries.kinds[value].name, value })),
  { name: words.kinds.challenge, value: 'challenge' },
  { name: words.kinds.solution, value: 'solution' },
];

export default {
  data: new SlashCommandBuilder()
    .setName('search')
    .setDescription(words.search)
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) => option.setName('query').setDescription(words.query))
    .addStringOption((option) => option.setName('kind').setDescription(words.kind).addChoices(kinds))
    .addStringOption((option) => option.setName('tag').setDescription(words.tag).setAutocomplete(true))
    .addUserOption((option) => option.setName('author').setDescription(words.author))
    .addBooleanOption((option) => option.setName('saved').setDescription(words.saved)),
  autocomplete: tagChoices,
  answers: 'ephemeral',
  async run({ options }, context) {
    const criteria: SearchCriteria = {
      query: options.getString('query') ?? undefined,
      kind: (options.getString('kind') ?? undefined) as SearchCriteria['kind'],
      tag: options.getString('tag') ?? undefined,
      authorId: options.getUser('author')?.id,
      savedBy: options.getBoolean('saved') ? context.actor.id : undefined,
    };
    return searchAnswer(criteria, context);
  },
} satisfies Command<Searching & { search: Pick<SearchService, 'suggestTags'> }>;
