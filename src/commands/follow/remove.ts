/** `/follow remove`: picks from what one follows, or takes a tag or a challenge's number as typed. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import {
  type Followed,
  type FollowService,
  followedLabel,
  followedValue,
  followsView,
} from '../../features/following/index.js';
import { en } from '../../locales/en/index.js';
import { foldTag, numberIn, quoted } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';

const words = en.following.commands;

/** The one of these that was picked or typed. */
function typedOne(follows: readonly Followed[], typed: string): Followed | undefined {
  const number = numberIn(typed);
  const tag = foldTag(typed);
  return (
    follows.find((one) => followedValue(one) === typed) ??
    follows.find(({ kind, target }) => kind === 'challenge' && target === String(number)) ??
    follows.find(({ kind, target }) => kind === 'tag' && target === tag)
  );
}

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('remove')
    .setDescription(words.remove)
    .addStringOption((option) =>
      option.setName('what').setDescription(words.what).setRequired(true).setAutocomplete(true),
    ),
  answers: 'ephemeral',
  async autocomplete({ options }, { guildId, actor, words: copy, services }) {
    const typed = options.getFocused().toLowerCase();
    const follows = await services.follows.list(guildId, actor.id);
    return follows
      .map((one) => ({ name: followedLabel(copy, one), value: followedValue(one) }))
      .filter(({ name }) => name.toLowerCase().includes(typed))
      .slice(0, 25);
  },
  async run({ options }, { guildId, actor, words: copy, services }) {
    const typed = options.getString('what', true);
    const found = typedOne(await services.follows.list(guildId, actor.id), typed);
    if (!found) throw new UserError('follow-unknown', { typed: quoted(typed) });
    await services.follows.remove(guildId, actor.id, found.kind, found.target);
    const follows = await services.follows.list(guildId, actor.id);
    return { kind: 'message', view: followsView(copy, follows, copy.following.removed) };
  },
} satisfies Subcommand<{ follows: Pick<FollowService, 'list' | 'remove'> }>;
