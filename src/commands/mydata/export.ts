/** `/mydata export`: everything kept about whoever asks, as a file. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { filesView } from '../../views/file-view.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('export').setDescription(en.rights.commands.export),
  answers: 'ephemeral',
  async run(_interaction, { guildId, actor, words, services }) {
    const { name, content, isEmpty } = await services.dataRights.export(guildId, actor.id);
    const { exported, exportedNothing } = words.rights;
    return { kind: 'message', view: filesView(isEmpty ? exportedNothing : exported, [{ name, content }]) };
  },
} satisfies Subcommand;
