/** `/admin member forget`: asks once more before a member is erased who asked a moderator for it. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { en } from '../../../locales/en/index.js';
import { forgetMemberView } from '../../../views/forget-view.js';

const words = en.rights.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('forget')
    .setDescription(words.forgetMember)
    .addUserOption((option) => option.setName('member').setDescription(words.member).setRequired(true)),
  group: 'member',
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run({ options }, { guildId, words, services }) {
    const { id } = options.getUser('member', true);
    const entries = await services.dataRights.countEntries(guildId, id);
    return { kind: 'message', view: forgetMemberView(words, id, entries) };
  },
} satisfies Subcommand;
