/** `/admin member unmute`: lets a muted member contribute again. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { note } from '../../../discord/message/blocks.js';
import { auditNoteLimit } from '../../../entities/audit-note.js';
import type { MuteService } from '../../../features/guard/index.js';
import { en } from '../../../locales/en/index.js';
import { chosenMember, memberOption } from './member-option.js';

const words = en.moderation.commands;

export default {
  group: 'member',
  data: new SlashCommandSubcommandBuilder()
    .setName('unmute')
    .setDescription(words.member.unmute)
    .addUserOption(memberOption)
    .addStringOption((option) =>
      option.setName('reason').setDescription(words.reason).setMaxLength(auditNoteLimit),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(interaction, { guildId, actor, words, services }) {
    const { id } = chosenMember(interaction);
    await services.mutes.unmute(guildId, id, actor, interaction.options.getString('reason'));
    return { kind: 'message', view: note(words.moderation.unmuted(id)) };
  },
} satisfies Subcommand<{ mutes: Pick<MuteService, 'unmute'> }>;
