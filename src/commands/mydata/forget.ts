/** `/mydata forget`: asks for confirmation before the member's data is erased. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type DataRightsService, forgetView } from '../../features/rights/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('forget').setDescription(en.rights.commands.forget),
  answers: 'ephemeral',
  async run(_interaction, { guildId, actor, words, services }) {
    const entries = await services.dataRights.countEntries(guildId, actor.id);
    const pending = await services.dataRights.pending(guildId, actor.id);
    return { kind: 'message', view: forgetView(words, entries, pending) };
  },
} satisfies Subcommand<{ dataRights: Pick<DataRightsService, 'countEntries' | 'pending'> }>;
