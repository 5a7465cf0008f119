/** `/admin digest pause`: no digests until it is resumed. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { type DigestService, pausedView } from '../../../features/digest/index.js';
import { en } from '../../../locales/en/index.js';

export default {
  group: 'digest',
  data: new SlashCommandSubcommandBuilder().setName('pause').setDescription(en.digest.commands.pause),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { guildId, actor, words, services }) {
    const status = await services.digests.pause(guildId, actor.id);
    return { kind: 'message', view: pausedView(words, status) };
  },
} satisfies Subcommand<{ digests: Pick<DigestService, 'pause'> }>;
