/** `/challenge list`: pages through challenges, the open ones unless told otherwise. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import type { SearchCriteria } from '../../entities/search.js';
import { en } from '../../locales/en/index.js';
import { searchView } from '../../views/search-view.js';

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
    .addStringOption((option) => option.setName('tag').setDescription(words.tag))
    .addUserOption((option) => option.setName('author').setDescription(words.author)),
  answers: 'ephemeral',
  async run({ options }, { guildId, actor, words, services }) {
    const criteria: SearchCriteria = {
      kind: 'challenge',
      status: (options.getString('status') ?? 'open') as SearchCriteria['status'],
      tag: options.getString('tag') ?? undefined,
      authorId: options.getUser('author')?.id,
      isChallengeList: true,
    };
    const listed = await services.search.open(guildId, actor.id, criteria);
    return { kind: 'message', view: searchView(words, guildId, listed) };
  },
} satisfies Subcommand;
