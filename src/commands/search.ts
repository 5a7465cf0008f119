/** `/search`: finds entries by their words, forgiving of typos, or lists the newest. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { learningKinds } from '../entities/entry.js';
import type { SearchCriteria } from '../entities/search.js';
import { en } from '../locales/en/index.js';
import { searchView } from '../views/search-view.js';

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
    .addStringOption((option) => option.setName('tag').setDescription(words.tag))
    .addUserOption((option) => option.setName('author').setDescription(words.author))
    .addBooleanOption((option) => option.setName('saved').setDescription(words.saved)),
  answers: 'ephemeral',
  async run({ options }, { guildId, actor, words, services }) {
    const criteria: SearchCriteria = {
      query: options.getString('query') ?? undefined,
      kind: (options.getString('kind') ?? undefined) as SearchCriteria['kind'],
      tag: options.getString('tag') ?? undefined,
      authorId: options.getUser('author')?.id,
      savedBy: options.getBoolean('saved') ? actor.id : undefined,
    };
    const listed = await services.search.open(guildId, actor.id, criteria);
    return { kind: 'message', view: searchView(words, guildId, listed) };
  },
} satisfies Command;
