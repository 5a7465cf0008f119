/** `/follow add`: a tag, a challenge or a member. */
import { type ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type FollowService, followsView } from '../../features/following/index.js';
import type { SearchService } from '../../features/search/index.js';
import { en } from '../../locales/en/index.js';
import { UserError } from '../../platform/user-error.js';
import { entryChoices } from '../entry-choices.js';
import { tagChoices } from '../tag-choices.js';

const words = en.following.commands;
const challengeChoices = entryChoices('challenge');

function named({ options }: ChatInputCommandInteraction) {
  const member = options.getUser('member');
  if (member?.bot) throw new UserError('follow-a-bot', {});
  return [
    { kind: 'tag' as const, named: options.getString('tag') },
    { kind: 'challenge' as const, named: options.getString('challenge') },
    { kind: 'member' as const, named: member?.id ?? null },
  ].flatMap(({ kind, named: typed }) => (typed === null ? [] : [{ kind, named: typed }]));
}

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('add')
    .setDescription(words.add)
    .addStringOption((option) => option.setName('tag').setDescription(words.tag).setAutocomplete(true))
    .addStringOption((option) =>
      option.setName('challenge').setDescription(words.challenge).setAutocomplete(true),
    )
    .addUserOption((option) => option.setName('member').setDescription(words.member)),
  answers: 'ephemeral',
  autocomplete: async (interaction, context) =>
    interaction.options.getFocused(true).name === 'challenge'
      ? challengeChoices(interaction, context)
      : tagChoices(interaction, context),
  async run(interaction, { guildId, actor, words: copy, services }) {
    const wanted = named(interaction);
    if (wanted.length === 0) throw new UserError('follow-nothing', {});
    let isNew = false;
    for (const one of wanted) isNew = (await services.follows.add(guildId, actor, one)).isNew || isNew;
    const follows = await services.follows.list(guildId, actor.id);
    const { added, already } = copy.following;
    return { kind: 'message', view: followsView(copy, follows, isNew ? added : already) };
  },
} satisfies Subcommand<{
  follows: Pick<FollowService, 'add' | 'list'>;
  search: Pick<SearchService, 'suggest' | 'suggestTags'>;
}>;
