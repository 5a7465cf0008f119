/** `/challenge list`: pages through challenges, the open ones unless told otherwise. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import {
  type SearchCriteria,
  type Searching,
  type SearchService,
  searchAnswer,
} from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { tagChoices } from '../tag-choices.js';

const words = en.search.commands;
const statuses = (['open', 'solved', 'all'] as const).map((value) => ({
  name: words.statuses[value],
  value,
}));

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('list')
    .setDescription(words.challengeList)
    .addStringOption((option) => option.setName('status').setDescription(words.status).addChoices(statuses))
    .addStringOption((option) => option.setName('tag').setDescription(words.tag).setAutocomplete(true))
    .addUserOption((option) => option.setName('author').setDescription(words.author)),
  autocomplete: tagChoices,
  answers: 'ephemeral',
  async run({ options }, context) {
    const criteria: SearchCriteria = {
      kind: 'challenge',
      status: (options.getString('status') ?? 'open') as SearchCriteria['status'],
      tag: options.getString('tag') ?? undefined,
      authorId: options.getUser('author')?.id,
      isChallengeList: true,
    };
    return searchAnswer(criteria, context);
  },
} satisfies Subcommand<Searching & { search: Pick<SearchService, 'suggestTags'> }>;
