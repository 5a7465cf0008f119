/** `/admin member forget`: asks for confirmation before a member's data is erased at their request. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import { requireManager } from '../../../discord/context.js';
import type { Subcommand } from '../../../discord/define.js';
import {
  type DataRightsService,
  forgetMemberView,
  pendingErasureView,
} from '../../../features/rights/index.js';
import { en } from '../../../locales/en/index.js';

const words = en.rights.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('forget')
    .setDescription(words.forgetMember)
    .addUserOption((option) => option.setName('member').setDescription(words.member).setRequired(true)),
  group: 'member',
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run({ options }, { guildId, actor, words, services }) {
    requireManager(actor);
    const { id } = options.getUser('member', true);
    const pending = await services.dataRights.pending(guildId, id);
    if (pending) return { kind: 'message', view: pendingErasureView(words, id, pending.dueAt) };
    const entries = await services.dataRights.countEntries(guildId, id);
    return { kind: 'message', view: forgetMemberView(words, id, entries) };
  },
} satisfies Subcommand<{ dataRights: Pick<DataRightsService, 'countEntries' | 'pending'> }>;
