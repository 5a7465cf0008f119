/** `/mydata forget`: asks once more before whoever asks is erased. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { forgetView } from '../../views/forget-view.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('forget').setDescription(en.rights.commands.forget),
  answers: 'ephemeral',
  async run(_interaction, { guildId, actor, words, services }) {
    const entries = await services.dataRights.countEntries(guildId, actor.id);
    return { kind: 'message', view: forgetView(words, entries) };
  },
} satisfies Subcommand;
