/** `/admin digest run`: ends the running period and posts its digest now. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { type DigestService, ranView } from '../../../features/digest/index.js';
import { en } from '../../../locales/en/index.js';

export default {
  group: 'digest',
  data: new SlashCommandSubcommandBuilder().setName('run').setDescription(en.digest.commands.run),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { guildId, actor, words, services }) {
    const result = await services.digests.run(guildId, actor.id);
    const { nextDueAt } = await services.digests.status(guildId);
    return { kind: 'message', view: ranView(words, guildId, result, nextDueAt) };
  },
} satisfies Subcommand<{ digests: Pick<DigestService, 'run' | 'status'> }>;
