/** `/mydata export`: everything stored about the member, as a file. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { filesView } from '../../discord/message/file-view.js';
import type { DataRightsService } from '../../features/rights/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('export').setDescription(en.rights.commands.export),
  answers: 'ephemeral',
  async run(_interaction, { guildId, actor, words, services }) {
    const { name, content, isEmpty } = await services.dataRights.export(guildId, actor.id);
    const { exported, exportedNothing } = words.rights;
    return { kind: 'message', view: filesView(isEmpty ? exportedNothing : exported, [{ name, content }]) };
  },
} satisfies Subcommand<{ dataRights: Pick<DataRightsService, 'export'> }>;
