/** `/admin buddies run`: matches a round now. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { type BuddyRoundService, ranBuddiesView } from '../../../features/buddies/index.js';
import { en } from '../../../locales/en/index.js';

export default {
  group: 'buddies',
  data: new SlashCommandSubcommandBuilder().setName('run').setDescription(en.buddies.commands.run),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { guildId, actor, words, services }) {
    const matching = await services.buddyRounds.run(guildId, actor.id);
    return { kind: 'message', view: ranBuddiesView(words, matching) };
  },
} satisfies Subcommand<{ buddyRounds: Pick<BuddyRoundService, 'run'> }>;
